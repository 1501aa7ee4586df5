// slguard:trigger FUNCTION_URL
import { page, respond, respondSafely } from "./layout.mjs";
import { text } from "./escape.mjs";

export const handler = async (event) => {
  const query = new URLSearchParams(event.rawQueryString);
  return respond(page("Search", "Nothing found for " + query.get("q")));
};

export const repairedHandler = async (event) => {
  const query = new URLSearchParams(event.rawQueryString);
  return respondSafely(page(query.get("q"), "Nothing found for " + text(query.get("q"))));
};

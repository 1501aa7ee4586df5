import runDefault, { run as renamed, helpers } from "./barrel";
import * as everything from "./barrel";
import cjs = require("./legacy");
const { quote } = require("./legacy");

export const handler = async (event: any) => {
  const name = event.queryStringParameters?.name;
  renamed(name);
  runDefault(name);
  helpers.shell(name);
  everything.other(name);
  cjs.exec(quote(name));
  cjs.exec(name);
  const lazy = await import("./lazy");
  lazy.default(name);
};

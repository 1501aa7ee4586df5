import { filterOf, ownerFilter } from "./filter.js";
import { Document } from "./model.js";

export const handler = async (event) => {
  const found = await Document.find(filterOf(event.body)).lean(); // slguard:expect nosql-injection
  return { statusCode: 200, body: JSON.stringify(found) };
};

export const repairedHandler = async (event) => {
  const found = await Document.find(ownerFilter(JSON.parse(event.body).owner)).lean(); // slguard:safe
  return { statusCode: 200, body: JSON.stringify(found) };
};

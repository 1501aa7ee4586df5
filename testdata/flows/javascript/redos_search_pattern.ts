import type { APIGatewayProxyEventV2 } from "aws-lambda";
import escapeRegExp from "lodash/escapeRegExp";

const NAMES = ["ash", "birch", "cedar"];
const NESTED = /^(\w+\s?)*$/;
const PLAIN = /^[\w\s]{1,80}$/;

export const handler = async (event: APIGatewayProxyEventV2) => {
  const term = event.queryStringParameters?.q ?? "";
  const pattern = new RegExp(`^${term}`, "i"); // slguard:expect redos
  const hits = NAMES.filter((name) => pattern.test(name));
  const first = NAMES[0].match(term); // slguard:expect redos
  const valid = NESTED.test(term); // slguard:expect redos
  return { statusCode: 200, body: JSON.stringify({ hits, first: first?.index, valid }) };
};

export const repairedHandler = async (event: APIGatewayProxyEventV2) => {
  const term = event.queryStringParameters?.q ?? "";
  const pattern = new RegExp("^" + escapeRegExp(term), "i"); // slguard:safe
  const hits = NAMES.filter((name) => pattern.test(name) || name.includes(term));
  const own = new RegExp(term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")); // slguard:safe
  const valid = PLAIN.test(term); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ hits, valid, own: own.source.length }) };
};

import middy from "@middy/core";
import httpRouterHandler from "@middy/http-router";
import { Client } from "pg";

const client = new Client();

const find = middy().handler(async (event) => {
  const { rows } = await client.query("select * from pets where name = '" + event.pathParameters.name + "'"); // slguard:expect sql-injection
  return { statusCode: 200, body: JSON.stringify(rows) };
});

const create = middy().handler(async (event) => {
  const pet = JSON.parse(event.body);
  await client.query("insert into pets (name) values ($1)", [pet.name]); // slguard:safe
  return { statusCode: 201 };
});

export const handler = middy().handler(
  httpRouterHandler([
    { method: "GET", path: "/pets/{name}", handler: find },
    { method: "POST", path: "/pets", handler: create },
  ]),
);

import middy from "@middy/core";
import jsonBodyParser from "@middy/http-json-body-parser";
import httpErrorHandler from "@middy/http-error-handler";
import knex from "knex";

const db = knex({ client: "pg", connection: process.env.DATABASE_URL });

interface Search {
  term: string;
  order: string;
}

const search = async ({ body }: { body: Search }) => {
  const rows = await db("products").whereRaw(`name ilike '%${body.term}%'`).limit(20); // slguard:expect sql-injection
  const more = await db.raw("select * from products order by " + body.order); // slguard:expect sql-injection
  return { statusCode: 200, body: JSON.stringify({ rows, more: more.rowCount }) };
};

export const handler = middy(search).use(jsonBodyParser()).use(httpErrorHandler());

const repaired = async ({ body: { term, order } }: { body: Search }) => {
  const rows = await db("products").whereRaw("name ilike ?", [`%${term}%`]).orderBy(order).limit(20); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ rows }) };
};

export const repairedHandler = middy().use(jsonBodyParser()).use(httpErrorHandler()).handler(repaired);

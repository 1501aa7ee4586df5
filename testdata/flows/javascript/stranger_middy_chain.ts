import middy from "@middy/core";
import httpJsonBodyParser from "@middy/http-json-body-parser";
import httpErrorHandler from "@middy/http-error-handler";
import validator from "@middy/validator";
import { transpileSchema } from "@middy/validator/transpile";
import mysql from "mysql2/promise";

const pool = mysql.createPool(process.env.DATABASE_URL!);

async function search({ body }: { body: { term: string; limit: number } }) {
  const [rows] = await pool.query(`SELECT * FROM products WHERE name LIKE '%${body.term}%'`); // slguard:expect sql-injection
  return { statusCode: 200, body: JSON.stringify(rows) };
}

export const handler = middy().use(httpJsonBodyParser()).use(httpErrorHandler()).handler(search);

const loose = {
  type: "object",
  properties: {
    body: { type: "object", required: ["term"], properties: { term: { type: "string", minLength: 1 }, limit: { type: "integer" } } },
  },
};
export const looseHandler = middy()
  .use(httpJsonBodyParser())
  .use(validator({ eventSchema: transpileSchema(loose) }))
  .handler(async (event: any) => {
    await pool.query("SELECT * FROM products WHERE name = '" + event.body.term + "'"); // slguard:expect sql-injection
    await pool.query("SELECT * FROM products LIMIT " + event.body.limit); // slguard:safe
  });

const strict = {
  type: "object",
  required: ["body"],
  properties: {
    body: {
      type: "object",
      required: ["sort", "code"],
      properties: { sort: { enum: ["name", "price"] }, code: { type: "string", pattern: "^[A-Z0-9]{4,10}$" }, note: { type: "string", pattern: "[a-z]+" } },
    },
  },
} as const;
const strictBase = async ({ body }: any) => {
  await pool.query("SELECT * FROM products ORDER BY " + body.sort); // slguard:safe
  await pool.query("SELECT * FROM products WHERE code = '" + body.code + "'"); // slguard:safe
  await pool.query("SELECT * FROM products WHERE note = '" + body.note + "'"); // slguard:expect sql-injection
};
export const strictHandler = middy(strictBase).use(httpJsonBodyParser()).use(validator({ eventSchema: transpileSchema(strict) }));

"use strict";
const { Pool } = require("pg");
const Joi = require("joi");

const pool = new Pool({ max: 2, connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: true } });

const COLUMNS = { name: "p.name", price: "p.price_cents", created: "p.created_at" };
const DIRECTIONS = ["ASC", "DESC"];

const schema = Joi.object({
  q: Joi.string().max(100).allow(""),
  sort: Joi.string().valid(...Object.keys(COLUMNS)).default("created"),
  dir: Joi.string().uppercase().valid(...DIRECTIONS).default("DESC"),
  page: Joi.number().integer().min(1).default(1),
  size: Joi.number().integer().min(1).max(100).default(20),
  tags: Joi.array().items(Joi.string()).single().default([]),
});

class Query {
  constructor() {
    this.parts = [];
    this.values = [];
  }
  and(text, value) {
    this.values.push(value);
    this.parts.push(text.replace("?", `$${this.values.length}`));
    return this;
  }
  get where() {
    return this.parts.length ? `WHERE ${this.parts.join(" AND ")}` : "";
  }
}

exports.search = async (event) => {
  const { error, value } = schema.validate(event.queryStringParameters || {}, { convert: true });
  if (error) return { statusCode: 400, body: JSON.stringify({ fields: error.details.map((d) => d.path.join(".")) }) };
  const query = new Query();
  if (value.q) query.and("p.name ILIKE ?", `%${value.q.replace(/[%_\\]/g, "\\$&")}%`);
  if (value.tags.length) query.and("p.tags && ?", value.tags);
  const order = `${COLUMNS[value.sort]} ${value.dir}`;
  const offset = (value.page - 1) * value.size;
  const { rows } = await pool.query(
    `SELECT p.id, p.name, p.price_cents FROM products p ${query.where} ORDER BY ${order} LIMIT ${value.size} OFFSET ${offset}`, // slguard:safe
    query.values,
  );
  const { rows: [{ count }] } = await pool.query(`SELECT count(*) FROM products p ${query.where}`, query.values); // slguard:safe
  return { statusCode: 200, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ rows, count: +count }) };
};

exports.byIds = async ({ multiValueQueryStringParameters }) => {
  const ids = (multiValueQueryStringParameters?.id ?? []).map(Number).filter(Number.isInteger);
  if (!ids.length) return { statusCode: 400, body: "" };
  const marks = ids.map((_, index) => `$${index + 1}`).join(", ");
  const one = await pool.query(`SELECT * FROM products WHERE id IN (${marks})`, ids); // slguard:safe
  const two = await pool.query(`SELECT * FROM products WHERE id IN (${ids.join(",")})`); // slguard:safe
  const three = await pool.query("SELECT * FROM products WHERE id = ANY($1)", [ids]); // slguard:safe
  return { statusCode: 200, body: JSON.stringify([one.rows, two.rows, three.rows]) };
};

exports.insert = async (event) => {
  const items = JSON.parse(event.body);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const columns = ["name", "price_cents"];
    for (const item of items) {
      await client.query(
        `INSERT INTO products (${columns.join(", ")}) VALUES (${columns.map((_, i) => "$" + (i + 1))})`, // slguard:safe
        columns.map((column) => item[column]),
      );
    }
    await client.query("COMMIT");
  } catch (e) {
    await client.query("ROLLBACK");
    throw e;
  } finally {
    client.release();
  }
  return { statusCode: 201, body: JSON.stringify({ inserted: items.length }) };
};

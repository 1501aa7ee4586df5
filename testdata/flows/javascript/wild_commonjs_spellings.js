"use strict";
const { execFile, exec } = require("child_process");
const mysql = require("mysql2/promise");
const util = require("util");

const run = util.promisify(exec);
const runFile = util.promisify(execFile);
let connection;

async function db() {
  if (!connection) connection = await mysql.createConnection({ host: process.env.DB_HOST, user: "app", database: "shop" });
  return connection;
}

exports.search = async function (event, context) {
  context.callbackWaitsForEmptyEventLoop = false;
  const { q = "", page = "1" } = event.queryStringParameters || {};
  const conn = await db();
  const [rows] = await conn.query(`SELECT id, name FROM items WHERE name LIKE '%${q}%' LIMIT 20`); // slguard:expect sql-injection
  const [more] = await conn.query("SELECT id, name FROM items WHERE name LIKE ? LIMIT 20", [`%${q}%`]); // slguard:safe
  const [paged] = await conn.query(`SELECT id FROM items LIMIT 20 OFFSET ${(Number(page) - 1) * 20}`); // slguard:safe
  return { statusCode: 200, body: JSON.stringify([...rows, ...more, ...paged]) };
};

const convert = async (event) => {
  const body = JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, "base64").toString("utf8") : event.body);
  await run(`convert /tmp/in.png -resize ${body.size} /tmp/out.png`); // slguard:expect command-injection
  await runFile("convert", ["/tmp/in.png", "-resize", body.size, "/tmp/out.png"]); // slguard:safe
  return { statusCode: 204 };
};
exports.convert = convert;

function remove(event, context, callback) {
  db()
    .then((conn) => conn.execute("DELETE FROM items WHERE id = " + event.pathParameters.id)) // slguard:expect sql-injection
    .then(() => db())
    .then((conn) => conn.execute("DELETE FROM items WHERE id = ?", [event.pathParameters.id])) // slguard:safe
    .then(() => callback(null, { statusCode: 204 }))
    .catch(callback);
}
module.exports.remove = remove;

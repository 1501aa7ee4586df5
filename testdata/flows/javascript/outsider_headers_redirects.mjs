// slguard:handler headers HTTP_API_V2
// slguard:handler go HTTP_API_V2
// slguard:handler errors HTTP_API_V2
// slguard:handler stops HTTP_API_V2
import { execSync } from "node:child_process";
import assert from "node:assert";
import mysql from "mysql2/promise";

const db = await mysql.createConnection(process.env.DB);
const COLUMNS = ["status", "customer"];

export const headers = async (event) => {
  for (const value of Object.values(event.headers)) {
    execSync("echo " + value); // slguard:expect command-injection
  }
  execSync("echo " + event.headers.host); // slguard:safe
  const lower = Object.fromEntries(Object.entries(event.headers).map(([key, value]) => [key.toLowerCase(), value]));
  execSync("echo " + lower["x-name"]); // slguard:expect command-injection
  const known = {};
  for (const [key, value] of Object.entries(JSON.parse(event.body))) {
    if (COLUMNS.includes(key)) known[key] = value;
  }
  await db.query("UPDATE orders SET " + Object.keys(known).map((key) => key + " = ?").join(), Object.values(known)); // slguard:safe
  const some = {};
  for (const [key, value] of Object.entries(JSON.parse(event.body))) {
    if (value) some[key] = value;
  }
  await db.query("UPDATE orders SET " + Object.keys(some).map((key) => key + " = ?").join(), Object.values(some)); // slguard:expect sql-injection
};

export const go = async (event) => {
  const next = event.queryStringParameters.next;
  if (next.startsWith("/") && !next.startsWith("//")) {
    return { statusCode: 302, headers: { Location: next } }; // slguard:safe
  }
  if (next.startsWith("/")) {
    return { statusCode: 302, headers: { Location: next } }; // slguard:expect open-redirect
  }
};

class HttpError extends Error {}

export const errors = async (event) => {
  try {
    if (!event.body) throw new HttpError("no body");
    return { statusCode: 200, body: JSON.stringify(await db.query("SELECT 1")) };
  } catch (error) {
    if (error instanceof HttpError || error instanceof SyntaxError) {
      return { statusCode: 400, body: error.message }; // slguard:safe
    }
    return { statusCode: 500, body: error.message }; // slguard:expect sensitive-data-exfiltration
  }
};

export const stops = async (event) => {
  const { tag, other } = JSON.parse(event.body);
  if (!/^[a-z]+$/.test(tag)) {
    process.exit(1);
  }
  execSync("git tag " + tag); // slguard:safe
  if (!/^[a-z]+$/.test(other)) {
    console.assert(false, "odd");
  }
  execSync("git tag " + other); // slguard:expect command-injection
};

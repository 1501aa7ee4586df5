import { z } from "zod";
import Fastify from "fastify";
import awsLambdaFastify from "@fastify/aws-lambda";
import mysql from "mysql2/promise";

// A schema of texts says nothing about the host in them.
const Hook = z.object({ url: z.string().url(), host: z.string().trim(), kind: z.enum(["a", "b"]), n: z.coerce.number() });
export const parsed = async (event: any) => {
  const hook = Hook.parse(JSON.parse(event.body));
  await fetch(hook.url); // slguard:expect ssrf
  await fetch(`https://${hook.host}/status`); // slguard:expect ssrf
  await fetch(`https://api.example.com/${hook.host}`); // slguard:safe
  await fetch(`https://${hook.kind}.example.com/${hook.n}`); // slguard:safe
};
export const whole = async (event: any) => fetch(z.string().url().parse(event.body)); // slguard:expect ssrf

const pool = mysql.createPool({ uri: process.env.MYSQL_URI });
const app = Fastify();
app.addHook("preHandler", async (request: any) => {
  await pool.query(`INSERT INTO visits VALUES ('${request.headers["user-agent"]}')`); // slguard:expect sql-injection
});
const body = { type: "object", properties: { table: { enum: ["items", "stock"] }, patch: { type: "object" } } };
app.post("/patch", {
  schema: { body },
  handler: async (request: any) => {
    const { table, patch } = request.body;
    await pool.query(`UPDATE ${table} SET ? WHERE id = 1`, [patch]); // slguard:safe
    const sets = Object.entries(patch).map(([key, value]) => `${key} = '${value}'`);
    await pool.query(`UPDATE items SET ${sets.join(", ")}`); // slguard:expect sql-injection
  },
});
export const handler = awsLambdaFastify(app);

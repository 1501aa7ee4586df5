import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { zValidator } from "@hono/zod-validator";
import { vValidator } from "@hono/valibot-validator";
import { validator } from "hono/validator";
import { html, raw } from "hono/html";
import * as v from "valibot";
import { z } from "zod";
import { drizzle } from "drizzle-orm/node-postgres";
import { sql } from "drizzle-orm";

const app = new Hono().basePath("/api");
const db = drizzle(process.env.DATABASE_URL!);

const Query = z.object({
  sort: z.enum(["name", "price"]),
  limit: z.coerce.number().int().max(100).default(20),
  term: z.string().min(1),
});

app.get("/items", zValidator("query", Query), async (c) => {
  const { sort, limit, term } = c.req.valid("query");
  await db.execute(sql.raw(`select * from items order by ${sort}`)); // slguard:safe
  await db.execute(sql.raw(`select * from items limit ${limit}`)); // slguard:safe
  await db.execute(sql.raw(`select * from items where name = '${term}'`)); // slguard:expect sql-injection
  await db.execute(sql`select * from items where name = ${term}`); // slguard:safe
  await db.execute(sql.raw(`select * from items order by ${c.req.query("sort")}`)); // slguard:expect sql-injection
  return c.json([]);
});

const Form = v.object({ kind: v.picklist(["a", "b"]), text: v.string(), code: v.pipe(v.string(), v.regex(/^\d{4}$/)) });
app.post("/forms", vValidator("form", Form), async (c) => {
  const form = c.req.valid("form");
  await db.execute(sql.raw(`insert into ${form.kind}_forms values (1)`)); // slguard:safe
  await db.execute(sql.raw(`insert into forms values ('${form.text}')`)); // slguard:expect sql-injection
  await db.execute(sql.raw(`insert into forms values ('${form.code}')`)); // slguard:safe
  return c.body(null, 204);
});

app.post(
  "/own",
  validator("json", (value, c) => {
    if (typeof value.age !== "number") return c.text("age", 400);
    return { age: value.age, name: value.name };
  }),
  async (c) => {
    const { age, name } = c.req.valid("json");
    await db.execute(sql.raw(`update p set age = ${age}`)); // slguard:safe
    await db.execute(sql.raw(`update p set name = '${name}'`)); // slguard:expect sql-injection
    return c.text("ok");
  },
);

app.get("/hello", (c) => c.html("<h1>Hi " + c.req.query("name") + "</h1>")); // slguard:expect xss-reflected
app.get("/hello2", (c) => c.html(html`<h1>Hi ${c.req.query("name")}</h1>`)); // slguard:safe
app.get("/hello3", (c) => c.html(html`<h1>Hi ${raw(c.req.query("name")!)}</h1>`)); // slguard:expect xss-reflected
app.get("/hello4", (c) => c.text("Hi " + c.req.query("name"))); // slguard:safe

export const handler = handle(app);

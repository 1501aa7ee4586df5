// slguard:handler web HTTP_API_V2
// slguard:handler api HTTP_API_V2
// slguard:handler typed HTTP_API_V2
// slguard:handler graph APPSYNC
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import serverless from "serverless-http";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { createFactory } from "hono/factory";
import { zValidator } from "@hono/zod-validator";
import { z } from "zod";
import { execSync } from "node:child_process";
import middy from "@middy/core";
import validator from "@middy/validator";
import { transpileSchema } from "@middy/validator/transpile";
import httpJsonBodyParser from "@middy/http-json-body-parser";
import { AppSyncGraphQLResolver } from "@aws-lambda-powertools/event-handler/appsync-graphql";
import { sql } from "./database";

const app = express();
app.use(express.json());

const wrap =
  (fn: (req: Request, res: Response) => Promise<unknown>): RequestHandler =>
  (req, res, next) =>
    fn(req, res).catch(next);

const validate =
  (schema: z.ZodTypeAny): RequestHandler =>
  (req: Request, res: Response, next: NextFunction) => {
    const result = schema.safeParse(req.body);
    if (!result.success) return void res.status(422).json(result.error);
    req.body = result.data;
    next();
  };

class ItemController {
  constructor(private readonly prefix: string) {}
  get = async (req: Request, res: Response) => {
    execSync(`${this.prefix} ${req.params.id}`); // slguard:expect command-injection
    res.json({ ok: true });
  };
  fixed = async (_req: Request, res: Response) => {
    execSync(`${this.prefix} all`); // slguard:safe
    res.json({ ok: true });
  };
}
const items = new ItemController("show");
app.get("/items/:id", wrap(items.get));
app.get("/items", wrap(items.fixed));
app.post("/items", validate(z.object({ count: z.number(), name: z.string() })), wrap(async (req, res) => {
  execSync(`add ${req.body.name}`); // slguard:expect command-injection
  res.sendStatus(204);
}));
app.param("user", (req, res, next, id) => {
  execSync(`load ${id}`); // slguard:expect command-injection
  next();
});
app.get("/go", (req, res) => {
  const allowed: Record<string, string> = { docs: "https://docs.example.com", home: "/" };
  res.redirect(allowed[String(req.query.to)] ?? "/"); // slguard:safe
});
app.get("/page", (req, res) => {
  res.type("html").send(`<p>${req.query.q}</p>`); // slguard:expect xss-reflected
});
app.get("/page.json", (req, res) => {
  res.type("json").send(`{"q": ${JSON.stringify(req.query.q)}}`); // slguard:safe
});
export const web = serverless(app);

const factory = createFactory();
const handlers = factory.createHandlers(zValidator("param", z.object({ id: z.coerce.number() })), async (c) => {
  execSync(`get ${c.req.valid("param").id}`); // slguard:safe
  execSync(`get ${c.req.param("id")}`); // slguard:expect command-injection
  return c.json({});
});
const hono = new Hono()
  .get("/x/:id", ...handlers)
  .post("/y", zValidator("json", z.object({ tags: z.array(z.string()), kind: z.enum(["a", "b"]) })), async (c) => {
    const { tags, kind } = c.req.valid("json");
    execSync(`tag ${kind}`); // slguard:safe
    execSync(`tag ${tags.join(" ")}`); // slguard:expect command-injection
    return c.text("ok");
  });
export const api = handle(hono);

const schema = transpileSchema({
  type: "object",
  properties: { body: { type: "object", properties: { size: { type: "integer" }, label: { type: "string" } }, required: ["size"] } },
});
export const typed = middy()
  .use(httpJsonBodyParser())
  .use(validator({ eventSchema: schema }))
  .handler(async (event: any) => {
    execSync(`size ${event.body.size}`); // slguard:safe
    execSync(`label ${event.body.label}`); // slguard:expect command-injection
  });

const resolver = new AppSyncGraphQLResolver();
resolver.onQuery<{ text: string }>("search", async ({ text }) => {
  execSync(`grep ${text}`); // slguard:expect command-injection
  return [];
});
class Resolvers {
  @resolver.onMutation("rename")
  async rename({ name }: { name: string }) {
    execSync(`rename ${name}`); // slguard:expect command-injection
    execSync(`rename ${name.length}`); // slguard:safe
  }
}
export const graph = async (event: unknown, context: any) => resolver.resolve(event, context, { scope: new Resolvers() });
void sql;

import Koa from "koa";
import Router from "@koa/router";
import serverless from "serverless-http";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { html } from "hono/html";
import { createReadStream } from "fs";

const koa = new Koa();
const router = new Router();

router.get("/file/:name", async (ctx) => {
  ctx.body = createReadStream("/mnt/" + ctx.params.name); // slguard:expect path-traversal
});
router.get("/go", async (ctx) => {
  ctx.redirect(ctx.query.to as string); // slguard:expect open-redirect
});
router.get("/safe", async (ctx) => {
  ctx.body = { name: ctx.query.name }; // slguard:safe
});
koa.use(router.routes());
export const koaHandler = serverless(koa);

const app = new Hono();
app.get("/hello/:name", (c) => c.html(`<h1>Hello ${c.req.param("name")}</h1>`)); // slguard:expect xss-reflected
app.post("/proxy", async (c) => {
  const { url } = await c.req.json();
  const answer = await fetch(url); // slguard:expect ssrf
  return c.text(await answer.text());
});
app.get("/plain/:name", (c) => c.text(`Hello ${c.req.param("name")}`)); // slguard:safe
app.get("/tagged/:name", (c) => c.html(html`<h1>Hello ${c.req.param("name")}</h1>`)); // slguard:safe
export const handler = handle(app);

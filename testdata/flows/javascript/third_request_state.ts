import express from "express";
import serverless from "serverless-http";
import Koa from "koa";
import Router from "@koa/router";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { exec } from "child_process";

// What one handler leaves on the request, the next one reads.
const app = express();
app.use((req, res, next) => {
  req.tenant = { name: req.headers["x-tenant"], plan: "free" };
  res.locals.user = req.query.user;
  res.locals.theme = "dark";
  next();
});
app.get("/tenant", (req, res) => exec(`export ${req.tenant.name}`)); // slguard:expect command-injection
app.get("/plan", (req, res) => exec(`export ${req.tenant.plan}`)); // slguard:safe
app.get("/user", (req, res) => exec(`export ${res.locals.user}`)); // slguard:expect command-injection
app.get("/theme", (req, res) => exec(`export ${res.locals.theme}`)); // slguard:safe
export const handler = serverless(app);

const koa = new Koa();
const router = new Router();
koa.use(async (ctx, next) => {
  ctx.state.user = ctx.query.user;
  ctx.state.theme = "dark";
  await next();
});
router.get("/user", (ctx) => exec(ctx.state.user)); // slguard:expect command-injection
router.get("/theme", (ctx) => exec(ctx.state.theme)); // slguard:safe
koa.use(router.routes());
export const koaHandler = serverless(koa);

const hono = new Hono();
hono.use("*", async (c, next) => {
  c.set("user", c.req.header("x-user") ?? "anonymous");
  c.set("id", "fixed");
  await next();
});
hono.get("/me", (c) => c.html(`<p>${c.get("user")}</p>`)); // slguard:expect xss-reflected
hono.get("/var", (c) => c.html(`<p>${c.var.user}</p>`)); // slguard:expect xss-reflected
hono.get("/id", (c) => c.html(`<p>${c.get("id")}</p>`)); // slguard:safe
export const honoHandler = handle(hono);

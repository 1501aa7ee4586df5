// slguard:handler handler HTTP_API_V2
import Koa from "koa";
import Router from "@koa/router";
import bodyParser from "koa-bodyparser";
import serverless from "serverless-http";
import { MongoClient } from "mongodb";

const users = new MongoClient(process.env.MONGO_URL).db("app").collection("users");
const router = new Router();

router.post("/login", async (ctx) => {
  const { email, password } = ctx.request.body;
  ctx.body = await users.findOne({ email, password }); // slguard:expect nosql-injection
});
router.post("/login/safe", async (ctx) => {
  ctx.body = await users.findOne({ email: String(ctx.request.body.email), active: true }); // slguard:safe
});
router.get("/find", async (ctx) => {
  ctx.body = await users.find({ name: ctx.query.name }).toArray(); // slguard:safe
});
router.get("/where", async (ctx) => {
  ctx.body = await users.find({ $where: `this.name == '${ctx.query.name}'` }).toArray(); // slguard:expect nosql-injection
});
router.get("/out", (ctx) => {
  ctx.redirect(ctx.query.next); // slguard:expect open-redirect
});

const app = new Koa();
app.use(bodyParser()).use(router.routes()).use(router.allowedMethods());
export const handler = serverless(app);

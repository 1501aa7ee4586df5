const Koa = require("koa");
const Router = require("@koa/router");
const bodyParser = require("koa-bodyparser");
const serverless = require("serverless-http");
const { MongoClient } = require("mongodb");
const fs = require("fs-extra");

const app = new Koa();
const router = new Router({ prefix: "/v1" });
const client = new MongoClient(process.env.MONGO_URL);

router.post("/login", async (ctx) => {
  const { email, password } = ctx.request.body;
  const users = client.db("shop").collection("users");
  const one = await users.findOne({ email, password }); // slguard:expect nosql-injection
  const two = await users.findOne({ email: String(email), hash: { $eq: password } }); // slguard:safe
  ctx.body = { ok: Boolean(one ?? two) };
});

router.get("/users", async (ctx) => {
  const users = client.db("shop").collection("users");
  ctx.body = await users.find({ city: ctx.query.city }).toArray(); // slguard:safe
});

router.get("/doc/:file", async (ctx, next) => {
  ctx.type = "text/plain";
  ctx.body = fs.createReadStream("/mnt/docs/" + ctx.params.file); // slguard:expect path-traversal
  await next();
});

router.get("/go", (ctx) => {
  ctx.redirect(ctx.query.to); // slguard:expect open-redirect
});
router.get("/go-home", (ctx) => {
  ctx.redirect("https://shop.example.com/" + ctx.query.to); // slguard:safe
});

app.use(bodyParser());
app.use(router.routes()).use(router.allowedMethods());
module.exports.handler = serverless(app);

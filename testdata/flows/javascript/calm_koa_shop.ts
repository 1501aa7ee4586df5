import Koa, { type Context, type Next } from "koa";
import Router from "@koa/router";
import bodyParser from "koa-bodyparser";
import serverless from "serverless-http";
import { MongoClient, ObjectId, type Filter } from "mongodb";
import { z } from "zod";

const client = new MongoClient(process.env.MONGO_URL!, { maxPoolSize: 1 });
const products = () => client.db("shop").collection<Product>("products");

interface Product {
  name: string;
  price: number;
  tags: string[];
}

const ProductSchema = z.object({ name: z.string().min(1).max(80), price: z.number().nonnegative(), tags: z.array(z.string()).default([]) });

async function problems(ctx: Context, next: Next) {
  try {
    await next();
  } catch (error) {
    ctx.status = error instanceof z.ZodError ? 422 : 500;
    ctx.body = { error: error instanceof z.ZodError ? error.issues.map(({ path }) => path.join(".")) : "internal" };
    if (ctx.status === 500) ctx.app.emit("error", error, ctx);
  }
}

const router = new Router({ prefix: "/products" });

router.get("/", async (ctx) => {
  const { name, min, sort = "name" } = ctx.query as Record<string, string>;
  const filter: Filter<Product> = {};
  if (name) filter.name = String(name);
  if (min) filter.price = { $gte: Number(min) };
  ctx.body = await products().find(filter).sort({ [sort === "price" ? "price" : "name"]: 1 }).limit(50).toArray(); // slguard:safe
});

router.get("/:id", async (ctx) => {
  if (!ObjectId.isValid(ctx.params.id)) ctx.throw(404);
  ctx.body = await products().findOne({ _id: new ObjectId(ctx.params.id) }); // slguard:safe
});

router.post("/", async (ctx) => {
  const product = ProductSchema.parse(ctx.request.body);
  const { insertedId } = await products().insertOne(product); // slguard:safe
  ctx.status = 201;
  ctx.set("Location", `/products/${insertedId}`); // slguard:safe
  ctx.body = { id: insertedId };
});

router.patch("/:id", async (ctx) => {
  const changes = ProductSchema.partial().parse(ctx.request.body);
  await products().updateOne({ _id: new ObjectId(ctx.params.id) }, { $set: changes }); // slguard:safe
  ctx.status = 204;
});

const app = new Koa();
app.use(problems).use(bodyParser()).use(router.routes()).use(router.allowedMethods());
app.on("error", (error: Error) => console.error(error.name));

export const handler = serverless(app);

import Fastify, { FastifyInstance, FastifyRequest } from "fastify";
import awsLambdaFastify from "@fastify/aws-lambda";
import { Sequelize, QueryTypes } from "sequelize";
import got from "got";

const sequelize = new Sequelize(process.env.DATABASE_URL!);

interface Params {
  id: string;
}

async function products(fastify: FastifyInstance) {
  fastify.get<{ Params: Params; Querystring: { fields?: string } }>("/products/:id", async (request, reply) => {
    const { id } = request.params;
    const fields = request.query.fields ?? "*";
    const unsafe = await sequelize.query(`SELECT ${fields} FROM products WHERE id = :id`, { // slguard:expect sql-injection
      replacements: { id },
      type: QueryTypes.SELECT,
    });
    const safe = await sequelize.query("SELECT * FROM products WHERE id = :id", { replacements: { id } }); // slguard:safe
    return reply.send({ unsafe, safe });
  });

  fastify.post("/hooks", async (request: FastifyRequest<{ Body: { callback: string; id: number } }>) => {
    await got.post(request.body.callback, { json: { id: request.body.id } }); // slguard:expect ssrf
    await got.post("https://hooks.example.com/in", { json: { callback: request.body.callback } }); // slguard:safe
    return { ok: true };
  });
}

const schema = {
  params: { type: "object", properties: { code: { type: "string", pattern: "^[A-Z]{3}$" }, other: { type: "string" } } },
} as const;

const app = Fastify({ logger: true });
app.register(products, { prefix: "/v1" });
app.get("/currencies/:code/:other", { schema }, async (request: any) => {
  const rows = await sequelize.query(`SELECT * FROM rates WHERE code = '${request.params.code}'`); // slguard:safe
  const more = await sequelize.query(`SELECT * FROM rates WHERE other = '${request.params.other}'`); // slguard:expect sql-injection
  return [rows, more];
});

export const handler = awsLambdaFastify(app);

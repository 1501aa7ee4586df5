const awsLambdaFastify = require("@fastify/aws-lambda");
const fastify = require("fastify");
const api = require("lambda-api")();
const { Pool } = require("pg");

const pool = new Pool();
const app = fastify({ logger: true });

app.get("/users/:id", async (request, reply) => {
  const { rows } = await pool.query(`SELECT * FROM users WHERE id = ${request.params.id}`); // slguard:expect sql-injection
  return rows;
});

app.route({
  method: "GET",
  url: "/safe/:id",
  handler: async (request, reply) => {
    const { rows } = await pool.query("SELECT * FROM users WHERE id = $1", [request.params.id]); // slguard:safe
    reply.send({ rows, echo: request.query.echo }); // slguard:safe
  },
});

api.get("/go", async (req, res) => {
  res.redirect(req.query.to); // slguard:expect open-redirect
});

api.get("/home", async (req, res) => {
  res.redirect("/home?from=" + encodeURIComponent(req.query.from)); // slguard:safe
});

exports.handler = awsLambdaFastify(app);
exports.apiHandler = async (event, context) => api.run(event, context);

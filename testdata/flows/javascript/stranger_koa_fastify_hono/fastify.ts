// slguard:handler handler HTTP_API_V2
import awsLambdaFastify from "@fastify/aws-lambda";
import Fastify, { type FastifyInstance } from "fastify";
import { createReadStream } from "node:fs";

const plugin = async (api: FastifyInstance) => {
  api.get<{ Params: { file: string } }>("/download/:file", async (request, reply) => {
    return reply.send(createReadStream(`/mnt/${request.params.file}`)); // slguard:expect path-traversal
  });
  api.get("/proxy", async (request, reply) => {
    const { url } = request.query as { url: string };
    const upstream = await fetch(url); // slguard:expect ssrf
    return upstream.text();
  });
  api.route({
    method: "GET",
    url: "/status/:code",
    handler: async (request) => {
      const { code } = request.params as { code: string };
      return fetch(`https://status.example.com/v1/${encodeURIComponent(code)}`); // slguard:safe
    },
  });
  api.get("/page", async (request, reply) => {
    reply.type("text/html").send(`<p>${(request.query as any).q}</p>`); // slguard:expect xss-reflected
  });
  api.get("/text", async (request, reply) => {
    reply.send(`<p>${(request.query as any).q}</p>`); // slguard:safe
  });
};

const app = Fastify({ logger: true });
app.register(plugin, { prefix: "/api" });
export const handler = awsLambdaFastify(app);

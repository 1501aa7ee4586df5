import middy from "@middy/core";
import jsonBodyParser from "@middy/http-json-body-parser";
import httpHeaderNormalizer from "@middy/http-header-normalizer";
import httpEventNormalizer from "@middy/http-event-normalizer";
import urlEncodePathParser from "@middy/http-urlencode-path-parser";
import cors from "@middy/http-cors";
import inputOutputLogger from "@middy/input-output-logger";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { DataSource } from "typeorm";
import { spawn } from "node:child_process";

const source = new DataSource({ type: "postgres", url: process.env.DATABASE_URL, entities: [] });

interface Body {
  sku: string;
  amounts: number[];
  filters?: { brand?: string };
}

const list = async ({ body, headers }: Omit<APIGatewayProxyEventV2, "body"> & { body: Body }) => {
  const { sku, filters: { brand = "any" } = {} } = body;
  await source.query("SELECT * FROM stock WHERE sku = '" + sku + "'"); // slguard:expect sql-injection
  await source.query(`SELECT * FROM stock WHERE brand = '${brand}'`); // slguard:expect sql-injection
  await source.query("SELECT * FROM stock WHERE sku = $1 AND brand = $2", [sku, brand]); // slguard:safe
  spawn("report", [headers["x-report"] as string]); // slguard:safe
  spawn("report " + headers["x-report"], { shell: true }); // slguard:expect command-injection
  return { statusCode: 200 };
};

export const handler = middy<any>()
  .use(httpEventNormalizer())
  .use(httpHeaderNormalizer())
  .use(jsonBodyParser())
  .use(cors({ origin: "https://shop.example.com" }))
  .handler(list);

const tenant = () => ({
  before: async (request: any) => {
    request.event.tenant = request.event.headers["x-tenant"];
    request.event.stage = process.env.STAGE;
  },
});

export const tenantHandler = middy(async (event: any) => {
  await source.query(`SET search_path TO ${event.tenant}`); // slguard:expect sql-injection
  await source.query(`SET search_path TO ${event.stage}`); // slguard:safe
  return { statusCode: 204 };
})
  .use(urlEncodePathParser())
  .use(tenant());

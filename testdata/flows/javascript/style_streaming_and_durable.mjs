// slguard:trigger FUNCTION_URL
import { withDurableExecution } from "@aws/durable-execution-sdk-js";
import fs from "node:fs";
import path from "node:path";
import { exec } from "node:child_process";

export const handler = awslambda.streamifyResponse(async (event, responseStream, context) => {
  const html = awslambda.HttpResponseStream.from(responseStream, { statusCode: 200, headers: { "Content-Type": "text/html" } });
  html.write("<h1>" + event.queryStringParameters.title + "</h1>"); // slguard:expect xss-reflected
  fs.createReadStream("/mnt/" + event.queryStringParameters.file).pipe(html); // slguard:expect path-traversal
});

export const repairedHandler = awslambda.streamifyResponse(async (event, responseStream, context) => {
  const json = awslambda.HttpResponseStream.from(responseStream, { headers: { "Content-Type": "application/json" } });
  json.write(JSON.stringify({ title: event.queryStringParameters.title })); // slguard:safe
  fs.createReadStream("/mnt/" + path.basename(event.queryStringParameters.file)).pipe(json); // slguard:safe
});

export const durable = withDurableExecution(async (event, context) => {
  const order = await context.step("parse", async () => JSON.parse(event.body));
  await context.step(async () => exec("ship " + order.address)); // slguard:expect command-injection
  await context.step("count", async () => exec("ship " + order.lines.length)); // slguard:safe
});

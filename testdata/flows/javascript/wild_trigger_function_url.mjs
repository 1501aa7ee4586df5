// slguard:trigger FUNCTION_URL
import { createHmac, timingSafeEqual } from "node:crypto";
import { execSync } from "node:child_process";

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  responseStream = awslambda.HttpResponseStream.from(responseStream, { statusCode: 200, headers: { "content-type": "text/html" } });
  const { name } = event.queryStringParameters ?? {};
  responseStream.write(`<h1>${name}</h1>`); // slguard:expect xss-reflected
  responseStream.write("<p>done</p>"); // slguard:safe
  execSync(`greet ${event.requestContext.http.sourceIp}`); // slguard:safe
  execSync(`greet ${event.rawPath.split("/").pop()}`); // slguard:expect command-injection
  responseStream.end();
});

export const webhook = async (event) => {
  const given = Buffer.from(event.headers["x-signature"] ?? "", "hex");
  const own = createHmac("sha256", process.env.WEBHOOK_SECRET).update(event.body).digest();
  if (given.length !== own.length || !timingSafeEqual(given, own)) return { statusCode: 401 };
  const { ref } = JSON.parse(event.body);
  execSync(`git fetch origin ${ref}`); // slguard:expect command-injection
  return { statusCode: 204 };
};

// slguard:trigger ALB
import type { ALBEvent, ALBResult } from "aws-lambda";
import { execSync } from "child_process";
import fetch from "node-fetch";

export const handler = async (event: ALBEvent): Promise<ALBResult> => {
  const name = decodeURIComponent(event.queryStringParameters?.name ?? "");
  const page = event.multiValueQueryStringParameters?.page?.[0];
  execSync(`a ${name}`); // slguard:expect command-injection
  execSync(`b ${page}`); // slguard:expect command-injection
  await fetch(`https://${event.headers!.host}/callback`); // slguard:expect ssrf
  execSync(`c ${event.requestContext.elb.targetGroupArn}`); // slguard:safe
  return {
    statusCode: 200,
    statusDescription: "200 OK",
    isBase64Encoded: false,
    headers: { "Content-Type": "text/html; charset=utf-8" },
    body: `<html><body>${name}</body></html>`, // slguard:expect xss-reflected
  };
};

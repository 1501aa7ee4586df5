import { execSync } from "child_process";
import { APIGatewayProxyEvent } from "aws-lambda";
import * as validation from "./validation";
import { assertIdentifier, isIdentifier } from "./validation";

export const handler = async (event: APIGatewayProxyEvent) => {
  const { name, title } = JSON.parse(event.body!);
  if (!validation.isSafe(name)) {
    return { statusCode: 400, body: "" };
  }
  execSync("build " + name); // slguard:expect command-injection
  execSync("build " + validation.sanitize(title)); // slguard:expect command-injection
  return { statusCode: 200, body: "" };
};

export const repairedHandler = async (event: APIGatewayProxyEvent) => {
  const { name, title, kind } = JSON.parse(event.body!);
  if (!isIdentifier(name)) {
    return { statusCode: 400, body: "" };
  }
  execSync("build " + name); // slguard:safe
  assertIdentifier(kind);
  execSync("build " + kind); // slguard:safe
  execSync("build " + validation.slug(title)); // slguard:safe
  return { statusCode: 200, body: "" };
};

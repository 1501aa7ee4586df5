import { exec } from "child_process";
import validator from "validator";
import net from "net";
import type { APIGatewayProxyEvent } from "aws-lambda";

const NAME = /^[a-z][a-z0-9-]{0,31}$/;
const LOOSE = /^\S+$/;
const LINES = /^[a-z]+$/m;
const REGIONS = Object.freeze(["eu-west-1", "us-east-1"]);
enum Level {
  Low = "low",
  High = "high",
}

const value = (event: APIGatewayProxyEvent, name: string) => event.queryStringParameters?.[name] ?? "";

/** Checks that let a shell metacharacter through. */
export const handler = async (event: APIGatewayProxyEvent) => {
  const name = value(event, "name");
  if (!LOOSE.test(name)) return { statusCode: 400, body: "" };
  exec("run " + name); // slguard:expect command-injection
  const lines = value(event, "lines");
  if (!LINES.test(lines)) return { statusCode: 400, body: "" };
  exec("run " + lines); // slguard:expect command-injection
  const mail = value(event, "mail");
  if (!validator.isEmail(mail)) return { statusCode: 400, body: "" };
  exec("mail " + mail); // slguard:expect command-injection
  const region = value(event, "region");
  if (!REGIONS.includes(region)) {
    console.warn("unexpected region");
  }
  exec("deploy " + region); // slguard:expect command-injection
  const count = value(event, "count");
  parseInt(count, 10);
  exec("head -n " + count); // slguard:expect command-injection
  return { statusCode: 200, body: "" };
};

export const repairedHandler = async (event: APIGatewayProxyEvent) => {
  const name = value(event, "name");
  if (!NAME.test(name)) {
    return { statusCode: 400, body: "" };
  }
  exec("run " + name); // slguard:safe
  const region = value(event, "region");
  if (REGIONS.includes(region)) {
    exec("deploy " + region); // slguard:safe
  }
  const id = value(event, "id");
  if (validator.isUUID(id)) exec("show " + id); // slguard:safe
  const address = value(event, "address");
  if (net.isIP(address) === 0) throw new Error("no address");
  exec("ping -c 1 " + address); // slguard:safe
  const level = value(event, "level");
  switch (level) {
    case Level.Low:
    case Level.High:
      exec("log --level " + level); // slguard:safe
      break;
    default:
      return { statusCode: 400, body: "" };
  }
  const count = value(event, "count");
  if (isNaN(Number(count))) throw new TypeError("count");
  exec("head -n " + count); // slguard:safe
  return { statusCode: 200, body: "" };
};

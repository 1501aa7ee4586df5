import { exec, execFile, spawn } from "child_process";
import { promisify } from "node:util";
import type { APIGatewayProxyHandlerV2, SQSEvent } from "aws-lambda";

const run = promisify(exec);
const SIZES = ["small", "large"];
const TABLE: Record<string, string> = { a: "alpha" };

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { name } = event.pathParameters ?? {};
  exec(`convert ${name}`); // slguard:expect command-injection
  await run("convert " + name); // slguard:expect command-injection
  execFile("convert", [name]); // slguard:safe
  execFile("convert", [name], { shell: true }); // slguard:expect command-injection
  spawn("sh", ["-c", "echo " + name]); // slguard:expect command-injection
  const body = JSON.parse(event.body ?? "{}");
  exec("resize " + body.size); // slguard:expect command-injection
  exec("resize " + Number(body.count)); // slguard:safe
  if (!SIZES.includes(body.kind)) {
    return { statusCode: 400 };
  }
  exec("resize " + body.kind); // slguard:safe
  exec("echo " + event.requestContext.requestId); // slguard:safe
  return { statusCode: 200, body: "ok" };
};

export async function destructuredHandler({ body, headers }) {
  exec(body); // slguard:expect command-injection
  exec(headers["x-name"]); // slguard:expect command-injection
  exec(headers.host); // slguard:safe
}

export const regexHandler = async (event) => {
  const id = event.queryStringParameters.id;
  if (!/^[a-z0-9]+$/.test(id)) throw new Error("bad");
  exec("show " + id); // slguard:safe
};

export const weakRegexHandler = async (event) => {
  const id = event.queryStringParameters.id;
  if (!/[a-z0-9]+/.test(id)) throw new Error("bad");
  exec("show " + id); // slguard:expect command-injection
};

export const promiseHandler = (event) => {
  return Promise.resolve(event.body)
    .then((text) => text.trim())
    .then((line) => exec("echo " + line)); // slguard:expect command-injection
};

export const callbackHandler = (event, context, callback) => {
  ["a", event.body].forEach((each) => exec(each)); // slguard:expect command-injection
  [1, 2].map((n) => exec("head -n " + n)); // slguard:safe
  const sum = event.body.split(",").map((part) => part.trim()).join(" ");
  exec(sum); // slguard:expect command-injection
  callback(null, { statusCode: 200 });
};

class Runner {
  constructor(private readonly prefix: string, private target: string) {}
  go() {
    exec(this.prefix + this.target); // slguard:expect command-injection
  }
  safe() {
    exec(this.prefix); // slguard:safe
  }
}

export const classHandler = async (event) => {
  const runner = new Runner("ls ", event.rawPath);
  runner.go();
  runner.safe();
};

export const switchHandler = async (event) => {
  let command;
  switch (event.body) {
    case "a":
      command = "alpha";
      break;
    default:
      command = "beta";
  }
  exec(command); // slguard:safe
};

import middy from "@middy/core";
import secretsManager from "@middy/secrets-manager";
import ssm from "@middy/ssm";
import { getSecret } from "@aws-lambda-powertools/parameters/secrets";
import { getParameter } from "@aws-lambda-powertools/parameters/ssm";

export const handler = middy()
  .use(secretsManager({ fetchData: { dbPassword: "prod/db" }, setToContext: true }))
  .handler(async (event: { id: string }, context: any) => {
    console.log("context", context.dbPassword); // slguard:expect secret-logging
    return { id: event.id };
  });

export const parametersHandler = async (event: unknown) => {
  const token = await getSecret("prod/token");
  const flag = await getParameter("/feature/flag");
  const key = await getParameter("/prod/key", { decrypt: true });
  console.log("flag", flag); // slguard:safe
  console.log("token", token); // slguard:expect secret-logging
  console.log("key", key); // slguard:expect secret-logging
};

export const repairedHandler = middy()
  .use(ssm({ fetchData: { endpoint: "/prod/endpoint" }, setToContext: true }))
  .handler(async (event: { id: string }, context: any) => {
    console.log("remaining", context.getRemainingTimeInMillis()); // slguard:safe
    return { id: event.id };
  });

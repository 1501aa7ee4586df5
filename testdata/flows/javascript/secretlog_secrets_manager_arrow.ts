import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";

const secrets = new SecretsManagerClient({});

interface Credentials {
  username: string;
  password: string;
  host: string;
}

/** The whole parsed secret goes to the log. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const answer = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.DB_SECRET_ARN }));
  const credentials = JSON.parse(answer.SecretString!) as Credentials;
  console.log("connecting with", credentials); // slguard:expect secret-logging
  console.debug(`password is ${credentials.password}`); // slguard:expect secret-logging
  return { statusCode: 204 };
};

/** Only what is no secret about it: the host, the length, the name of the secret. */
export const repairedHandler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const answer = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.DB_SECRET_ARN }));
  const credentials = JSON.parse(answer.SecretString!) as Credentials;
  console.log("connecting to", credentials.host); // slguard:safe
  console.log("secret", process.env.DB_SECRET_ARN, "version", answer.VersionId); // slguard:safe
  console.log(`password has ${credentials.password.length} characters`); // slguard:safe
  return { statusCode: 204 };
};

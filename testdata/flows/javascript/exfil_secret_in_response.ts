import { SecretsManager } from "@aws-sdk/client-secrets-manager";
import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

const manager = new SecretsManager({});
const sns = new SNSClient({});

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { SecretString } = await manager.getSecretValue({ SecretId: "prod/key" });
  await sns.send(new PublishCommand({ TopicArn: process.env.TOPIC, Message: SecretString })); // slguard:expect sensitive-data-exfiltration
  return {
    statusCode: 200,
    body: JSON.stringify({ config: SecretString }), // slguard:expect sensitive-data-exfiltration
  };
};

export const repairedHandler = async (event: APIGatewayProxyEventV2) => {
  const { SecretString } = await manager.getSecretValue({ SecretId: "prod/key" });
  const answer = await fetch(process.env.BACKEND_URL + "/session", {
    method: "POST",
    headers: { authorization: `Bearer ${SecretString}` },
  });
  await sns.send(new PublishCommand({ TopicArn: process.env.TOPIC, Message: "session opened" })); // slguard:safe
  return { statusCode: answer.status, body: JSON.stringify({ loaded: SecretString !== undefined }) }; // slguard:safe
};

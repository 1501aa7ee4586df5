import { APIGatewayProxyHandler } from "aws-lambda";
import { WebhookClient, notifyPartner } from "@clients/index";

export const handler: APIGatewayProxyHandler = async (event) => {
  const { webhook, order } = JSON.parse(event.body!);
  const status = await new WebhookClient(webhook).notify({ order });
  return { statusCode: status, body: "" };
};

export const repairedHandler: APIGatewayProxyHandler = async (event) => {
  await notifyPartner(event.pathParameters!.reference!);
  return { statusCode: 200, body: "" };
};

// slguard:handler handler HTTP_API_V2
// slguard:handler proxy HTTP_API_V2
import type { APIGatewayProxyHandlerV2 } from "aws-lambda";
import { cleanName, store } from "@lib/fs";

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const name = event.pathParameters?.name!;
  return { statusCode: 200, body: (await store.read(name)) + (await store.readClean(cleanName(name))) };
};

export const proxy: APIGatewayProxyHandlerV2 = async (event) => {
  const { default: net, fixed } = await import("@lib/net/client");
  const [a, b] = await Promise.all([net.relay(event.rawQueryString), fixed(event.pathParameters!.id!)]);
  return { statusCode: 200, body: JSON.stringify([a.data, b.data]) };
};

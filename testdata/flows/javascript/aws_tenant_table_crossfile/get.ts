import type { APIGatewayProxyHandler } from "aws-lambda";
import { Repository, OrderRepository } from "./shared/repository";
import { knownTable, tableOf } from "./shared/tables";

export const handler: APIGatewayProxyHandler = async (event) => {
  const { tenant, id } = event.pathParameters as { tenant: string; id: string };
  const repository = new Repository(tableOf(tenant, "orders"));
  const item = await repository.find(id);
  return { statusCode: item ? 200 : 404, body: "" };
};

export const repairedHandler: APIGatewayProxyHandler = async (event) => {
  const { kind, id } = event.pathParameters as { kind: string; id: string };
  await new OrderRepository(knownTable(kind)).remove(id);
  return { statusCode: 204, body: "" };
};

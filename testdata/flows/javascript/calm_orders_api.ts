import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyResultV2 } from "aws-lambda";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const bus = new EventBridgeClient({});
const TableName = process.env.TABLE_NAME ?? "orders";
const FIELDS = ["status", "note", "priority"] as const;
type Field = (typeof FIELDS)[number];

interface Order {
  pk: string;
  sk: string;
  status: "open" | "paid" | "cancelled";
  lines: { sku: string; amount: number }[];
  note?: string;
}

class HttpError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

const json = (statusCode: number, value: unknown): APIGatewayProxyResultV2 => ({
  statusCode,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(value),
});

function body<T>(event: APIGatewayProxyEventV2WithJWTAuthorizer): Partial<T> {
  if (!event.body) throw new HttpError(400, "body missing");
  const text = event.isBase64Encoded ? Buffer.from(event.body, "base64").toString() : event.body;
  try {
    return JSON.parse(text) as Partial<T>;
  } catch {
    throw new HttpError(400, "body is no JSON");
  }
}

const caller = (event: APIGatewayProxyEventV2WithJWTAuthorizer) => String(event.requestContext.authorizer.jwt.claims.sub);

async function create(event: APIGatewayProxyEventV2WithJWTAuthorizer) {
  const { lines = [], note } = body<Order>(event);
  if (!Array.isArray(lines) || lines.length === 0 || lines.some(({ amount }) => !Number.isInteger(amount) || amount < 1)) {
    throw new HttpError(422, "lines");
  }
  const order: Order = {
    pk: `CUSTOMER#${caller(event)}`,
    sk: `ORDER#${randomUUID()}`,
    status: "open",
    lines: lines.map(({ sku, amount }) => ({ sku: String(sku).slice(0, 64), amount })),
    ...(typeof note === "string" && { note: note.slice(0, 500) }),
  };
  await client.send(new PutCommand({ TableName, Item: order, ConditionExpression: "attribute_not_exists(sk)" })); // slguard:safe
  await bus.send(
    new PutEventsCommand({ Entries: [{ Source: "shop.orders", DetailType: "Created", Detail: JSON.stringify(order) }] }), // slguard:safe
  );
  return json(201, { id: order.sk.slice(6) });
}

async function read(event: APIGatewayProxyEventV2WithJWTAuthorizer) {
  const { id } = event.pathParameters ?? {};
  const { Item } = await client.send(new GetCommand({ TableName, Key: { pk: `CUSTOMER#${caller(event)}`, sk: `ORDER#${id}` } })); // slguard:safe
  if (!Item) throw new HttpError(404, "no such order");
  return json(200, Item);
}

async function list(event: APIGatewayProxyEventV2WithJWTAuthorizer) {
  const { limit = "25", cursor, status } = event.queryStringParameters ?? {};
  const ExclusiveStartKey = cursor ? JSON.parse(Buffer.from(cursor, "base64url").toString()) : undefined;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName, // slguard:safe
      KeyConditionExpression: "pk = :pk",
      ...(status && { FilterExpression: "#s = :s" }),
      ExpressionAttributeNames: status ? { "#s": "status" } : undefined,
      ExpressionAttributeValues: { ":pk": `CUSTOMER#${caller(event)}`, ...(status && { ":s": status }) },
      Limit: Math.min(Number(limit) || 25, 100),
      ExclusiveStartKey,
    }),
  );
  const next = LastEvaluatedKey && Buffer.from(JSON.stringify(LastEvaluatedKey)).toString("base64url");
  return json(200, { items: Items, next });
}

async function patch(event: APIGatewayProxyEventV2WithJWTAuthorizer) {
  const changes = Object.entries(body<Record<Field, string>>(event)).filter(([key]) => FIELDS.includes(key as Field));
  if (changes.length === 0) throw new HttpError(422, "nothing to change");
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName,
      Key: { pk: `CUSTOMER#${caller(event)}`, sk: `ORDER#${event.pathParameters?.id}` },
      UpdateExpression: `SET ${changes.map((_, i) => `#n${i} = :v${i}`).join(", ")}`, // slguard:safe
      ExpressionAttributeNames: Object.fromEntries(changes.map(([key], i) => [`#n${i}`, key])), // slguard:safe
      ExpressionAttributeValues: Object.fromEntries(changes.map(([, value], i) => [`:v${i}`, value])), // slguard:safe
      ReturnValues: "ALL_NEW",
    }),
  );
  return json(200, Attributes);
}

async function cancel(event: APIGatewayProxyEventV2WithJWTAuthorizer) {
  const key = { pk: `CUSTOMER#${caller(event)}`, sk: `ORDER#${event.pathParameters?.id}` };
  await client.send(
    new TransactWriteCommand({
      TransactItems: [
        { Delete: { TableName, Key: key, ConditionExpression: "attribute_exists(sk)" } },
        { Put: { TableName, Item: { ...key, pk: `ARCHIVE#${key.pk}`, cancelledAt: new Date().toISOString() } } },
      ],
    }),
  );
  await client.send(new DeleteCommand({ TableName, Key: { pk: key.pk, sk: "CACHE" } }));
  return json(204, null);
}

const routes = new Map<string, (event: APIGatewayProxyEventV2WithJWTAuthorizer) => Promise<APIGatewayProxyResultV2>>([
  ["POST /orders", create],
  ["GET /orders", list],
  ["GET /orders/{id}", read],
  ["PATCH /orders/{id}", patch],
  ["DELETE /orders/{id}", cancel],
]);

export const handler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer): Promise<APIGatewayProxyResultV2> => {
  const route = routes.get(event.routeKey);
  if (!route) return json(404, { error: "no route" });
  try {
    return await route(event);
  } catch (error) {
    if (error instanceof HttpError) return json(error.status, { error: error.name });
    console.error("request failed", { route: event.routeKey, id: event.requestContext.requestId, error });
    return json(500, { error: "internal" });
  }
};

// slguard:trigger WEBSOCKET
import { ApiGatewayManagementApiClient, GoneException, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyWebsocketHandlerV2 } from "aws-lambda";

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.CONNECTIONS;

const ok = { statusCode: 200, body: "" };

export const connect: APIGatewayProxyWebsocketHandlerV2 = async (event) => {
  const { connectionId, connectedAt } = event.requestContext;
  await db.send(new PutCommand({ TableName, Item: { id: connectionId, connectedAt } }));
  return ok;
};

export const disconnect: APIGatewayProxyWebsocketHandlerV2 = async (event) => {
  await db.send(new DeleteCommand({ TableName, Key: { id: event.requestContext.connectionId } })); // slguard:safe
  return ok;
};

export const message: APIGatewayProxyWebsocketHandlerV2 = async (event) => {
  const { domainName, stage, connectionId } = event.requestContext;
  const { text = "" } = JSON.parse(event.body ?? "{}") as { text?: string };
  const api = new ApiGatewayManagementApiClient({ endpoint: `https://${domainName}/${stage}` }); // slguard:safe
  const Data = JSON.stringify({ from: connectionId, text: text.slice(0, 1000), at: new Date() });
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName, ProjectionExpression: "id" })) { // slguard:safe
    await Promise.all(
      Items.map(async ({ id }) => {
        try {
          await api.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data })); // slguard:safe
        } catch (error) {
          if (!(error instanceof GoneException)) throw error;
          await db.send(new DeleteCommand({ TableName, Key: { id } }));
        }
      }),
    );
  }
  return ok;
};

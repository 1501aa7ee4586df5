// slguard:trigger WEBSOCKET
import { ApiGatewayManagementApi, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { ApiGatewayV2Client, GetModelsCommand } from "@aws-sdk/client-apigatewayv2";

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const s3 = new S3Client({});
const api = new ApiGatewayV2Client({});

/** Connections come from the application's own table, keys from its own bucket. */
export const broadcastHandler = async (event: any) => {
  const sockets = new ApiGatewayManagementApi({ endpoint: process.env.ENDPOINT });
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: process.env.TABLE }));
  for (const { connectionId } of Items) {
    await sockets.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: event.body })); // slguard:safe
  }
  return { statusCode: 200 };
};

export const cleanHandler = async () => {
  const list = await s3.send(new ListObjectsV2Command({ Bucket: process.env.BUCKET }));
  for (const object of list.Contents ?? []) {
    await s3.send(new DeleteObjectCommand({ Bucket: process.env.BUCKET, Key: object.Key })); // slguard:safe
  }
  return { statusCode: 204 };
};

export const pagesHandler = async (event: any) => {
  let token: string | undefined;
  do {
    const page = await api.send(new GetModelsCommand({ ApiId: process.env.API, NextToken: token }));
    token = page.NextToken;
    console.log("next page", token); // slguard:safe
  } while (token);
  return { statusCode: 200, body: JSON.stringify({ done: true }) };
};

/** The caller says whom to write to. */
export const writeHandler = async (event: any) => {
  const { to, text } = JSON.parse(event.body);
  const sockets = new ApiGatewayManagementApi({ endpoint: process.env.ENDPOINT });
  await sockets.postToConnection({ ConnectionId: to, Data: text }); // slguard:expect tainted-aws-resource
  return { statusCode: 200 };
};

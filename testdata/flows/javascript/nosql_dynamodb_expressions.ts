import { DynamoDBClient, ScanCommand, ExecuteStatementCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument, QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";

const client = new DynamoDBClient({});
const documents = DynamoDBDocument.from(client);

export const handler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer) => {
  const field = event.queryStringParameters?.field;
  const input: QueryCommandInput = {
    TableName: process.env.TABLE,
    KeyConditionExpression: "pk = :pk",
    FilterExpression: `${field} = :value`, // slguard:expect nosql-injection
    ExpressionAttributeValues: { ":pk": "a", ":value": event.queryStringParameters?.value },
  };
  await documents.query(input);
  await client.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM "t" WHERE id = '${field}'` })); // slguard:expect sql-injection
  return { statusCode: 200 };
};

export const repairedHandler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer) => {
  const value = event.queryStringParameters?.value;
  const page = await documents.query({
    TableName: process.env.TABLE,
    KeyConditionExpression: "#pk = :pk",
    ExpressionAttributeNames: { "#pk": "owner" },
    ExpressionAttributeValues: { ":pk": value }, // slguard:safe
  });
  await documents.update({
    TableName: process.env.TABLE,
    Key: { id: event.pathParameters?.id },
    UpdateExpression: "SET title = :t", // slguard:safe
    ExpressionAttributeValues: { ":t": value },
  });
  await client.send(new ExecuteStatementCommand({ Statement: "SELECT * FROM t WHERE id = ?", Parameters: [{ S: value! }] })); // slguard:safe
  return { statusCode: 200, body: JSON.stringify(page.Count) };
};

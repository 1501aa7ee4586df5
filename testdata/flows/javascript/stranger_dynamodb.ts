import { DynamoDBClient, QueryCommand, ExecuteStatementCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand, UpdateCommand, GetCommand } from "@aws-sdk/lib-dynamodb";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async (event: any) => {
  const { field, value, table } = JSON.parse(event.body);
  await client.send(new ScanCommand({
    TableName: process.env.TABLE,
    FilterExpression: `${field} = :v`, // slguard:expect nosql-injection
    ExpressionAttributeValues: { ":v": value },
  }));
  await client.send(new ScanCommand({
    TableName: process.env.TABLE,
    FilterExpression: "#f = :v", // slguard:safe
    ExpressionAttributeNames: { "#f": "name" },
    ExpressionAttributeValues: { ":v": value },
  }));
  await client.send(new GetCommand({ TableName: table, Key: { id: value } })); // slguard:expect tainted-aws-resource
  await client.send(new GetCommand({ TableName: process.env.TABLE, Key: { id: value } })); // slguard:safe
  await client.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM orders WHERE id = '${value}'` })); // slguard:expect sql-injection
  await client.send(new ExecuteStatementCommand({ Statement: "SELECT * FROM orders WHERE id = ?", Parameters: [{ S: value }] })); // slguard:safe
  const names = Object.keys(JSON.parse(event.body)).map((key) => `${key} = :${key}`);
  await client.send(new UpdateCommand({
    TableName: process.env.TABLE,
    Key: { id: "1" },
    UpdateExpression: "SET " + names.join(", "), // slguard:expect nosql-injection
  }));
};

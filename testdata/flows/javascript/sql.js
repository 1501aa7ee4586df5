const mysql = require("mysql2/promise");
const { Client, Pool } = require("pg");
const { DynamoDBClient } = require("@aws-sdk/client-dynamodb");
const { DynamoDBDocumentClient, QueryCommand, GetCommand, ScanCommand } = require("@aws-sdk/lib-dynamodb");
const { LambdaClient, InvokeCommand } = require("@aws-sdk/client-lambda");
const AWS = require("aws-sdk");

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const pool = new Pool();
const lambda = new LambdaClient({});

exports.handler = async (event) => {
  const id = event.queryStringParameters.id;
  const connection = await mysql.createConnection({ host: "h" });
  await connection.query("select * from t where id = " + id); // slguard:expect sql-injection
  await connection.query("select * from t where id = ?", [id]); // slguard:safe
  const client = new Client();
  await client.query(`select * from t where id = ${id}`); // slguard:expect sql-injection
  await client.query({ text: "select " + id, values: [] }); // slguard:expect sql-injection
  await pool.query("select $1", [id]); // slguard:safe
  await documents.send(new ScanCommand({ TableName: "t", FilterExpression: "a = " + id })); // slguard:expect nosql-injection
  await documents.send(new GetCommand({ TableName: "t", Key: { id } })); // slguard:safe
  await documents.send(new QueryCommand(event.queryStringParameters)); // slguard:expect nosql-injection tainted-aws-resource
  await lambda.send(new InvokeCommand({ FunctionName: id })); // slguard:expect tainted-aws-resource
  await lambda.send(new InvokeCommand({ FunctionName: "fixed", Payload: id })); // slguard:safe
};

module.exports.secondOrderHandler = async (event) => {
  const { Item } = await documents.send(new GetCommand({ TableName: "t", Key: { id: event.pathParameters.id } }));
  await pool.query("select " + Item.query); // slguard:expect sql-injection
  const old = await new AWS.DynamoDB.DocumentClient().get({ TableName: "t", Key: {} }).promise();
  await pool.query("select " + old.Item.text); // slguard:expect sql-injection
};

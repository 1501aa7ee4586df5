import { Client } from "pg";
import type { APIGatewayProxyHandler } from "aws-lambda";

const SORTABLE = new Set(["created", "total"]);

export const handler: APIGatewayProxyHandler = async (event) => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { orderId } = event.pathParameters!;
    const result = await client.query(`SELECT * FROM orders WHERE id = '${orderId}'`); // slguard:expect sql-injection
    return { statusCode: 200, body: JSON.stringify(result.rows) };
  } finally {
    await client.end();
  }
};

export const repairedHandler: APIGatewayProxyHandler = async (event) => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { orderId } = event.pathParameters!;
    const sort = event.queryStringParameters?.sort ?? "created";
    if (!SORTABLE.has(sort)) {
      return { statusCode: 400, body: "cannot sort by that" };
    }
    const limit = parseInt(event.queryStringParameters?.limit ?? "10", 10);
    const text = `SELECT * FROM orders WHERE id = $1 ORDER BY ${sort} LIMIT ${limit}`;
    const result = await client.query(text, [orderId]); // slguard:safe
    return { statusCode: 200, body: JSON.stringify(result.rows) };
  } finally {
    await client.end();
  }
};

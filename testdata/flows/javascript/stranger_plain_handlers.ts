import { Client } from "pg";
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, Context } from "aws-lambda";

const db = new Client({ connectionString: process.env.DATABASE_URL });

export const handler = async (event: APIGatewayProxyEventV2, _context: Context): Promise<APIGatewayProxyResultV2> => {
  const id = event.pathParameters?.id ?? "0";
  const { rows } = await db.query(`SELECT * FROM orders WHERE id = ${id}`); // slguard:expect sql-injection
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const bound = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const id = event.pathParameters?.id ?? "0";
  const { rows } = await db.query("SELECT * FROM orders WHERE id = $1", [id]); // slguard:safe
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const sorted = async ({ queryStringParameters: { order = "created", ...filters } = {} }: APIGatewayProxyEventV2) => {
  const where = Object.entries(filters).map(([column, value]) => `${column} = '${value}'`).join(" AND ");
  await db.query("SELECT * FROM orders WHERE " + where + " ORDER BY created"); // slguard:expect sql-injection
  const direction = order === "newest" ? "DESC" : "ASC";
  await db.query(`SELECT * FROM orders ORDER BY created ${direction}`); // slguard:safe
  await db.query({ text: `SELECT * FROM orders ORDER BY ${order}`, values: [] }); // slguard:expect sql-injection
};

const columns = { created: "created_at", total: "total_cents" } as const;
export const picked = async (event: APIGatewayProxyEventV2) => {
  const wanted = event.queryStringParameters?.by ?? "created";
  if (!Object.hasOwn(columns, wanted)) return { statusCode: 400 };
  const column = columns[wanted as keyof typeof columns];
  return db.query(`SELECT * FROM orders ORDER BY ${column}`); // slguard:safe
};

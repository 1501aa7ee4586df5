import { Pool, QueryResult } from "pg";

let pool: Pool | undefined;

export function connection(): Pool {
  pool ??= new Pool({ max: 1 });
  return pool;
}

export async function run(text: string, values: unknown[] = []): Promise<QueryResult> {
  const client = await connection().connect();
  try {
    return await client.query(text, values); // slguard:expect sql-injection
  } finally {
    client.release();
  }
}

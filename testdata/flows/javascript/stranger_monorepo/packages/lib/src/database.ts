import { createConnection } from "mysql2/promise";
export async function query(table: string) {
  const connection = await createConnection({});
  return connection.query("SELECT * FROM " + table); // slguard:expect sql-injection
}
export async function bound(id: string) {
  const connection = await createConnection({});
  return connection.execute("SELECT * FROM orders WHERE id = ?", [id]); // slguard:safe
}

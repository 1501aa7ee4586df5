import mysql from "mysql2/promise";

const pool = mysql.createPool({ host: process.env.DB_HOST, database: "shop" });

export async function receiptOf(id) {
  const [rows] = await pool.query(`SELECT * FROM receipts WHERE id = '${id}'`);  // slguard:expect sql-injection
  return rows[0];
}

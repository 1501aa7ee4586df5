// slguard:trigger SQS
import mysql from "mysql2/promise";

const pool = mysql.createPool({ uri: process.env.DB_URI, connectionLimit: 1 });

export const handler = async (event) => {
  const failures = [];
  for (const record of event.Records) {
    const message = JSON.parse(record.body);
    try {
      const [rows] = await pool.execute("UPDATE stock SET qty = qty - " + message.qty + " WHERE sku = '" + message.sku + "'"); // slguard:expect sql-injection
      console.log("updated", rows.affectedRows);
    } catch (error) {
      failures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures: failures };
};

export const repairedHandler = async (event) => {
  await Promise.all(
    event.Records.map(async ({ body, messageId }) => {
      const { qty, sku } = JSON.parse(body);
      await pool.execute("UPDATE stock SET qty = qty - ? WHERE sku = ?", [qty, sku]); // slguard:safe
      await pool.query("INSERT INTO seen VALUES ('" + messageId + "')"); // slguard:safe
    }),
  );
};

// slguard:trigger EVENTBRIDGE
import type { EventBridgeEvent } from "aws-lambda";
import { createConnection } from "mysql2/promise";

interface Ordered {
  readonly id: string;
  readonly customer: { readonly name: string };
}

export const handler = async (event: EventBridgeEvent<"Ordered", Ordered>): Promise<void> => {
  const connection = await createConnection(process.env.DATABASE_URL!);
  const { id, customer } = event.detail;
  await connection.execute(`UPDATE orders SET name = '${customer.name}' WHERE id = ?`, [id]); // slguard:expect sql-injection
  await connection.execute("UPDATE orders SET name = ? WHERE id = ?", [customer.name, id]); // slguard:safe
  await connection.execute(`INSERT INTO log VALUES ('${event["detail-type"]}', '${event.account}')`); // slguard:safe
  await connection.end();
};

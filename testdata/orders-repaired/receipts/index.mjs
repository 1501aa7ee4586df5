// Shows and sends receipts.
import { receiptOf } from "./store.mjs";

export const handler = async (event) => {
  const id = event.pathParameters?.id ?? JSON.parse(event.body).id;
  const receipt = await receiptOf(id);
  return { statusCode: 200, body: JSON.stringify(receipt) };
};

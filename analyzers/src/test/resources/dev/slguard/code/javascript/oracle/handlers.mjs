import middy from '@middy/core';
import { DynamoDBClient, GetItemCommand as Get } from '@aws-sdk/client-dynamodb';
import * as path from 'node:path';
export * from './other.mjs';
export { run as handle } from "./run.mjs";

const client = new DynamoDBClient({});
const table = process.env.TABLE ?? `orders-${process.env.STAGE || 'dev'}`;

export const handler = middy(async ({ body, pathParameters: { id = '0' } = {} }, context) => {
  const order = await client.send(new Get({ TableName: table, Key: { id: { S: id } } }));
  for (const [key, value] of Object.entries(JSON.parse(body))) {
    if (!/^[a-z/]+$/.test(key)) continue;
    order.Item[key] = value;
  }
  return { statusCode: 200, body: JSON.stringify(order.Item), headers: { 'content-type': 'application/json' } };
}).use(import('./plugin.mjs'));

export default class Orders {
  #client = client;
  static async *list(...ids) { for await (const id of ids) yield* this.read(id); }
  async read(id) { return this.#client.send(new Get({ Key: { id } }))?.Item?.['name']; }
  get name() { return path.basename(`${table}/${this.id}`); }
}

process.on('exit', function () { console.log("bye\u0021"); });

// slguard:trigger DYNAMODB_STREAM
import type { DynamoDBStreamEvent } from "aws-lambda";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { Client } from "@elastic/elasticsearch";
import { Pool } from "pg";

const pool = new Pool();
type Row = { id: string; name: string; count: number };

const rows = (event: DynamoDBStreamEvent): Row[] =>
  event.Records.filter((record) => record.eventName !== "REMOVE")
    .map((record) => record.dynamodb?.NewImage)
    .filter((image): image is NonNullable<typeof image> => image !== undefined)
    .map((image) => unmarshall(image as any) as Row);

export const handler = async (event: DynamoDBStreamEvent) => {
  for (const { name, count } of rows(event)) {
    await pool.query(`INSERT INTO mirror(name) VALUES ('${name}')`); // slguard:expect sql-injection
    await pool.query("INSERT INTO mirror(name, count) VALUES ($1, $2)", [name, count]); // slguard:safe
  }
  for (const record of event.Records) {
    await pool.query("DELETE FROM mirror WHERE id = '" + record.dynamodb!.Keys!.id.S + "'"); // slguard:expect sql-injection
    await pool.query("DELETE FROM mirror WHERE amount = " + Number(record.dynamodb!.Keys!.amount.N)); // slguard:safe
    await pool.query(`INSERT INTO seen VALUES ('${record.eventID}')`); // slguard:safe
  }
};

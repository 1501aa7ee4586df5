// slguard:trigger DYNAMODB_STREAM
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { DynamoDBStreamEvent, DynamoDBRecord } from "aws-lambda";
import Database from "better-sqlite3";

const database = new Database("/tmp/replica.db");

function rowOf(record: DynamoDBRecord) {
  return unmarshall(record.dynamodb!.NewImage as Record<string, AttributeValue>);
}

export const handler = async (event: DynamoDBStreamEvent): Promise<void> => {
  event.Records.filter((record) => record.eventName === "INSERT")
    .map(rowOf)
    .forEach((row) => {
      database.exec(`INSERT INTO replica VALUES ('${row.id}', '${row.title}')`); // slguard:expect sql-injection
    });
};

export const repairedHandler = async (event: DynamoDBStreamEvent): Promise<void> => {
  const insert = database.prepare("INSERT INTO replica VALUES (?, ?)"); // slguard:safe
  for (const record of event.Records) {
    const row = rowOf(record);
    insert.run(row.id, row.title);
    database.exec(`INSERT INTO audit VALUES ('${record.eventID}', '${record.eventName}')`); // slguard:safe
  }
};

// slguard:trigger KINESIS
import { KinesisStreamEvent, KinesisStreamRecord } from "aws-lambda";
import { gunzipSync } from "zlib";
import { Client } from "pg";

const client = new Client();

const decode = ({ kinesis }: KinesisStreamRecord) => JSON.parse(Buffer.from(kinesis.data, "base64").toString("utf8"));

export const handler = async (event: KinesisStreamEvent): Promise<void> => {
  const rows = event.Records.map(decode);
  for (const { device, value } of rows) {
    await client.query(`insert into metrics values ('${device}', ${value})`); // slguard:expect sql-injection
  }
  const packed = gunzipSync(Buffer.from(event.Records[0].kinesis.data, "base64")).toString();
  await client.query(`insert into raw values ('${packed}')`); // slguard:expect sql-injection
};

export const repairedHandler = async (event: KinesisStreamEvent): Promise<void> => {
  for (const record of event.Records) {
    const { device, value } = decode(record);
    await client.query("insert into metrics values ($1, $2)", [device, value]); // slguard:safe
    await client.query(`insert into seen values ('${record.kinesis.sequenceNumber}')`); // slguard:safe
    const hex = Buffer.from(record.kinesis.data, "base64").toString("hex");
    await client.query(`insert into raw values ('${hex}')`); // slguard:safe
  }
};

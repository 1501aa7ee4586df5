// slguard:handler kinesis KINESIS
// slguard:handler s3 S3
// slguard:handler stream DYNAMODB_STREAM
import type { KinesisStreamEvent, S3Event, DynamoDBStreamHandler } from "aws-lambda";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { execSync } from "node:child_process";
import { gunzipSync } from "node:zlib";

export const kinesis = async (event: KinesisStreamEvent) => {
  const lines = event.Records.flatMap((r) => Buffer.from(r.kinesis.data, "base64").toString("utf-8").split("\n"));
  for (const line of lines.filter(Boolean)) {
    execSync(`logger ${line}`); // slguard:expect command-injection
  }
  const packed = gunzipSync(Buffer.from(event.Records[0].kinesis.data, "base64")).toString();
  execSync("logger " + JSON.parse(packed).text); // slguard:expect command-injection
  execSync("logger " + event.Records[0].kinesis.sequenceNumber); // slguard:safe
};

export async function s3(event: S3Event) {
  for (const { s3: { bucket, object } } of event.Records) {
    const key = decodeURIComponent(object.key.replace(/\+/g, " "));
    execSync(`aws s3 cp s3://${bucket.name}/x /tmp/x`); // slguard:safe
    execSync(`identify "${key}"`); // slguard:expect command-injection
  }
}

export const stream: DynamoDBStreamHandler = async (event) => {
  for (const record of event.Records) {
    if (record.eventName !== "INSERT" || !record.dynamodb?.NewImage) continue;
    const item = unmarshall(record.dynamodb.NewImage as any);
    execSync("notify " + item.name); // slguard:expect command-injection
    execSync("notify " + record.eventName); // slguard:safe
  }
};

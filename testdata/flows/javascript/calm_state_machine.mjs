// slguard:handler validate STEP_FUNCTIONS
// slguard:handler load STEP_FUNCTIONS
// slguard:handler stopIdle STEP_FUNCTIONS
// slguard:handler route STEP_FUNCTIONS
import { EC2Client, DescribeInstancesCommand, StopInstancesCommand } from "@aws-sdk/client-ec2";
import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
import { parse } from "csv-parse/sync";
import { format } from "date-fns";

const ec2 = new EC2Client({});
const s3 = new S3Client({});

export const validate = async (event) => {
  const { rows = [] } = event;
  const bad = rows.filter(({ sku, amount }) => !/^[A-Z]{2}\d{4}$/.test(sku) || !(amount > 0));
  return { ...event, valid: bad.length === 0, bad: bad.map(({ sku }) => sku) };
};

export const load = async ({ batch }) => {
  const object = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: `batches/${Number(batch)}.csv` })); // slguard:safe
  const rows = parse(await object.Body.transformToString(), { columns: true, skip_empty_lines: true });
  return { batch, day: format(new Date(), "yyyy-MM-dd"), rows: rows.map(({ sku, amount }) => ({ sku, amount: Number(amount) })) };
};

export const stopIdle = async () => {
  const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({ Filters: [{ Name: "tag:idle", Values: ["true"] }] }));
  const InstanceIds = Reservations.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId }) => InstanceId));
  if (InstanceIds.length > 0) await ec2.send(new StopInstancesCommand({ InstanceIds })); // slguard:safe
  return { stopped: InstanceIds.length };
};

export const route = async ({ amount, country }) => {
  const level = amount > 1000 ? "manual" : ["DE", "FR"].includes(country) ? "automatic" : "review";
  return { level };
};

// slguard:trigger S3
import { writeFile, rm, mkdir } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import os from "node:os";
import path from "node:path";
import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
import { randomUUID } from "node:crypto";

const s3 = new S3Client();

export const handler = async (event) => {
  const [{ s3: { bucket, object } }] = event.Records;
  const target = path.join(os.tmpdir(), object.key);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: "fixed" }));
  await pipeline(Body, createWriteStream(target)); // slguard:expect path-traversal
  await rm(target, { force: true }); // slguard:expect path-traversal
};

export const repairedHandler = async (event) => {
  const [{ s3: { bucket, object } }] = event.Records;
  const target = path.join(os.tmpdir(), randomUUID() + path.extname(path.basename(object.key)));
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: "fixed" }));
  await pipeline(Body, createWriteStream(target)); // slguard:safe
  await mkdir(`/tmp/${object.eTag}`, { recursive: true }); // slguard:safe
  await writeFile(`/tmp/${object.size}.json`, JSON.stringify(object)); // slguard:safe
};

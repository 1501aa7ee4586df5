// slguard:trigger S3
import type { S3Event, S3Handler } from "aws-lambda";
import { S3 } from "@aws-sdk/client-s3";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { execFile, exec } from "node:child_process";
import { basename } from "node:path";
import type { Readable } from "node:stream";

const s3 = new S3();

export const handler: S3Handler = async (event: S3Event) => {
  for (const { s3: { bucket, object } } of event.Records) {
    const key = decodeURIComponent(object.key.replace(/\+/g, " "));
    const { Body, ContentType } = await s3.getObject({ Bucket: bucket.name, Key: key }); // slguard:safe
    await pipeline(Body as Readable, createWriteStream(`/tmp/${key}`)); // slguard:expect path-traversal
    await pipeline(Body as Readable, createWriteStream(`/tmp/${basename(key)}`)); // slguard:safe
    exec(`ffmpeg -i /tmp/${key} /tmp/out.mp4`); // slguard:expect command-injection
    execFile("identify", ["/tmp/" + basename(key)]); // slguard:safe
    exec(`file --size ${object.size} /tmp/in`); // slguard:safe
    exec(`echo ${await Body!.transformToString()}`); // slguard:expect command-injection
    void ContentType;
  }
};

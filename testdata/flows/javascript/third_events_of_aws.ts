// slguard:trigger EVENTBRIDGE_OF_AWS
import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
import { createWriteStream } from "fs";
import { join, extname } from "path";

const s3 = new S3Client({});
export const handler = async (event: any) => {
  const { bucket, object } = event.detail;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: object.key })); // slguard:safe
  (Body as any).pipe(createWriteStream(join("/tmp", object.key))); // slguard:expect path-traversal
  (Body as any).pipe(createWriteStream(`/tmp/${object.etag}${extname(object.key)}`)); // slguard:safe
  (Body as any).pipe(createWriteStream(`/tmp/${object.size}.bin`)); // slguard:safe
};

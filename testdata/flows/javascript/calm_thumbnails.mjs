// slguard:trigger S3
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import sharp from "sharp";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { tmpdir } from "node:os";
import path from "node:path";

const s3 = new S3Client({});
const run = promisify(execFile);
const SIZES = [128, 512, 1024];
const TYPES = new Map([[".jpg", "image/jpeg"], [".jpeg", "image/jpeg"], [".png", "image/png"]]);

async function download(bucket, key) {
  const { Body, ContentLength = 0 } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (ContentLength > 20 * 1024 * 1024) throw new RangeError("too large");
  return Buffer.from(await Body.transformToByteArray());
}

async function metadata(image) {
  const folder = await mkdtemp(path.join(tmpdir(), "exif-"));
  const file = path.join(folder, "image");
  try {
    await writeFile(file, image); // slguard:safe
    const { stdout } = await run("/opt/bin/exiftool", ["-json", file], { timeout: 5000 }); // slguard:safe
    const [{ Orientation = 1, ImageWidth, ImageHeight } = {}] = JSON.parse(stdout);
    return { orientation: Number(Orientation), width: Number(ImageWidth), height: Number(ImageHeight) };
  } finally {
    await rm(folder, { recursive: true, force: true }); // slguard:safe
  }
}

async function one(record) {
  const { bucket, object } = record.s3;
  const key = decodeURIComponent(object.key.replace(/\+/g, " "));
  const extension = path.extname(key).toLowerCase();
  const type = TYPES.get(extension);
  if (type === undefined) {
    console.log(JSON.stringify({ level: "info", message: "skipped", extension }));
    return [];
  }
  const image = await download(bucket.name, key);
  const { width } = await metadata(image);
  // Who uploads may make two images of one digest, and so replace the other's thumbnails.
  const digest = createHash("md5").update(image).digest("hex"); // slguard:expect weak-crypto
  return Promise.all(
    SIZES.filter((size) => size < width).map(async (size) => {
      const small = await sharp(image).rotate().resize(size).toBuffer(); // slguard:safe
      await s3.send(
        new PutObjectCommand({
          Bucket: process.env.TARGET_BUCKET,
          Key: `thumbnails/${size}/${digest}${extension === ".png" ? ".png" : ".jpg"}`, // slguard:safe
          Body: small,
          ContentType: type,
          Metadata: { width: String(size), etag: object.eTag },
        }),
      );
      return size;
    }),
  );
}

export const handler = async (event) => {
  const results = await Promise.allSettled(event.Records.map(one));
  const failed = results.filter(({ status }) => status === "rejected").length;
  if (failed > 0) throw new Error(`${failed} of ${results.length} images failed`);
  return { done: results.length };
};

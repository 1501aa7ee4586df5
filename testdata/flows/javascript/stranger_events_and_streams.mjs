import { EventEmitter, once } from "node:events";
import { pipeline, Readable, Transform } from "node:stream";
import { createReadStream, createWriteStream, readFile } from "node:fs";
import { execSync } from "node:child_process";
import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
import { createGunzip } from "node:zlib";

const bus = new EventEmitter();
bus.on("job", (name, size) => {
  execSync("process " + name); // slguard:expect command-injection
  execSync("process " + size); // slguard:safe
});
bus.on("tick", (name) => {
  execSync("process " + name); // slguard:safe
});

export const handler = async (event) => {
  const { name } = JSON.parse(event.body);
  bus.emit("job", name, 3);
  bus.emit("tick", "constant");
};

export const upload = async (event) => {
  const target = `/tmp/${event.pathParameters.name}`;
  pipeline(Readable.from([event.body]), createGunzip(), createWriteStream(target), (err) => { // slguard:expect path-traversal
    if (err) console.error("failed");
  });
  readFile(`/opt/${event.pathParameters.name}.json`, "utf8", (err, data) => { // slguard:expect path-traversal
    if (!err) execSync("true");
  });
  createReadStream("/opt/fixed.json").pipe(createWriteStream("/tmp/fixed.json")); // slguard:safe
};

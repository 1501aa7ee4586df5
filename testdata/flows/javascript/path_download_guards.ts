import fs from "fs";
import path from "path";
import { promises as fsp, createReadStream } from "node:fs";
import type { APIGatewayProxyEvent } from "aws-lambda";

const BASE = "/mnt/efs/files";

/** Each of these looks like a cure and is none. */
export const handler = async (event: APIGatewayProxyEvent) => {
  const name = event.queryStringParameters!.name!;
  fs.readFileSync(path.resolve(BASE, name)); // slguard:expect path-traversal
  fs.readFileSync(path.normalize(`${BASE}/${name}`)); // slguard:expect path-traversal
  await fsp.readFile(path.join(BASE, encodeURIComponent(name))); // slguard:expect path-traversal
  await fsp.writeFile("/tmp/" + name.replace("../", ""), event.body ?? ""); // slguard:expect path-traversal
  const resolved = path.resolve(BASE, name);
  if (!resolved.startsWith(BASE)) {
    throw new Error("outside");
  }
  createReadStream(resolved); // slguard:expect path-traversal
  const raw = BASE + "/" + name;
  if (!raw.startsWith("/mnt/efs/files/")) {
    throw new Error("outside");
  }
  fs.unlinkSync(raw); // slguard:expect path-traversal
  return { statusCode: 200, body: "" };
};

export const repairedHandler = async (event: APIGatewayProxyEvent) => {
  const name = event.queryStringParameters!.name!;
  fs.readFileSync(path.join(BASE, path.basename(name))); // slguard:safe
  const resolved = path.resolve(BASE, name);
  if (!resolved.startsWith(BASE + path.sep)) {
    throw new Error("outside");
  }
  createReadStream(resolved); // slguard:safe
  const relative = path.relative(BASE, path.join(BASE, name));
  if (!relative.startsWith("..") && !path.isAbsolute(relative)) {
    fs.unlinkSync(path.join(BASE, relative)); // slguard:safe
  }
  await fsp.readFile(path.join(BASE, name.replace(/[/\\]/g, "_"))); // slguard:safe
  await fsp.readFile(path.join(BASE, path.normalize("/" + name))); // slguard:safe
  await fsp.readFile(BASE + "/" + name.split("/").pop()); // slguard:safe
  await fsp.readFile(`${BASE}/${path.parse(name).base}`); // slguard:safe
  return { statusCode: 200, body: "" };
};

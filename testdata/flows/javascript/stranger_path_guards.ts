import fs from "node:fs";
import { promises as fsp } from "fs";
import path from "node:path";

const ROOT = path.resolve("/srv/files");

export const joined = async (event: any) => fs.readFileSync(path.join(ROOT, event.pathParameters.p)); // slguard:expect path-traversal
export const normalised = async (event: any) => fs.readFileSync(path.join(ROOT, path.normalize(event.pathParameters.p))); // slguard:expect path-traversal
export const anchored = async (event: any) => fs.readFileSync(path.join(ROOT, path.normalize("/" + event.pathParameters.p))); // slguard:safe

export const prefix = async (event: any) => {
  const file = path.join(ROOT, event.pathParameters.p);
  if (!file.startsWith(ROOT)) return { statusCode: 403 };
  return fsp.readFile(file); // slguard:expect path-traversal
};
export const prefixed = async (event: any) => {
  const file = path.resolve(ROOT, event.pathParameters.p);
  if (!file.startsWith(ROOT + "/")) return { statusCode: 403 };
  return fsp.readFile(file); // slguard:safe
};
export const early = async (event: any) => {
  const raw = `${ROOT}/${event.pathParameters.p}`;
  if (!raw.startsWith(ROOT + "/")) return { statusCode: 403 };
  return fsp.readFile(raw); // slguard:expect path-traversal
};
export const relative = async (event: any) => {
  const file = path.resolve(ROOT, event.pathParameters.p);
  const rel = path.relative(ROOT, file);
  if (rel.startsWith("..") || path.isAbsolute(rel)) return { statusCode: 403 };
  return fsp.readFile(file); // slguard:safe
};
export const once = async (event: any) => fsp.unlink("/tmp/" + event.pathParameters.p.replace("../", "")); // slguard:expect path-traversal
export const all = async (event: any) => fsp.unlink("/tmp/" + event.pathParameters.p.replace(/[^a-z0-9]/gi, "_")); // slguard:safe
export const dots = async (event: any) => {
  const { p } = event.pathParameters;
  if (p.includes("..") || p.includes("/")) return { statusCode: 400 };
  return fsp.readFile("/tmp/" + p); // slguard:safe
};

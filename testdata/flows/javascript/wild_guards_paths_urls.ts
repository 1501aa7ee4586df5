import fs from "node:fs";
import path from "node:path";
import { URL } from "node:url";

const ROOT = path.resolve(process.env.ROOT ?? "/mnt/root");
const HOSTS = new Set(["api.example.com", "cdn.example.com"]);

export const paths = async (event: any) => {
  const p = event.pathParameters.proxy as string;
  const joined = path.join(ROOT, p);
  fs.readFileSync(joined); // slguard:expect path-traversal
  if (joined.startsWith(ROOT)) fs.readFileSync(joined); // slguard:expect path-traversal
  if (joined.startsWith(ROOT + path.sep)) fs.readFileSync(joined); // slguard:safe
  if (joined.startsWith(`${ROOT}/`)) fs.readFileSync(joined); // slguard:safe
  const relative = path.relative(ROOT, joined);
  if (relative.startsWith("..") || path.isAbsolute(relative)) return { statusCode: 400 };
  fs.readFileSync(joined); // slguard:safe
  fs.readFileSync(ROOT + "/" + path.normalize(p)); // slguard:expect path-traversal
  fs.readFileSync(path.join(ROOT, path.normalize("/" + p))); // slguard:safe
  fs.readFileSync(path.join(ROOT, p.replace("../", ""))); // slguard:expect path-traversal
  fs.readFileSync(path.join(ROOT, p.split("/").pop()!)); // slguard:safe
  fs.readFileSync(path.join(ROOT, encodeURIComponent(p))); // slguard:expect path-traversal
  fs.readFileSync(path.join(ROOT, path.parse(p).base)); // slguard:safe
  return { statusCode: 200 };
};

export const dots = async (event: any) => {
  const p = event.pathParameters.proxy as string;
  if (p.includes("..")) return { statusCode: 400 };
  fs.readFileSync("/mnt/root/" + p); // slguard:safe
  fs.readFileSync(path.resolve("/mnt/root", p)); // slguard:expect path-traversal
  return { statusCode: 200 };
};

export const urls = async (event: any) => {
  const { target } = event.queryStringParameters;
  const url = new URL(target);
  if (!HOSTS.has(url.hostname)) return { statusCode: 400 };
  await fetch(url); // slguard:safe
  await fetch(url.toString()); // slguard:safe
  return { statusCode: 200 };
};

export const weakUrls = async (event: any) => {
  const { a, b, c, d, e } = event.queryStringParameters;
  if (!a.startsWith("https://api.example.com")) return { statusCode: 400 };
  await fetch(a); // slguard:expect ssrf
  if (!b.startsWith("https://api.example.com/")) return { statusCode: 400 };
  await fetch(b); // slguard:safe
  if (!c.includes("example.com")) return { statusCode: 400 };
  await fetch(c); // slguard:expect ssrf
  if (!new URL(d).hostname.endsWith("example.com")) return { statusCode: 400 };
  await fetch(d); // slguard:expect ssrf
  if (new URL(e).hostname.endsWith(".example.com")) await fetch(e); // slguard:safe
  const built = new URL(`/v1/${c}`, "https://api.example.com");
  await fetch(built); // slguard:safe
  const relative = new URL(c, "https://api.example.com/v1/");
  await fetch(relative); // slguard:expect ssrf
  const search = new URL("https://api.example.com/search");
  search.searchParams.set("q", c);
  await fetch(search.href); // slguard:safe
  await fetch("https://" + c + ".example.com/"); // slguard:expect ssrf
  return { statusCode: 200 };
};

export const redirects = async (event: any) => {
  const { next = "/" } = event.queryStringParameters ?? {};
  if (next.startsWith("/")) {
    return { statusCode: 302, headers: { Location: next } }; // slguard:expect open-redirect
  }
  if (/^\/[a-z0-9]+$/.test(next)) {
    return { statusCode: 302, headers: { Location: next } }; // slguard:safe
  }
  if (next.startsWith("https://shop.example.com/")) {
    return { statusCode: 302, headers: { Location: next } }; // slguard:safe
  }
  return { statusCode: 302, headers: { Location: `https://shop.example.com${next}` } }; // slguard:expect open-redirect
};

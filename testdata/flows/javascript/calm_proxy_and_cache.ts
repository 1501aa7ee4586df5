import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import axios, { type AxiosInstance } from "axios";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";

const UPSTREAMS: Record<string, string> = {
  weather: "https://weather.example.com",
  maps: "https://maps.example.com",
};
const FORWARDED = ["accept", "accept-language"];
const cache = new Map<string, { at: number; body: string; etag: string }>();
const clients = new Map<string, AxiosInstance>();

function clientFor(name: string): AxiosInstance | undefined {
  const base = Object.hasOwn(UPSTREAMS, name) ? UPSTREAMS[name] : undefined;
  if (base === undefined) return undefined;
  const known = clients.get(name) ?? axios.create({ baseURL: base, timeout: 3000, maxRedirects: 0, allowAbsoluteUrls: false });
  clients.set(name, known);
  return known;
}

function cacheKey(event: APIGatewayProxyEvent): string {
  const query = new URLSearchParams(event.queryStringParameters as Record<string, string>);
  query.sort();
  return createHash("sha1").update(`${event.path}?${query}`).digest("hex");
}

const pick = (headers: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => FORWARDED.includes(name.toLowerCase())));

export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const service = event.pathParameters?.service ?? "";
  const client = clientFor(service);
  if (!client) return { statusCode: 404, body: "" };
  const key = cacheKey(event);
  const known = cache.get(key);
  if (known && Date.now() - known.at < 60_000) {
    if (event.headers["If-None-Match"] === known.etag) return { statusCode: 304, body: "" };
    return { statusCode: 200, headers: { ETag: known.etag }, body: known.body };
  }
  const { data } = await client.get("/v1/" + encodeURIComponent(event.pathParameters?.id ?? ""), { // slguard:safe
    params: event.queryStringParameters,
    headers: pick(event.headers),
    responseType: "text",
  });
  const etag = `"${createHash("md5").update(data).digest("base64")}"`; // slguard:safe
  cache.set(key, { at: Date.now(), body: data, etag });
  const zipped = gzipSync(data).toString("base64");
  return { statusCode: 200, headers: { ETag: etag, "Content-Encoding": "gzip" }, isBase64Encoded: true, body: zipped };
};

export const geocode = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const url = new URL("https://maps.example.com/geocode");
  url.searchParams.set("q", event.queryStringParameters?.q ?? "");
  const lat = Number(event.queryStringParameters?.lat);
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) }); // slguard:safe
  const near = await fetch(`https://maps.example.com/near/${lat.toFixed(3)}`); // slguard:safe
  const region = await fetch(`https://${lat > 0 ? "north" : "south"}.maps.example.com/tiles`); // slguard:safe
  return { statusCode: 200, body: JSON.stringify([await response.json(), near.status, region.status]) };
};

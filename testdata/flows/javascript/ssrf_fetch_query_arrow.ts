import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

const ALLOWED = ["images.example.com", "static.example.com"];

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const target = event.queryStringParameters?.url ?? "";
  const picture = await fetch(target, { method: "GET" }); // slguard:expect ssrf
  const type = picture.headers.get("content-type") ?? "image/png";
  const resolved = new URL(target, "https://images.example.com/");
  await fetch(resolved); // slguard:expect ssrf
  await fetch(`https://${event.queryStringParameters?.region}.example.com/ping`); // slguard:expect ssrf
  await fetch("https://example.com" + event.queryStringParameters?.path); // slguard:expect ssrf
  return { statusCode: 200, headers: { "content-type": type }, body: "ok" };
};

export const repairedHandler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const target = new URL(event.queryStringParameters?.url ?? "");
  if (!ALLOWED.includes(target.hostname)) {
    return { statusCode: 403 };
  }
  await fetch(target); // slguard:safe
  await fetch(`https://images.example.com/${event.queryStringParameters?.name}`); // slguard:safe
  const id = encodeURIComponent(event.queryStringParameters?.id ?? "");
  await fetch(`${process.env.API_BASE}/items/${id}?v=1`); // slguard:safe
  return { statusCode: 200 };
};

import escapeHtml from "escape-html";
import he from "he";
import DOMPurify from "isomorphic-dompurify";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Callback, Context } from "aws-lambda";

const html = { "Content-Type": "text/html; charset=utf-8" };

export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const response: APIGatewayProxyResult = { statusCode: 200, headers: {}, body: "" };
  response.headers!["content-type"] = "text/html";
  response.body = `<p>Hello ${event.queryStringParameters?.name ?? "stranger"}</p>`; // slguard:expect xss-reflected
  return response;
};

export const callbackHandler = (event: APIGatewayProxyEvent, context: Context, callback: Callback) => {
  const { page } = event.pathParameters!;
  callback(null, {
    statusCode: 404,
    headers: html,
    body: "<h1>No page " + page + "</h1>", // slguard:expect xss-reflected
  });
};

export const multiValueHandler = async (event: APIGatewayProxyEvent) => ({
  statusCode: 200,
  multiValueHeaders: { "content-type": ["image/svg+xml"] },
  body: `<svg><text>${event.queryStringParameters!.label}</text></svg>`, // slguard:expect xss-reflected
});

export const repairedHandler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const name = event.queryStringParameters?.name ?? "stranger";
  return { statusCode: 200, headers: html, body: `<p>Hello ${escapeHtml(name)}, ${he.encode(name)}</p>` }; // slguard:safe
};

export const purifiedHandler = async (event: APIGatewayProxyEvent) => {
  return { statusCode: 200, headers: html, body: DOMPurify.sanitize(event.body!) }; // slguard:safe
};

export const typedHandler = async (event: APIGatewayProxyEvent) => {
  const plain = { "content-type": "text/plain" };
  if (event.queryStringParameters?.format === "json") {
    return { statusCode: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(event.queryStringParameters) }; // slguard:safe
  }
  return { statusCode: 200, headers: plain, body: event.body }; // slguard:safe
};

export const numberHandler = async (event: APIGatewayProxyEvent) => {
  const page = Number(event.queryStringParameters?.page);
  return { statusCode: 200, headers: html, body: `<p>Page ${page + 1} of ${event.body?.length}</p>` }; // slguard:safe
};

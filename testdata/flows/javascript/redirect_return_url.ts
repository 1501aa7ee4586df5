import type { APIGatewayProxyHandlerV2 } from "aws-lambda";

const PAGES = { home: "/", cart: "/cart" } as Record<string, string>;

export const handler: APIGatewayProxyHandlerV2 = async ({ queryStringParameters, cookies }) => {
  const next = queryStringParameters?.returnTo || "/";
  if (next.startsWith("/")) {
    return { statusCode: 303, headers: { location: next } }; // slguard:expect open-redirect
  }
  return {
    statusCode: 302,
    headers: {
      Location: "https://app.example.com" + next, // slguard:expect open-redirect
    },
  };
};

export const repairedHandler: APIGatewayProxyHandlerV2 = async ({ queryStringParameters }) => {
  const next = queryStringParameters?.returnTo ?? "";
  if (next === "cart") {
    return { statusCode: 302, headers: { location: `/${next}` } }; // slguard:safe
  }
  if (Object.hasOwn(PAGES, next)) {
    return { statusCode: 302, headers: { location: PAGES[next] } }; // slguard:safe
  }
  return { statusCode: 302, headers: { location: "https://app.example.com/?from=" + encodeURIComponent(next) } }; // slguard:safe
};

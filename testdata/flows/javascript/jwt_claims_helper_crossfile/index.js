import { claimsOf, verifiedClaims } from "./auth.js";

export const handler = async (event) => {
  const claims = claimsOf(event.headers);
  if (!claims || claims.scope !== "orders:write") return { statusCode: 403 };
  return { statusCode: 200, body: "ok" };
};

export const repairedHandler = async (event) => {
  const claims = verifiedClaims(event.headers);
  if (claims.scope !== "orders:write") return { statusCode: 403 };
  return { statusCode: 200, body: "ok" };
};

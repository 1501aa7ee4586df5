import jwt, { JwtPayload } from "jsonwebtoken";
import { decodeJwt, jwtVerify, createRemoteJWKSet } from "jose";
import { jwtDecode } from "jwt-decode";
import type { APIGatewayProxyEvent } from "aws-lambda";

const keys = createRemoteJWKSet(new URL(process.env.JWKS_URL!));

export const handler = async (event: APIGatewayProxyEvent) => {
  const token = event.headers.Authorization!.replace("Bearer ", "");
  const claims = jwt.decode(token) as JwtPayload; // slguard:expect unverified-jwt
  if (claims.role !== "admin") {
    return { statusCode: 403, body: "" };
  }
  const { sub } = decodeJwt(token); // slguard:expect unverified-jwt
  return { statusCode: 200, body: JSON.stringify(await orders(sub!)) };
};

export const clientHandler = async (event: APIGatewayProxyEvent) => {
  const { tenant } = jwtDecode<{ tenant: string }>(event.headers["x-id-token"]!); // slguard:expect unverified-jwt
  return { statusCode: 200, body: JSON.stringify(await orders(tenant)) };
};

export const repairedHandler = async (event: APIGatewayProxyEvent) => {
  const token = event.headers.Authorization!.replace("Bearer ", "");
  const { payload } = await jwtVerify(token, keys, { issuer: process.env.ISSUER }); // slguard:safe
  return { statusCode: 200, body: JSON.stringify(await orders(payload.sub!)) };
};

async function orders(owner: string): Promise<string[]> {
  return owner ? [] : [];
}

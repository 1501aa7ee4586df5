// slguard:trigger AUTHORIZER_TOKEN
import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from "aws-lambda";
import jwksClient from "jwks-rsa";
import jwt, { type JwtHeader, type JwtPayload } from "jsonwebtoken";

const keys = jwksClient({ jwksUri: process.env.JWKS_URI!, cache: true, rateLimit: true });

const policy = (principalId: string, Effect: "Allow" | "Deny", Resource: string, context = {}): APIGatewayAuthorizerResult => ({
  principalId,
  policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect, Resource }] },
  context,
});

function tokenOf(event: APIGatewayTokenAuthorizerEvent): string {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(event.authorizationToken ?? "");
  if (!match) throw new Error("Unauthorized");
  return match[1];
}

async function keyFor(header: JwtHeader): Promise<string> {
  if (!header.kid || header.alg !== "RS256") throw new Error("Unauthorized");
  return (await keys.getSigningKey(header.kid)).getPublicKey();
}

export const handler = async (event: APIGatewayTokenAuthorizerEvent) => {
  try {
    const token = tokenOf(event);
    const decoded = jwt.decode(token, { complete: true });
    if (!decoded) throw new Error("Unauthorized");
    const key = await keyFor(decoded.header);
    const claims = jwt.verify(token, key, {
      algorithms: ["RS256"],
      audience: process.env.AUDIENCE,
      issuer: process.env.ISSUER,
    }) as JwtPayload;
    const scopes = String(claims.scope ?? "").split(" ");
    if (!scopes.includes("orders:read")) return policy(claims.sub!, "Deny", event.methodArn); // slguard:safe
    return policy(claims.sub!, "Allow", event.methodArn, { tenant: claims.tenant, scopes: scopes.join(" ") }); // slguard:safe
  } catch (error) {
    console.warn("refused", { reason: (error as Error).name, method: event.methodArn }); // slguard:safe
    throw new Error("Unauthorized");
  }
};

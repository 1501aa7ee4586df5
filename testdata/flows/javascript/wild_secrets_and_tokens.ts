// slguard:handler secretCases HTTP_API_V2
// slguard:handler tokenCases HTTP_API_V2
// slguard:handler joseCases HTTP_API_V2
// slguard:handler handMade HTTP_API_V2
// slguard:handler stacks HTTP_API_V2
import { SecretsManagerClient, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { getSecret } from "@aws-lambda-powertools/parameters/secrets";
import { getParameter } from "@aws-lambda-powertools/parameters/ssm";
import { Logger } from "@aws-lambda-powertools/logger";
import jwt, { type JwtPayload } from "jsonwebtoken";
import { decodeJwt, jwtVerify, createRemoteJWKSet } from "jose";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { jwtDecode } from "jwt-decode";
import pino from "pino";

const logger = new Logger();
const log = pino();
const secrets = new SecretsManagerClient({});
const verifier = CognitoJwtVerifier.create({ userPoolId: "eu-west-1_abc", tokenUse: "access", clientId: "client" });
const keys = createRemoteJWKSet(new URL("https://id.example.com/.well-known/jwks.json"));

interface Credentials {
  username: string;
  password: string;
  host: string;
}
let cached: Credentials | undefined;

async function credentials(): Promise<Credentials> {
  if (cached) return cached;
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.SECRET_ID }));
  cached = JSON.parse(SecretString!) as Credentials;
  return cached;
}

export const secretCases = async () => {
  const found = await credentials();
  console.log("connecting to", found.host); // slguard:safe
  console.log(`connecting with ${found.password}`); // slguard:expect secret-logging
  logger.debug("credentials", { found }); // slguard:expect secret-logging
  logger.info("credentials", { length: found.password.length }); // slguard:safe
  log.info({ key: await getSecret("api-key") }); // slguard:expect secret-logging
  log.info(await getParameter("/app/url")); // slguard:safe
  log.info(await getParameter("/app/key", { decrypt: true })); // slguard:expect secret-logging
  console.info("token", process.env.GITHUB_TOKEN); // slguard:expect secret-logging
  console.info("token", process.env.GITHUB_TOKEN?.slice(0, 4)); // slguard:safe
  console.info("secret arn", process.env.SECRET_ARN, Boolean(process.env.API_KEY)); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ key: found.password }) }; // slguard:expect sensitive-data-exfiltration
};

export const tokenCases = async (event: any) => {
  const token = event.headers.authorization.replace(/^Bearer /, "");
  const claims = jwt.decode(token) as JwtPayload; // slguard:expect unverified-jwt
  if (claims.role !== "admin") return { statusCode: 403 };
  const verified = jwt.verify(token, process.env.JWT_KEY!, { algorithms: ["HS256"] }) as JwtPayload;
  if (verified.role !== "admin") return { statusCode: 403 }; // slguard:safe
  return { statusCode: 200 };
};

export const joseCases = async (event: any) => {
  const token = event.headers.authorization.split(" ")[1];
  const { tenant } = decodeJwt(token) as { tenant: string }; // slguard:expect unverified-jwt
  if (tenant === "root") return { statusCode: 200 };
  const { payload } = await jwtVerify(token, keys, { issuer: "https://id.example.com" });
  if (payload.tenant === "root") return { statusCode: 200 }; // slguard:safe
  const access = await verifier.verify(token);
  if (access.scope === "root") return { statusCode: 200 }; // slguard:safe
  const loose = jwtDecode<{ scope: string }>(token);
  if (loose.scope === "root") return { statusCode: 200 }; // the token has been verified above: slguard:safe
  return { statusCode: 401 };
};

export const handMade = async (event: any) => {
  const [, middle] = event.headers.authorization.split(".");
  const payload = JSON.parse(Buffer.from(middle, "base64url").toString()); // slguard:expect unverified-jwt
  if (!payload.groups.includes("admin")) return { statusCode: 403 };
  logger.info("authorization", { header: event.headers.authorization }); // slguard:expect secret-logging
  return { statusCode: 200 };
};

export const stacks = async (event: any) => {
  try {
    return { statusCode: 200, body: JSON.stringify(JSON.parse(event.body).value) };
  } catch (error) {
    if (event.queryStringParameters?.debug) {
      return { statusCode: 500, body: JSON.stringify({ stack: (error as Error).stack }) }; // slguard:expect sensitive-data-exfiltration
    }
    return { statusCode: 500, body: JSON.stringify({ message: "internal error" }) }; // slguard:safe
  }
};

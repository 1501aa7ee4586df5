import { promisify } from "node:util";
import { createCipheriv, createDecipheriv, createHash, createHmac, pbkdf2, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import bcrypt from "bcryptjs";
import jwt from "jsonwebtoken";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { KMSClient, DecryptCommand } from "@aws-sdk/client-kms";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";

const db = DynamoDBDocument.from(new DynamoDB({}));
const derive = promisify(scrypt) as (password: string, salt: Buffer, size: number) => Promise<Buffer>;
const stretch = promisify(pbkdf2);
const ITERATIONS = 600_000;
const PASSWORD_MIN_LENGTH = 12;
const RESET_TOKEN_TTL = "15m";
const ERRORS = { INVALID_PASSWORD: "The password is too short.", TOKEN_EXPIRED: "The link has expired." };
const DEFAULT_PASSWORD_POLICY = "at-least-12-characters";

let signingKey: Buffer | undefined;
async function key(): Promise<Buffer> {
  if (!signingKey) {
    const { Plaintext } = await new KMSClient({}).send(
      new DecryptCommand({ CiphertextBlob: Buffer.from(process.env.SIGNING_KEY_ENCRYPTED!, "base64") }),
    );
    signingKey = Buffer.from(Plaintext!);
  }
  return signingKey;
}

async function hash(password: string): Promise<string> {
  const salt = randomBytes(16);
  const digest = await derive(password, salt, 64);
  return `${salt.toString("base64")}.${digest.toString("base64")}`;
}

async function matches(password: string, stored: string): Promise<boolean> {
  const [salt, digest] = stored.split(".").map((part) => Buffer.from(part, "base64"));
  return timingSafeEqual(await derive(password, salt, 64), digest);
}

function seal(text: string, secret: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secret, iv); // slguard:safe
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [iv, cipher.getAuthTag(), data].map((part) => part.toString("base64url")).join(".");
}

function open(text: string, secret: Buffer): string {
  const [iv, tag, data] = text.split(".").map((part) => Buffer.from(part, "base64url"));
  const decipher = createDecipheriv("aes-256-gcm", secret, iv); // slguard:safe
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
}

export const register = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const { email, password } = JSON.parse(event.body ?? "{}");
  if (typeof password !== "string" || password.length < PASSWORD_MIN_LENGTH) {
    return { statusCode: 400, body: JSON.stringify({ error: ERRORS.INVALID_PASSWORD, policy: DEFAULT_PASSWORD_POLICY }) }; // slguard:safe
  }
  const id = createHash("sha256").update(String(email)).digest("hex");
  await db.put({ TableName: process.env.USERS, Item: { id, email, hash: await hash(password), old: await bcrypt.hash(password, 12) } });
  console.info("registered", { id });
  return { statusCode: 201, body: JSON.stringify({ id }) };
};

export const login = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const { email, password } = JSON.parse(event.body ?? "{}");
  const id = createHash("sha256").update(String(email)).digest("hex");
  const { Item: user } = await db.get({ TableName: process.env.USERS, Key: { id } });
  if (!user || !(await matches(password, user.hash))) return { statusCode: 401, body: "" };
  const token = jwt.sign({ sub: id }, await key(), { algorithm: "HS256", expiresIn: "1h" }); // slguard:safe
  const csrf = createHmac("sha256", await key()).update(id).digest("hex");
  return {
    statusCode: 200,
    headers: { "Set-Cookie": `session=${seal(token, await key())}; HttpOnly; Secure; SameSite=Strict`, "X-Csrf": csrf },
    body: "",
  };
};

export const me = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const sealed = /session=([^;]+)/.exec(event.headers.Cookie ?? "")?.[1];
  if (!sealed) return { statusCode: 401, body: "" };
  const claims = jwt.verify(open(sealed, await key()), await key(), { algorithms: ["HS256"] }) as jwt.JwtPayload;
  const legacy = await stretch(claims.sub!, randomBytes(16), ITERATIONS, 32, "sha512"); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ id: claims.sub, size: legacy.length, ttl: RESET_TOKEN_TTL }) };
};

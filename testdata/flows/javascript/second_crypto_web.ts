// slguard:handler sign HTTP_API_V2
// slguard:handler clients HTTP_API_V2
// slguard:handler compare HTTP_API_V2
import * as crypto from "crypto";
import * as jose from "jose";
import * as jwt from "jsonwebtoken";
import { Agent } from "https";
import got from "got";
import mysql from "mysql2/promise";
import { createClient } from "redis";
import { Kafka } from "kafkajs";
import { MongoClient } from "mongodb";
import * as sftp from "ssh2-sftp-client";

const algorithm = "md5";
const SECRET = Buffer.from("0f9d-secret-key-11"); // where it is written: slguard:expect hardcoded-secret
const KEYS = { current: "k1-2fd88a9e33", previous: process.env.PREVIOUS_KEY }; // slguard:expect hardcoded-secret

export const sign = async (event: any) => {
  const a = crypto.createHash(algorithm).update(event.body).digest("hex"); // slguard:expect weak-crypto
  const b = crypto.createHash("SHA1").update(event.body).digest("hex"); // slguard:expect weak-crypto
  const fileChecksum = crypto.createHash("sha1").update(event.body).digest("hex"); // slguard:safe
  const c = crypto.createHmac("sha256", SECRET).update(event.body).digest("hex");
  const d = jwt.sign({ a: 1 }, KEYS.current);
  const e = jwt.sign({ a: 1 }, KEYS.previous!); // slguard:safe
  const f = await new jose.SignJWT({ a: 1 }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("1h").sign(SECRET);
  const iv = Buffer.from("1234567890123456");
  const cipher = crypto.createCipheriv("aes-256-cbc", crypto.scryptSync(process.env.PASS!, "salt-of-the-app", 32), iv); // slguard:expect weak-crypto
  const good = crypto.createCipheriv("aes-256-cbc", crypto.scryptSync(process.env.PASS!, crypto.randomBytes(16), 32), crypto.randomBytes(16)); // slguard:safe
  const hash = crypto.pbkdf2Sync(event.body, crypto.randomBytes(16), 1e3, 64, "sha512"); // slguard:expect weak-crypto
  const verify = crypto.createVerify("RSA-SHA256"); // slguard:safe
  const pair = crypto.generateKeyPairSync("ec", { namedCurve: "P-256" }); // slguard:safe
  return { statusCode: 200, headers: { etag: `"${crypto.createHash("md5").update(event.body).digest("hex")}"` }, body: [a, b, c, d, e, f, fileChecksum, hash].join() }; // slguard:safe
  void [cipher, good, verify, pair];
};

export const clients = async () => {
  await got("https://intern.example.com", { https: { rejectUnauthorized: false } }); // slguard:expect weak-crypto
  await got("https://intern.example.com", { agent: { https: new Agent({ ca: process.env.CA }) } }); // slguard:safe
  await mysql.createPool({ host: "db", user: "app", password: "Pr0d-Shop-11", ssl: { rejectUnauthorized: true } }); // slguard:expect hardcoded-secret
  createClient({ url: "rediss://default:Zf83kd9Qm2@cache.example.com:6380" }); // slguard:expect hardcoded-secret
  createClient({ url: process.env.REDIS_URL, socket: { tls: true } }); // slguard:safe
  new Kafka({ brokers: ["b:9092"], sasl: { mechanism: "plain", username: "app", password: "k4fka-pw-2210" } }); // slguard:expect hardcoded-secret
  new Kafka({ brokers: ["b:9092"], sasl: { mechanism: "plain", username: "app", password: process.env.KAFKA_PASSWORD! } }); // slguard:safe
  new MongoClient(process.env.MONGO_URL!, { tlsAllowInvalidCertificates: true }); // slguard:expect weak-crypto
  await new (sftp as any).default().connect({ host: "h", username: "u", password: "<password>" }); // slguard:safe
};

const isAdmin = (header?: string) => header === "Basic YWRtaW46c3VwZXJzM2NyZXQ="; // slguard:expect hardcoded-secret
export const compare = async (event: any) => {
  if (!isAdmin(event.headers.authorization)) return { statusCode: 401 };
  const state = Math.random().toString(36); // slguard:safe
  const csrfToken = `${Date.now()}-${Math.random()}`; // slguard:expect weak-crypto
  const requestKey = crypto.randomUUID(); // slguard:safe
  const pick = ["a", "b"][Math.floor(Math.random() * 2)]; // slguard:safe
  const passcode = [1, 2, 3, 4].map(() => Math.floor(Math.random() * 10)).join(""); // slguard:expect weak-crypto
  return { statusCode: 200, body: JSON.stringify({ state, csrfToken, requestKey, pick, passcode }) };
};

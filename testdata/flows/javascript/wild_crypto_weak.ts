// slguard:handler digests HTTP_API_V2
// slguard:handler ciphers HTTP_API_V2
// slguard:handler tlsCases HTTP_API_V2
// slguard:handler guesses HTTP_API_V2
// slguard:handler tokens HTTP_API_V2
import crypto, { createHash, createHmac, createCipheriv, pbkdf2Sync, randomBytes, randomUUID, scryptSync, generateKeyPairSync } from "node:crypto";
import https from "node:https";
import tls from "node:tls";
import CryptoJS from "crypto-js";
import md5 from "md5";
import axios from "axios";
import jwt from "jsonwebtoken";
import bcrypt from "bcryptjs";
import { Agent, setGlobalDispatcher } from "undici";
import { Client } from "pg";
import nodemailer from "nodemailer";

export const digests = async (event: any) => {
  const { password, file } = JSON.parse(event.body);
  const a = createHash("md5").update(password).digest("hex"); // slguard:expect weak-crypto
  const b = crypto.createHash("sha1").update(password).digest("hex"); // slguard:expect weak-crypto
  const c = createHash("sha256").update(file).digest("hex"); // slguard:safe
  const d = createHmac("sha1", process.env.KEY!).update(file).digest(); // slguard:safe
  const e = md5(password); // slguard:expect weak-crypto
  const f = CryptoJS.MD5(password).toString(); // slguard:expect weak-crypto
  const g = CryptoJS.SHA256(file).toString(); // slguard:safe
  const etag = createHash("md5").update(file).digest("hex"); // slguard:safe
  const contentMd5 = createHash("md5").update(file).digest("base64"); // slguard:safe
  const cacheKey = `list-${createHash("sha1").update(file).digest("hex")}`; // slguard:safe
  const checksum = crypto.createHash("md5").update(file).digest("hex"); // slguard:safe
  return { statusCode: 200, headers: { ETag: etag, "Content-MD5": contentMd5 }, body: [a, b, c, d, e, f, g, cacheKey, checksum].join() };
};

export const ciphers = async (event: any) => {
  const key = Buffer.from(process.env.KEY!, "hex");
  const iv = randomBytes(16);
  createCipheriv("des-ede3-cbc", key, iv); // slguard:expect weak-crypto
  createCipheriv("aes-256-ecb", key, null); // slguard:expect weak-crypto
  createCipheriv("aes-256-gcm", key, iv); // slguard:safe
  createCipheriv("aes-256-cbc", key, Buffer.alloc(16)); // slguard:expect weak-crypto
  createCipheriv("aes-256-cbc", key, "0123456789abcdef"); // slguard:expect weak-crypto
  (crypto as any).createCipher("aes-256-cbc", key); // slguard:expect weak-crypto
  CryptoJS.DES.encrypt(event.body, process.env.KEY!); // slguard:expect weak-crypto
  CryptoJS.AES.encrypt(event.body, key as any, { mode: CryptoJS.mode.ECB }); // slguard:expect weak-crypto
  CryptoJS.AES.encrypt(event.body, process.env.KEY!); // slguard:safe
  pbkdf2Sync(event.body, iv, 100, 32, "sha256"); // slguard:expect weak-crypto
  pbkdf2Sync(event.body, iv, 310000, 32, "sha256"); // slguard:safe
  bcrypt.hashSync(event.body, 4); // slguard:expect weak-crypto
  bcrypt.hashSync(event.body, 12); // slguard:safe
  scryptSync(event.body, iv, 64); // slguard:safe
  generateKeyPairSync("rsa", { modulusLength: 1024 }); // slguard:expect weak-crypto
  generateKeyPairSync("rsa", { modulusLength: 3072 }); // slguard:safe
};

export const tlsCases = async () => {
  await axios.get("https://intern.example.com", { httpsAgent: new https.Agent({ rejectUnauthorized: false }) }); // slguard:expect weak-crypto
  await axios.get("https://intern.example.com", { httpsAgent: new https.Agent({ keepAlive: true }) }); // slguard:safe
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"; // slguard:expect weak-crypto
  https.request({ hostname: "intern.example.com", rejectUnauthorized: false }, () => {}); // slguard:expect weak-crypto
  https.request({ hostname: "intern.example.com", rejectUnauthorized: true, minVersion: "TLSv1.2" }, () => {}); // slguard:safe
  tls.connect({ host: "intern.example.com", port: 443, checkServerIdentity: () => undefined }); // slguard:expect weak-crypto
  tls.connect({ host: "intern.example.com", port: 443, secureProtocol: "TLSv1_method" }); // slguard:expect weak-crypto
  tls.connect({ host: "intern.example.com", port: 443, minVersion: "TLSv1.1" }); // slguard:expect weak-crypto
  setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } })); // slguard:expect weak-crypto
  new Client({ connectionString: process.env.DATABASE_URL, ssl: { rejectUnauthorized: false } }); // slguard:expect weak-crypto
  new Client({ connectionString: process.env.DATABASE_URL, ssl: true }); // slguard:safe
  nodemailer.createTransport({ host: "smtp.example.com", tls: { rejectUnauthorized: false } }); // slguard:expect weak-crypto
};

export const guesses = async () => {
  const token = Math.random().toString(36).slice(2); // slguard:expect weak-crypto
  const otp = Math.floor(100000 + Math.random() * 900000); // slguard:expect weak-crypto
  const sessionId = randomUUID(); // slguard:safe
  const nonce = randomBytes(16).toString("base64"); // slguard:safe
  const jitter = Math.random() * 100; // slguard:safe
  const color = `#${Math.floor(Math.random() * 0xffffff).toString(16)}`; // slguard:safe
  const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  let code = "";
  for (let i = 0; i < 8; i++) code += alphabet.charAt(Math.floor(Math.random() * alphabet.length));
  const resetToken = code; // slguard:expect weak-crypto
  const password = Array.from({ length: 12 }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join(""); // slguard:expect weak-crypto
  return { token, otp, sessionId, nonce, jitter, color, resetToken, password };
};

export const tokens = async (event: any) => {
  jwt.sign({ sub: "1" }, process.env.KEY!, { algorithm: "none" }); // slguard:expect weak-crypto
  jwt.sign({ sub: "1" }, process.env.KEY!, { algorithm: "HS256" }); // slguard:safe
  return event;
};

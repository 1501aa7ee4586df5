// slguard:handler tokens HTTP_API_V2
// slguard:handler connections HTTP_API_V2
// slguard:handler web HTTP_API_V2
// slguard:handler authorizer AUTHORIZER_TOKEN
const jwt = require("jsonwebtoken");
const { SignJWT } = require("jose");
const { createHmac, createSecretKey } = require("crypto");
const { Client, Pool } = require("pg");
const mysql = require("mysql2/promise");
const mongoose = require("mongoose");
const redis = require("redis");
const Redis = require("ioredis");
const nodemailer = require("nodemailer");
const AWS = require("aws-sdk");
const { S3Client } = require("@aws-sdk/client-s3");
const { Sequelize } = require("sequelize");
const session = require("express-session");
const cookieParser = require("cookie-parser");
const ssh2 = require("ssh2");
const stripe = require("stripe");
const express = require("express");
const serverless = require("serverless-http");

const JWT_SECRET = "s3cr3t-Shop-9f31"; // slguard:expect hardcoded-secret
const DOCS_URL = "https://docs.example.com/secret-handling"; // slguard:safe
const PASSWORD_FIELD = "password"; // slguard:safe
const apiKey = process.env.API_KEY || "changeme"; // slguard:safe
const refreshToken = process.env.REFRESH || "f4llb4ck-token-9"; // slguard:expect hardcoded-secret
const KEY_HINT = "Give the whole key (with -----BEGIN PRIVATE KEY----- and -----END PRIVATE KEY----- on one line)"; // slguard:safe
const PEM = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----"; // slguard:expect hardcoded-secret
const TOKEN_HEADER = "x-amz-security-token"; // slguard:safe

exports.tokens = async (event) => {
  const a = jwt.sign({ sub: "1" }, "kj3h4kj5h6kj7h8"); // slguard:expect hardcoded-secret
  const b = jwt.sign({ sub: "1" }, process.env.JWT_SECRET); // slguard:safe
  jwt.sign({ sub: refreshToken }, process.env.JWT_SECRET ?? "fallback-77"); // slguard:expect hardcoded-secret
  const c = await new SignJWT({}).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode("q8w7e6r5t4y3u2")); // slguard:expect hardcoded-secret
  const d = createHmac("sha256", "my-signing-key-123").update(event.body).digest("hex"); // slguard:expect hardcoded-secret
  const e = createHmac("sha256", process.env.SIGNING_KEY).update("my-text").digest("hex"); // slguard:safe
  jwt.verify(event.headers.token, JWT_SECRET);
  jwt.verify(event.headers.token, process.env.JWT_SECRET, { issuer: "https://issuer.example.com" }); // slguard:safe
  return [a, b, c, d, e, createSecretKey(Buffer.from(process.env.KEY, "hex"))];
};

exports.connections = async () => {
  new Client({ host: "db.example.com", user: "app", password: "Tr0ub4dor&3" }); // slguard:expect hardcoded-secret
  new Client({ host: "db.example.com", user: "app", password: process.env.DB_PASSWORD }); // slguard:safe
  new Pool({ connectionString: "postgres://app:hunter2pass@db.example.com/shop" }); // slguard:expect hardcoded-secret
  new Pool({ connectionString: "postgres://db.example.com/shop" }); // slguard:safe
  await mysql.createConnection({ host: "db", user: "app", password: "pa55word-shop" }); // slguard:expect hardcoded-secret
  await mysql.createConnection({ host: "localhost", user: "root", password: "" }); // slguard:safe
  await mongoose.connect("mongodb+srv://app:Zx81Spectrum@cluster0.example.net/shop"); // slguard:expect hardcoded-secret
  await mongoose.connect(`mongodb+srv://${process.env.U}:${process.env.P}@cluster0.example.net/shop`); // slguard:safe
  redis.createClient({ url: process.env.REDIS_URL, password: "redis-pass-77" }); // slguard:expect hardcoded-secret
  new Redis("redis://:f00barbaz9@cache.example.com:6379"); // slguard:expect hardcoded-secret
  new Redis({ host: "cache.example.com" }); // slguard:safe
  nodemailer.createTransport({ host: "smtp.example.com", auth: { user: "mailer", pass: "M41ler!2024" } }); // slguard:expect hardcoded-secret
  nodemailer.createTransport({ host: "smtp.example.com", auth: { user: "mailer", pass: process.env.SMTP_PASS } }); // slguard:safe
  new AWS.S3({ accessKeyId: process.env.AK, secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzqqKEYabc" }); // slguard:expect hardcoded-secret
  new S3Client({ credentials: { accessKeyId: process.env.AK, secretAccessKey: process.env.SK } }); // slguard:safe
  new Sequelize("shop", "app", "Seq-9182-pw", { dialect: "mysql" }); // slguard:expect hardcoded-secret
  new Sequelize("shop", "app", process.env.DB_PASSWORD, { dialect: "mysql" }); // slguard:safe
  new ssh2.Client().connect({ host: "bastion.example.com", username: "deploy", password: "d3pl0y-me-now" }); // slguard:expect hardcoded-secret
  stripe("sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc"); // slguard:expect hardcoded-secret
  stripe(process.env.STRIPE_KEY); // slguard:safe
};

const app = express();
app.use(session({ secret: "keyboard-cat-42", resave: false })); // slguard:expect hardcoded-secret
app.use(session({ secret: process.env.SESSION_SECRET, resave: false })); // slguard:safe
app.use(cookieParser("c00kie-s1gner")); // slguard:expect hardcoded-secret
app.use(cookieParser()); // slguard:safe
app.get("/", (req, res) => {
  if (req.headers["x-api-key"] !== "b7c1-4f0a-secret") return res.sendStatus(401); // slguard:expect hardcoded-secret
  if (req.headers["content-type"] !== "application/json") return res.sendStatus(415); // slguard:safe
  res.sendStatus(204);
});
exports.web = serverless(app);

exports.authorizer = async (event) => {
  const allowed = event.authorizationToken === "Bearer 5up3r-s3cret"; // slguard:expect hardcoded-secret
  const fromEnvironment = event.authorizationToken === process.env.TOKEN; // slguard:safe
  return { isAuthorized: allowed || fromEnvironment };
};

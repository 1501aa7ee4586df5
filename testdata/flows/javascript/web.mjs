import fs from "node:fs";
import path from "path";
import axios from "axios";
import jwt from "jsonwebtoken";
import middy from "@middy/core";
import express from "express";
import serverless from "serverless-http";
import { SecretsManagerClient, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";

const secrets = new SecretsManagerClient({});
const BASE = "/mnt/data";

export const fileHandler = async (event) => {
  const name = event.queryStringParameters.name;
  fs.readFileSync("/tmp/" + name); // slguard:expect path-traversal
  fs.readFileSync(path.join(BASE, name)); // slguard:expect path-traversal
  fs.readFileSync(path.join(BASE, path.basename(name))); // slguard:safe
  const full = path.resolve(BASE, name);
  if (!full.startsWith(BASE + "/")) throw new Error("outside");
  fs.readFileSync(full); // slguard:safe
};

export const fetchHandler = async (event) => {
  const url = event.queryStringParameters.url;
  await fetch(url); // slguard:expect ssrf
  await axios.get(`https://${url}/x`); // slguard:expect ssrf
  await axios.get(`https://api.example.com/users/${url}`); // slguard:safe
  await axios({ method: "get", url }); // slguard:expect ssrf
  await fetch(`${process.env.API}/users/${url}`); // slguard:safe
};

export const secretHandler = async (event) => {
  const answer = await secrets.send(new GetSecretValueCommand({ SecretId: "x" }));
  console.log(answer.SecretString); // slguard:expect secret-logging
  console.log(event.headers.authorization); // slguard:expect secret-logging
  console.log(process.env.API_KEY); // slguard:expect secret-logging
  console.log("token received"); // slguard:safe
  const claims = jwt.decode(event.headers.authorization); // slguard:expect unverified-jwt
  jwt.verify(event.headers.authorization, process.env.KEY); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ claims }) };
};

export const htmlHandler = async (event) => {
  const name = event.queryStringParameters.name;
  return {
    statusCode: 200,
    headers: { "Content-Type": "text/html" },
    body: `<h1>${name}</h1>`, // slguard:expect xss-reflected
  };
};

export const jsonHandler = async (event) => {
  return { statusCode: 200, body: `<h1>${event.queryStringParameters.name}</h1>` }; // slguard:safe
};

export const redirectHandler = async (event) => ({
  statusCode: 302,
  headers: { Location: event.queryStringParameters.next }, // slguard:expect open-redirect
});

const base = async ({ body }) => {
  fs.readFileSync(body); // slguard:expect path-traversal
};

export const handler = middy(base).use({});

const app = express();
app.get("/x/:id", (req, res) => {
  fs.readFileSync(req.params.id); // slguard:expect path-traversal
  eval(req.query.code); // slguard:expect code-injection
  res.send("<b>" + req.query.name + "</b>"); // slguard:expect xss-reflected
  res.json({ name: req.query.name }); // slguard:safe
  res.redirect(req.query.next); // slguard:expect open-redirect
});
export const expressHandler = serverless(app);

export const errorHandler = async (event) => {
  try {
    JSON.parse(event.body);
  } catch (error) {
    return { statusCode: 500, body: error.stack }; // slguard:expect sensitive-data-exfiltration
  }
};

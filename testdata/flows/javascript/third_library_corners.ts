import sqlstring from "sqlstring";
import mysql from "mysql2/promise";
import sanitize from "sanitize-filename";
import escapeHtml from "escape-html";
import ejs from "ejs";
import Handlebars from "handlebars";
import puppeteer from "puppeteer-core";
import express from "express";
import serverless from "serverless-http";
import { writeFileSync } from "fs";
import { Client } from "@opensearch-project/opensearch";
import { S3Client, PutObjectCommand, GetObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const s3 = new S3Client({});
const pool = mysql.createPool({ uri: process.env.MYSQL_URI });
const search = new Client({ node: process.env.SEARCH });

export const formatted = async (event: any) => {
  const { id } = event.pathParameters;
  await pool.query(sqlstring.format("SELECT * FROM t WHERE id = ?", [id])); // slguard:safe
  await pool.query(mysql.format("SELECT * FROM t WHERE id = ?", [id])); // slguard:safe
  await pool.query(mysql.format(`SELECT * FROM t WHERE id = ${id} AND a = ?`, [1])); // slguard:expect sql-injection
  writeFileSync(`/tmp/${sanitize(id)}`, ""); // slguard:safe
  writeFileSync(`/tmp/${id}`, ""); // slguard:expect path-traversal
};
export const pdf = async (event: any) => {
  const { title } = JSON.parse(event.body);
  const page = await (await puppeteer.launch()).newPage();
  await page.setContent(`<h1>${title}</h1>`); // slguard:expect ssrf
  await page.setContent(`<h1>${escapeHtml(title)}</h1>`); // slguard:safe
  await page.pdf({ path: `/tmp/${title}.pdf` }); // slguard:expect path-traversal
  await page.pdf({ path: "/tmp/report.pdf" }); // slguard:safe
};
export const scripted = async (event: any) => {
  const { q } = event.queryStringParameters;
  await search.search({ index: "p", body: { query: { match: { title: q } } } }); // slguard:safe
  await search.search({ index: "p", body: { query: { script: { script: { source: `doc.price > ${q}` } } } } }); // slguard:expect code-injection
};
export const presigned = async (event: any) => {
  const { key } = event.queryStringParameters;
  const own = new PutObjectCommand({ Bucket: process.env.BUCKET, Key: "uploads/" + crypto.randomUUID(), ContentType: key });
  await getSignedUrl(s3, own); // slguard:safe
  return getSignedUrl(s3, new GetObjectCommand({ Bucket: process.env.BUCKET, Key: key })); // slguard:expect tainted-aws-resource
};

const raw = Handlebars.compile("<b>{{{text}}}</b>");
const plain = Handlebars.compile("<b>{{text}}</b>");
const app = express();
app.get("/ejs", (req, res) => res.send(ejs.render("<p><%= t %></p>", { t: req.query.t }))); // slguard:safe
app.get("/ejs-raw", (req, res) => res.send(ejs.render("<p><%- t %></p>", { t: req.query.t }))); // slguard:expect xss-reflected
app.get("/raw", (req, res) => res.send(raw({ text: req.query.t }))); // slguard:expect xss-reflected
app.get("/plain", (req, res) => res.send(plain({ text: req.query.t }))); // slguard:safe
app.get("/binary", (req, res) => res.type("application/octet-stream").send(req.query.t)); // slguard:safe
app.get("/text", (req, res) => res.send(req.query.t)); // slguard:expect xss-reflected
export const handler = serverless(app);

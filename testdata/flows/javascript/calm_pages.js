const fs = require("fs");
const path = require("path");
const he = require("he");
const Handlebars = require("handlebars");
const { marked } = require("marked");
const createDOMPurify = require("dompurify");
const { JSDOM } = require("jsdom");

const DOMPurify = createDOMPurify(new JSDOM("").window);
const TEMPLATES = path.join(__dirname, "templates");
const layout = Handlebars.compile(fs.readFileSync(path.join(TEMPLATES, "layout.hbs"), "utf8")); // slguard:safe
const PAGES = Object.freeze({ home: "home.hbs", about: "about.hbs" });

const compiled = new Map(
  Object.entries(PAGES).map(([name, file]) => [name, Handlebars.compile(fs.readFileSync(path.join(TEMPLATES, file), "utf8"))]), // slguard:safe
);

const html = (statusCode, body) => ({
  statusCode,
  headers: { "Content-Type": "text/html; charset=utf-8", "X-Content-Type-Options": "nosniff" },
  body,
});

exports.page = async (event) => {
  const name = event.pathParameters?.page ?? "home";
  const template = compiled.get(name);
  if (!template) return html(404, `<p>There is no page ${he.encode(name)}.</p>`); // slguard:safe
  const content = template({ user: event.queryStringParameters?.user, now: new Date().toISOString() });
  return html(200, layout({ content })); // slguard:safe
};

exports.comment = async (event) => {
  const { text } = JSON.parse(event.body);
  const clean = DOMPurify.sanitize(marked.parse(text));
  return html(200, `<article>${clean}</article>`); // slguard:safe
};

const escapeHtml = (text) =>
  String(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");

exports.list = async (event) => {
  const items = (event.queryStringParameters?.items ?? "").split(",");
  const rows = items.map((item) => `<li>${escapeHtml(item)}</li>`).join("");
  const count = items.length;
  return html(200, `<ul data-count="${count}">${rows}</ul>`); // slguard:safe
};

exports.text = async (event) => ({
  statusCode: 200,
  headers: { "content-type": "text/plain" },
  body: `Hello ${event.queryStringParameters?.name}`, // slguard:safe
});

exports.data = async (event) => ({
  statusCode: 200,
  body: JSON.stringify({ hello: event.queryStringParameters?.name }), // slguard:safe
});

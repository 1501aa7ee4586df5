const express = require("express");
const Router = require("express-promise-router");
const jwt = require("jsonwebtoken");
const Handlebars = require("handlebars");
const urljoin = require("url-join");
const { OAuthClient } = require("@acme/oauth-client");
const serverless = require("serverless-http");

const router = new Router();
const page = Handlebars.compile("<h1>{{title}}</h1>");

const client = () =>
  new OAuthClient({ clientId: process.env.CLIENT_ID, clientPassword: process.env.OAUTH_CLIENT_PASSWORD });

async function store(order) {
  return order.lines.reduce((sum, line) => sum + line.price, 0);
}

router.get("/login", async (req, res) => {
  const url = client().getAuthorizationUrl(req.path);
  return res.redirect(307, url); // slguard:safe
});

router.post("/saml", async (req, res) => {
  const location = `${req.body.RelayState}/?token=1`;
  return res.redirect(location); // slguard:expect open-redirect
});

router.get("/routes/:bucket", async (req, res) => {
  return res.set({ "Content-Type": "text/plain" }).status(404).send(`No route for ${req.params.bucket}`); // slguard:safe
});

router.get("/pages/:bucket", async (req, res) => {
  return res.status(404).send(`No route for ${req.params.bucket}`); // slguard:expect xss-reflected
});

router.post("/orders", async (req, res) => {
  const total = await store(req.body);
  return res.send({ id: req.body.id, total }); // slguard:safe
});

router.post("/token", async (req, res) => {
  const token = jwt.sign({ sub: req.body.user }, process.env.TOKEN_SECRET);
  return res.send({ message: { token } }); // slguard:safe
});

router.get("/", async (req, res) => {
  const rendered = page({ title: req.query.title, logout: urljoin("https://shop.example.com", "logout") });
  return res.send(rendered); // slguard:safe
});

router.get("/search", async (req, res) => {
  const pattern = new RegExp(req.query.pattern); // slguard:expect redos
  return res.json(["a", "b"].filter((name) => pattern.test(name)));
});

const app = express();
app.use("/", router);
exports.handler = serverless(app);

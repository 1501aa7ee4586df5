const api = require("lambda-api")({ version: "v1.0", base: "v1" });
const axios = require("axios");
const got = require("got");
const http = require("http");

api.get("/fetch", async (req, res) => {
  const answer = await axios.get(req.query.url); // slguard:expect ssrf
  return answer.data;
});
api.get("/user/:id", async (req, res) => {
  const answer = await axios.get(`https://users.internal/api/${req.params.id}`); // slguard:safe
  return answer.data;
});
api.get("/suffix/:host", async (req, res) => {
  return got(`https://api.example.com${req.params.host}`).json(); // slguard:expect ssrf
});
api.get("/host/:host", (req, res) => {
  http.get({ hostname: req.params.host, path: "/" }, (r) => res.json({ code: r.statusCode })); // slguard:expect ssrf
});
api.get("/path/:p", (req, res) => {
  const options = { hostname: "example.com", path: "/" + encodeURIComponent(req.params.p) };
  http.get(options, (r) => res.json({ code: r.statusCode })); // slguard:safe
});
const allowed = new Set(["a.example.com", "b.example.com"]);
api.get("/allowed", async (req, res) => {
  const url = new URL(req.query.url);
  if (!allowed.has(url.hostname)) throw new Error("no");
  return (await axios.get(url.href)).data; // slguard:safe
});
api.get("/wrong", async (req, res) => {
  const { url } = req.query;
  if (!url.includes("example.com")) throw new Error("no");
  return (await axios({ method: "get", url })).data; // slguard:expect ssrf
});

exports.handler = async (event, context) => api.run(event, context);

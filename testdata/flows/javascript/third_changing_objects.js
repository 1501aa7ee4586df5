const express = require("express");
const serverless = require("serverless-http");
const jwt = require("jsonwebtoken");
const EventEmitter = require("events");
const util = require("util");
const path = require("path");
const fs = require("fs");
const { exec } = require("child_process");

// A response that is told its type in one call and sent in another.
const app = express();
app.get("/html", (req, res) => {
  res.set("Content-Type", "text/html");
  res.write("<b>"); // slguard:safe
  res.end(`${req.query.t}</b>`); // slguard:expect xss-reflected
});
app.get("/json", (req, res) => {
  res.setHeader("Content-Type", "application/json");
  res.send(req.query.t); // slguard:safe
});
app.get("/plain-or-not", (req, res) => {
  if (req.query.plain) {
    res.type("text");
    res.send(req.query.t); // slguard:safe
    return;
  }
  res.send(req.query.t); // slguard:expect xss-reflected
});
app.get("/credentials", (req, res) => {
  const [, token] = (req.get("authorization") ?? "").split(" ");
  console.warn("bad token", token); // slguard:expect secret-logging
  console.info("user", jwt.verify(token, process.env.PUBLIC_KEY, { algorithms: ["RS256"] }).sub); // slguard:safe
  console.info(JSON.stringify(process.env)); // slguard:expect secret-logging
  res.json({ ok: new Function("a", "return a + 1")(req.query.n) }); // slguard:safe
});
exports.handler = serverless(app);

// Functions that serve as classes and extend others; an emitter that does not know which event it is.
function Dispatcher() {
  EventEmitter.call(this);
}
util.inherits(Dispatcher, EventEmitter);
Dispatcher.prototype.dispatch = function (message) {
  this.emit(message.type, message);
};
const dispatcher = new Dispatcher();
dispatcher.on("shell", (message) => exec(`report ${message.name}`)); // slguard:expect command-injection
dispatcher.on("count", (message) => exec(`count ${Number(message.name)}`)); // slguard:safe
exports.dispatch = async (event) => dispatcher.dispatch(JSON.parse(event.body));

// What is assigned into an object is in it; getters of its class win.
class Job {
  static from(text) {
    return Object.assign(new Job(), JSON.parse(text));
  }
  get number() {
    return Number(this.id);
  }
}
exports.assigned = async (event) => {
  const job = Job.from(event.body);
  fs.readFileSync(`/mnt/jobs/${job.number}.json`); // slguard:safe
  fs.readFileSync(`/mnt/jobs/${job.name}.json`); // slguard:expect path-traversal
  const options = { dir: "a" };
  Object.assign(options, { dir: event.queryStringParameters.dir }, { mode: "r" });
  fs.readdirSync(`/mnt/jobs/${options.dir}`); // slguard:expect path-traversal
  fs.readdirSync(`/mnt/jobs/${options.mode}`); // slguard:safe
};

const ROOT = "/mnt/files";
exports.index = async (event) => {
  const file = path.normalize(path.join(ROOT, event.pathParameters.name));
  if (file.indexOf(ROOT) === 0) fs.statSync(file); // slguard:expect path-traversal
  if (file.indexOf(ROOT + path.sep) !== 0) throw new Error("outside");
  return fs.readFileSync(file, "utf8"); // slguard:safe
};

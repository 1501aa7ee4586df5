const { exec } = require("child_process");
const { EventEmitter } = require("events");
const fs = require("fs");
const busboy = require("busboy");
const parser = require("lambda-multipart-parser");

let lastCommand = "true";

exports.promises = async (event) => {
  const read = () => Promise.resolve(event.queryStringParameters);
  await read()
    .then(({ name }) => name.toUpperCase())
    .then((name) => exec("echo " + name)) // slguard:expect command-injection
    .catch((error) => console.error("failed"));
  const [kind, target] = await Promise.all(["fixed", Promise.resolve(event.body)]);
  exec(target); // slguard:expect command-injection
  exec(kind); // slguard:safe
  const form = await parser.parse(event);
  exec("unzip " + form.files[0].filename); // slguard:expect command-injection
};

exports.emitters = (event, context, callback) => {
  const bus = new EventEmitter();
  bus.on("job", (job) => {
    exec("run " + job.name); // slguard:expect command-injection
  });
  bus.emit("job", JSON.parse(event.body));
  const form = busboy({ headers: event.headers });
  form.on("file", (field, stream, info) => {
    stream.pipe(fs.createWriteStream("/tmp/" + info.filename)); // slguard:expect path-traversal
  });
  form.end(event.body);
  callback(null, { statusCode: 202 });
};

exports.globals = async (event) => {
  lastCommand = event.body;
  remember.call({ prefix: "x" });
};

function remember() {
  exec(lastCommand); // slguard:expect command-injection
}

const delay = (ms) => new Promise((resolve) => setTimeout(() => resolve("done"), ms));

exports.repaired = async (event) => {
  const state = await delay(Number(event.queryStringParameters.ms));
  exec("echo " + state); // slguard:safe
  const results = await Promise.allSettled([Promise.resolve("fixed")]);
  exec("echo " + results[0].value); // slguard:safe
  fs.readFile("/opt/config.json", "utf8", (error, text) => {
    if (!error) exec("echo loaded"); // slguard:safe
  });
};

const { execSync } = require("child_process");

let last;
const cache = {};
const queue = [];

function remember(event) {
  last = event.body;
  cache[event.pathParameters.id] = event.queryStringParameters.cmd;
  queue.push(event.headers["x-job"]);
}

exports.handler = async (event) => {
  remember(event);
  execSync("echo " + last); // slguard:expect command-injection
  execSync("echo " + cache.any); // slguard:expect command-injection
  while (queue.length) {
    execSync("job " + queue.shift()); // slguard:expect command-injection
  }
  execSync("echo " + queue.length); // slguard:safe
};

const settings = { shell: "bash", safe: "sh" };
exports.overwritten = async (event) => {
  let name = event.queryStringParameters.name;
  name = "fixed";
  execSync("echo " + name); // slguard:safe
  const copy = { ...event.queryStringParameters, name: "fixed" };
  execSync("echo " + copy.name); // slguard:safe
  execSync("echo " + copy.other); // slguard:expect command-injection
  const list = [event.body, "b"];
  execSync("echo " + list[1]); // slguard:safe
  execSync("echo " + list.at(0)); // slguard:expect command-injection
  const { shell } = { ...settings, ...JSON.parse(event.body) };
  execSync(shell); // slguard:expect command-injection
};

exports.guards = async (event) => {
  const n = event.queryStringParameters.n;
  if (isNaN(n)) return { statusCode: 400 };
  execSync("head -n " + n); // slguard:safe
  const kind = event.queryStringParameters.kind;
  switch (kind) {
    case "a":
    case "b":
      execSync("make " + kind); // slguard:safe
      break;
    default:
      execSync("make " + kind); // slguard:expect command-injection
  }
  const id = event.queryStringParameters.id;
  if (typeof id !== "number") return { statusCode: 400 };
  execSync("show " + id); // slguard:safe
};

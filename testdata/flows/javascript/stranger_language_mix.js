const { execSync } = require("child_process");

class Job {
  static #count = 0;
  #command;
  constructor({ command = "true", args: { first, ...others } = {} } = {}) {
    this.#command = command;
    this.first = first;
    this.others = others;
    Job.#count++;
  }
  get command() {
    return this.#command;
  }
  get count() {
    return Job.#count;
  }
  with(next) {
    return Object.assign(new Job(), this, { first: next });
  }
}

exports.handler = async (event) => {
  const job = new Job(JSON.parse(event.body));
  execSync(job.command); // slguard:expect command-injection
  execSync("echo " + job.count); // slguard:safe
  execSync("echo " + job.with("constant").first); // slguard:safe
  execSync("echo " + job.others.last); // slguard:expect command-injection
};

const curry = (f) => (a) => (b) => f(a, b);
const run = curry((program, argument) => execSync(`${program} ${argument}`)); // slguard:expect command-injection
const fixed = curry((program, argument) => execSync(`${program} 1`)); // slguard:safe
exports.curried = async (event) => {
  run("echo")(event.queryStringParameters.text);
  fixed("echo")(event.queryStringParameters.text);
};

async function* lines(event) {
  for (const line of event.body.split("\n")) {
    yield line.trim();
  }
}
exports.generated = async (event) => {
  for await (const line of lines(event)) {
    execSync("echo " + line); // slguard:expect command-injection
  }
  for await (const line of lines({ body: "a\nb" })) {
    execSync("echo " + line); // slguard:safe
  }
};

exports.entries = async (event) => {
  const upper = Object.fromEntries(Object.entries(event.headers).map(([key, value]) => [key.toLowerCase(), value]));
  execSync("echo " + upper["x-name"]); // slguard:expect command-injection
  const [first, , third = "none"] = (event.queryStringParameters?.list ?? "").split(",");
  execSync("echo " + third); // slguard:expect command-injection
  const counts = Object.keys(event.headers).length;
  execSync("echo " + counts); // slguard:safe
};

exports.chained = (event, context, callback) => {
  Promise.resolve(event.body)
    .then((body) => JSON.parse(body))
    .then(({ command }) => execSync(command)) // slguard:expect command-injection
    .then((out) => callback(null, { statusCode: 200, body: out.toString() }))
    .catch((err) => callback(null, { statusCode: 500, body: err.stack })) // slguard:expect sensitive-data-exfiltration
    .finally(() => execSync("true")); // slguard:safe
};

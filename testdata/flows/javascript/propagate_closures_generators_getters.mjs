import { exec } from "node:child_process";
import { format, inspect } from "node:util";
import querystring from "node:querystring";

class Job {
  #command = "true";
  static defaults = { shell: "sh" };

  set command(value) {
    this.#command = value;
  }

  get line() {
    return `nice ${this.#command}`;
  }
}

const builder = (prefix) => (name) => `${prefix}-${name}`;

function* words(text) {
  for (const word of text.split(" ")) yield word;
}

export const handler = async (event) => {
  const job = new Job();
  job.command = event.body;
  exec(job.line); // slguard:expect command-injection
  exec(builder("job")(event.rawPath)); // slguard:expect command-injection
  for (const word of words(event.body)) {
    exec(word); // slguard:expect command-injection
  }
  exec(format("run %s", querystring.parse(event.rawQueryString).name)); // slguard:expect command-injection
  exec(event.body.replace(/x/g, () => "y").slice(1).padEnd(3)); // slguard:expect command-injection
  const { groups } = event.body.match(/name=(?<name>.*)/);
  exec(groups.name); // slguard:expect command-injection
  exec(inspect(event.queryStringParameters)); // slguard:expect command-injection
  const run = exec.bind(null, "echo " + event.body); // slguard:expect command-injection
  run();
  const line = String.raw`echo ${event.body}`;
  exec(line); // slguard:expect command-injection
};

export const repairedHandler = async (event) => {
  const job = new Job();
  exec(job.line); // slguard:safe
  exec(builder("job")("nightly")); // slguard:safe
  exec(Job.defaults.shell + " run.sh"); // slguard:safe
  const { groups } = event.body.match(/n=(?<count>\d+)/);
  exec("head -n " + Number(groups.count)); // slguard:safe
  exec("echo " + event.body.length + event.body.indexOf("x") + [1, 2].includes(event.body)); // slguard:safe
  exec("echo " + Buffer.from(event.body).toString("hex") + new Date(event.rawPath).getTime()); // slguard:safe
};

import { exec } from "child_process";

type Query = Record<string, string | undefined>;

export const handler = async (event: { queryStringParameters: Query; body: string }) => {
  const { first = "none", ...others } = event.queryStringParameters;
  exec(first); // slguard:expect command-injection
  exec(others.second!); // slguard:expect command-injection
  const merged = Object.assign({ mode: "fast" }, JSON.parse(event.body));
  exec(merged.target); // slguard:expect command-injection
  const copy = { ...merged, mode: "slow" };
  exec(copy.other); // slguard:expect command-injection
  const [head, ...tail] = event.body.split(",");
  exec(head); // slguard:expect command-injection
  exec(tail.join(" ")); // slguard:expect command-injection
  const total = tail.reduce((text, each) => text + "," + each, "list");
  exec(total); // slguard:expect command-injection
  const found = tail.map((each) => ({ name: each.trim() })).find(({ name }) => name.length > 2);
  exec(found?.name ?? "true"); // slguard:expect command-injection
  const pairs = Object.fromEntries(tail.flatMap((each, index) => [[`k${index}`, each]]));
  for (const value of Object.values(pairs)) {
    exec(value); // slguard:expect command-injection
  }
  const queue: string[] = [];
  queue.push("a", event.body);
  exec(queue[1]); // slguard:expect command-injection
  const clone = structuredClone(merged);
  exec(clone.deep.value); // slguard:expect command-injection
  const table = new Map<string, string>();
  table.set("cmd", event.body);
  exec(table.get("cmd")!); // slguard:expect command-injection
  return { statusCode: 200 };
};

export const repairedHandler = async (event: { queryStringParameters: Query; body: string }) => {
  const merged = Object.assign({}, JSON.parse(event.body), { mode: "fast" });
  exec(merged.mode); // slguard:safe
  const copy = { ...merged, mode: "slow" };
  exec(copy.mode); // slguard:safe
  const table = new Map<string, string>([["list", "ls"]]);
  table.set("cmd", event.body);
  exec(table.get("list")!); // slguard:safe
  const pair = ["ls", event.body];
  exec(pair[0]); // slguard:safe
  const settings = { command: "ls", argument: event.body };
  exec(settings.command); // slguard:safe
  let command = event.body;
  command = "true";
  exec(command); // slguard:safe
  const known = ["a", "b"].filter((each) => event.body.includes(each));
  exec("run " + known.join(" ")); // slguard:safe
  const debug = false;
  if (debug) {
    exec(event.body); // slguard:safe
  }
  exec(typeof event.body); // slguard:safe
  exec(event.body ? "yes" : "no"); // slguard:safe
  return { statusCode: 200 };
};

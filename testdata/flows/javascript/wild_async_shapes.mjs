import { EventEmitter, on } from "node:events";
import { createInterface } from "node:readline";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { execSync } from "node:child_process";
import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();

export const promises = async (event) => {
  const name = event.queryStringParameters.name;
  const [a, b] = await Promise.all([Promise.resolve(name), Promise.resolve("fixed")]);
  execSync(`a ${a}`); // slguard:expect command-injection
  execSync(`b ${b}`); // slguard:safe
  const results = await Promise.allSettled([later(name), later("x")]);
  const good = results.filter((each) => each.status === "fulfilled").map((each) => each.value);
  execSync(`c ${good[0]}`); // slguard:expect command-injection
  const fastest = await Promise.race([sleep(10, "slow"), later(name)]);
  execSync(`d ${fastest}`); // slguard:expect command-injection
  await later(name)
    .then((text) => text.toUpperCase())
    .then((text) => execSync(`e ${text}`)) // slguard:expect command-injection
    .catch(() => undefined)
    .finally(() => execSync("f done")); // slguard:safe
  const wrapped = await new Promise((resolve, reject) => (name ? resolve({ name }) : reject(new Error("no"))));
  execSync(`g ${wrapped.name}`); // slguard:expect command-injection
  const { promise, resolve } = Promise.withResolvers();
  resolve(name);
  execSync(`h ${await promise}`); // slguard:expect command-injection
  const count = await later(name).then((text) => text.length);
  execSync(`i ${count}`); // slguard:safe
};

async function later(text) {
  await sleep(5);
  return `${text}!`;
}

function* words(text) {
  yield "first";
  for (const word of text.split(" ")) yield word;
  yield* text.match(/\d+/g) ?? [];
}

async function* pages(source) {
  let page = 0;
  while (page < 3) yield { page: page++, text: await source(page) };
}

export const generators = async (event) => {
  const text = event.body;
  for (const word of words(text)) execSync(`a ${word}`); // slguard:expect command-injection
  for (const word of words("only constant words")) execSync(`b ${word}`); // slguard:safe
  for await (const { page, text: content } of pages(async () => text)) {
    execSync(`c ${content}`); // slguard:expect command-injection
    execSync(`d ${page}`); // slguard:safe
  }
  const all = Array.from(words(text), (word) => word.length);
  execSync(`e ${all.join(" ")}`); // slguard:safe
  const iterator = { *[Symbol.iterator]() { yield text; } };
  for (const each of iterator) execSync(`f ${each}`); // slguard:expect command-injection
};

class Jobs extends EventEmitter {
  submit(job) {
    this.emit("submitted", job, Date.now());
    return this;
  }
}

export const emitters = async (event) => {
  const jobs = new Jobs();
  jobs.once("submitted", ({ name }, at) => {
    execSync(`a ${name}`); // slguard:expect command-injection
    execSync(`b ${at}`); // slguard:safe
  });
  jobs.submit({ name: event.queryStringParameters.name });
};

export const streams = async (event) => {
  const lines = createInterface({ input: Readable.from([event.body]) });
  for await (const line of lines) execSync(`a ${line}`); // slguard:expect command-injection
  lines.on("line", (line) => execSync(`b ${line}`)); // slguard:expect command-injection
  await pipeline(
    Readable.from([event.body]),
    new Transform({
      transform(chunk, _encoding, done) {
        execSync(`c ${chunk}`); // slguard:expect command-injection
        done(null, chunk);
      },
    }),
    async function* (source) {
      for await (const chunk of source) yield execSync(`d ${chunk}`); // slguard:expect command-injection
    },
    process.stdout,
  );
  await pipeline(Readable.from(["fixed"]), async (source) => {
    for await (const chunk of source) execSync(`e ${chunk}`); // slguard:safe
  });
};

export const local = (event) =>
  storage.run({ user: event.queryStringParameters.user, at: "now" }, async () => {
    const { user, at } = storage.getStore();
    execSync(`a ${user}`); // slguard:expect command-injection
    execSync(`b ${at}`); // slguard:safe
  });

export const callbacks = (event, context, callback) => {
  const load = (key, done) => process.nextTick(() => done(null, { key, size: 4 }));
  load(event.queryStringParameters.key, (error, item) => {
    if (error) return callback(error);
    execSync(`a ${item.key}`); // slguard:expect command-injection
    execSync(`b ${item.size}`); // slguard:safe
    setTimeout((value) => execSync(`c ${value}`), 5, item.key); // slguard:expect command-injection
    callback(null, { statusCode: 204 });
  });
};

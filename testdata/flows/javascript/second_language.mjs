// slguard:handler labels HTTP_API_V2
// slguard:handler proxies HTTP_API_V2
// slguard:handler pipes HTTP_API_V2
// slguard:handler texts HTTP_API_V2
// slguard:handler checks HTTP_API_V2
import { execSync } from "node:child_process";
import { randomUUID } from "node:crypto";

export const labels = async (event) => {
  const { a, b, c } = event.queryStringParameters;
  outer: for (const x of [a, b]) {
    for (const y of [1, 2]) {
      if (y === 2) continue outer;
      execSync(`a ${x}`); // slguard:expect command-injection
      execSync(`b ${y}`); // slguard:safe
    }
  }
  let name = c;
  do {
    name = name.slice(1);
  } while (name.startsWith("-"));
  execSync(`c ${name}`); // slguard:expect command-injection
  const [head, ...tail] = c.split("/");
  execSync(`d ${head}`); // slguard:expect command-injection
  execSync(`e ${tail.length}`); // slguard:safe
  const swap = { x: a, y: "fixed" };
  [swap.x, swap.y] = [swap.y, swap.x];
  execSync(`f ${swap.x}`); // slguard:safe
  execSync(`g ${swap.y}`); // slguard:expect command-injection
  const key = "dyn";
  const computed = { [key]: b, [`${key}2`]: "fixed", get both() { return this.dyn + this.dyn2; } };
  execSync(`h ${computed.dyn2}`); // slguard:safe
  execSync(`i ${computed.both}`); // slguard:expect command-injection
  delete computed.dyn;
  execSync(`j ${computed.dyn}`); // slguard:safe
  const nested = { deep: { list: [{ v: a }, { v: "fixed" }] } };
  execSync(`k ${nested.deep.list[1].v}`); // slguard:safe
  execSync(`l ${nested?.deep?.list?.at(0)?.v}`); // slguard:expect command-injection
  const { deep: { list: [{ v: first }, { v: second }] } } = nested;
  execSync(`m ${first}`); // slguard:expect command-injection
  execSync(`n ${second}`); // slguard:safe
};

export const proxies = async (event) => {
  const q = event.queryStringParameters;
  const counter = (() => {
    let last = "";
    return { push: (x) => (last = x), peek: () => last };
  })();
  counter.push(q.x);
  execSync(`a ${counter.peek()}`); // slguard:expect command-injection
  const memo = new Map();
  const cached = (k, make) => memo.get(k) ?? memo.set(k, make(k)).get(k);
  execSync(`b ${cached("k", () => q.y)}`); // slguard:expect command-injection
  const frozen = Object.freeze({ ok: "fixed", bad: q.z });
  execSync(`c ${frozen.ok}`); // slguard:safe
  execSync(`d ${frozen.bad}`); // slguard:expect command-injection
  const sorted = Object.keys(q).sort().map((k) => q[k]);
  execSync(`e ${sorted[0]}`); // slguard:expect command-injection
  const sizes = Object.values(q).map((v) => v.length).filter(Boolean);
  execSync(`f ${sizes.join(",")}`); // slguard:safe
  const ids = Array.from({ length: 3 }, () => randomUUID());
  execSync(`g ${ids.join(",")}`); // slguard:safe
  const lookup = { start: "systemctl start x", stop: "systemctl stop x" };
  if (Object.prototype.hasOwnProperty.call(lookup, q.action)) execSync(lookup[q.action]); // slguard:safe
  const text = String(q.n ?? "").padStart(4, "0");
  execSync(`h ${text}`); // slguard:expect command-injection
  execSync(`i ${String(Number(q.n)).padStart(4, "0")}`); // slguard:safe
};

export const pipes = async (event) => {
  const pipe = (...fns) => (x) => fns.reduce((value, fn) => fn(value), x);
  const clean = pipe((s) => s.trim(), (s) => s.replace(/[^a-z]/g, ""));
  const shout = pipe((s) => s.trim(), (s) => s.toUpperCase());
  execSync(`a ${clean(event.body)}`); // slguard:safe
  execSync(`b ${shout(event.body)}`); // slguard:expect command-injection
  const once = (fn) => { let done; return (...args) => (done ??= fn(...args)); };
  execSync(`c ${once((x) => `<${x}>`)(event.body)}`); // slguard:expect command-injection
  const results = await Promise.all(event.body.split("\n").map(async (line) => line.trim()));
  execSync(`d ${results.join(" ")}`); // slguard:expect command-injection
  const retry = async (fn, left = 3) => { try { return await fn(); } catch (e) { if (left) return retry(fn, left - 1); throw e; } };
  execSync(`e ${await retry(async () => event.rawPath)}`); // slguard:expect command-injection
  execSync(`f ${await retry(async () => "fixed")}`); // slguard:safe
};

export const texts = async (event) => {
  const raw = event.queryStringParameters.q;
  execSync(`a ${raw.normalize("NFKC").toLowerCase()}`); // slguard:expect command-injection
  execSync(`b ${raw.split("").reverse().join("")}`); // slguard:expect command-injection
  execSync(`c ${raw.charCodeAt(0)}`); // slguard:safe
  execSync(`d ${[...raw].length}`); // slguard:safe
  execSync(`e ${encodeURIComponent(raw)}`); // slguard:expect command-injection
  execSync(`f ${raw.match(/^[a-z0-9]+/)?.[0]}`); // slguard:safe
  execSync(`g ${raw.replace(/(.)/g, (m, c) => c + c)}`); // slguard:expect command-injection
  execSync(`h ${raw.replace(/\W/g, "")}`); // slguard:safe
  const [, year = "2000", month = "01"] = /^(\d{4})-(\d{2})$/.exec(raw) ?? [];
  execSync(`i ${year}/${month}`); // slguard:safe
  const tag = (strings, ...values) => strings.raw.map((s, i) => s + (values[i] ?? "")).join("");
  execSync(tag`j ${raw}`); // slguard:expect command-injection
};

const assertOneOf = (value, allowed) => {
  if (!allowed.includes(value)) throw new RangeError("not allowed");
};
const validateAll = (query) => {
  const errors = [];
  if (!/^\d+$/.test(query.id)) errors.push("id");
  return errors;
};
export const checks = async (event) => {
  const q = event.queryStringParameters;
  assertOneOf(q.a, ["x", "y"]);
  execSync(`a ${q.a}`); // slguard:safe
  execSync(`b ${q.b}`); // slguard:expect command-injection
  const n = Number(q.n);
  if (!(n > 0 && n < 10)) return { statusCode: 400 };
  execSync(`c ${n}`); // slguard:safe
  if (q.c?.length > 10) return { statusCode: 400 };
  execSync(`d ${q.c}`); // slguard:expect command-injection
  const kind = q.kind in { a: 1, b: 2 } ? q.kind : "a";
  execSync(`e ${kind}`); // slguard:safe
  if (validateAll(q).length > 0) return { statusCode: 400 };
  execSync(`f ${Number(q.id)}`); // slguard:safe
  const mode = q.mode || "fast";
  if (mode !== "fast" && mode !== "slow") return { statusCode: 400 };
  execSync(`g ${mode}`); // slguard:safe
  return { statusCode: 204 };
};

// slguard:handler destructuring HTTP_API_V2
// slguard:handler spreads HTTP_API_V2
// slguard:handler optional HTTP_API_V2
// slguard:handler collections HTTP_API_V2
// slguard:handler roundTrips HTTP_API_V2
// slguard:handler functions HTTP_API_V2
import { execSync } from "node:child_process";
import { Pool } from "pg";

const pool = new Pool();
const sh = (line: string) => execSync(line); // slguard:expect command-injection

export const destructuring = async ({
  queryStringParameters: { a = "x", ...others } = {},
  pathParameters: { id: key } = {},
  headers: { ["x-api"]: api, ...headers },
}: any) => {
  execSync(`a ${a}`); // slguard:expect command-injection
  execSync(`b ${others.b}`); // slguard:expect command-injection
  execSync(`c ${key}`); // slguard:expect command-injection
  execSync(`d ${api}`); // slguard:expect command-injection
  execSync(`e ${headers["user-agent"]}`); // slguard:expect command-injection
  const { length } = a;
  execSync(`f ${length}`); // slguard:safe
  let [first, , third = "z"] = [1, a, 3];
  execSync(`g ${first} ${third}`); // slguard:safe
  [first, third] = [third, a];
  execSync(`h ${first}`); // slguard:safe
  execSync(`i ${third}`); // slguard:expect command-injection
};

export const spreads = async (event: any) => {
  const body = JSON.parse(event.body);
  const options = { depth: 1, ...body, name: "fixed" };
  execSync(`j ${options.name}`); // slguard:safe
  execSync(`k ${options.depth}`); // slguard:expect command-injection
  const defaults = { ...body, ...{ name: "fixed" } };
  execSync(`l ${defaults.name}`); // slguard:safe
  const merged = Object.assign({}, { name: "fixed" }, body);
  execSync(`m ${merged.name}`); // slguard:expect command-injection
  const args = ["-a", ...body.args];
  execSync(`n ${args[0]}`); // slguard:safe
  execSync(["o", ...args].join(" ")); // slguard:expect command-injection
  const last = ((...all: string[]) => all.at(-1))("x", body.y);
  execSync(`p ${last}`); // slguard:expect command-injection
};

export const optional = async (event: any) => {
  const user = event?.requestContext?.authorizer?.jwt?.claims?.["cognito:username"] ?? "anonymous";
  execSync(`q ${user}`); // slguard:expect command-injection
  const stage = event?.requestContext?.stage ?? "$default";
  execSync(`r ${stage}`); // slguard:safe
  event.body?.split?.(",")?.forEach?.((part: string) => execSync(`s ${part}`)); // slguard:expect command-injection
  let name = event.queryStringParameters?.name;
  name ||= "nobody";
  execSync(`t ${name}`); // slguard:expect command-injection
  name = "somebody";
  execSync(`u ${name}`); // slguard:safe
};

export const collections = async (event: any) => {
  const query = event.queryStringParameters;
  const pairs = Object.entries(query).map(([k, v]) => `${k}=${v}`);
  execSync(`a ${pairs.join("&")}`); // slguard:expect command-injection
  const upper = Object.fromEntries(Object.entries(query).map(([k, v]: any) => [k.toUpperCase(), v.trim()]));
  execSync(`b ${upper.NAME}`); // slguard:expect command-injection
  const lengths = Object.fromEntries(Object.entries(query).map(([k, v]: any) => ["n", v.length]));
  execSync(`c ${lengths.n}`); // slguard:safe
  const total = query.list.split(",").reduce((sum: number, each: string) => sum + Number(each), 0);
  execSync(`d ${total}`); // slguard:safe
  const line = query.list.split(",").reduce((text: string, each: string) => text + " " + each, "e");
  execSync(line); // slguard:expect command-injection
  const flat = [query.list.split(","), ["x"]].flatMap((each) => each);
  execSync(`f ${flat[0]}`); // slguard:expect command-injection
  const map = new Map<string, string>([["k", query.k], ["s", "fixed"]]);
  execSync(`g ${map.get("k")}`); // slguard:expect command-injection
  execSync(`h ${map.get("s")}`); // slguard:safe
  const seen = new Set<string>();
  for (const each of query.list.split(",")) seen.add(each);
  execSync(`i ${[...seen][0]}`); // slguard:expect command-injection
  execSync(`j ${seen.size}`); // slguard:safe
  const weak = new WeakMap<object, string>();
  const owner = {};
  weak.set(owner, query.w);
  execSync(`k ${weak.get(owner)}`); // slguard:expect command-injection
  const grouped = Object.groupBy(query.list.split(","), (each: string) => (each.length > 3 ? "long" : "short"));
  execSync(`l ${grouped.long![0]}`); // slguard:expect command-injection
  const copy = structuredClone({ safe: 1, bad: query.bad });
  execSync(`m ${copy.safe}`); // slguard:safe
  execSync(`n ${copy.bad}`); // slguard:expect command-injection
};

export const roundTrips = async (event: any) => {
  const text = JSON.stringify({ inner: { name: event.queryStringParameters.n, fixed: "f" } });
  const back = JSON.parse(text);
  execSync(`a ${back.inner.name}`); // slguard:expect command-injection
  const encoded = Buffer.from(event.queryStringParameters.n).toString("base64");
  execSync(`b ${encoded}`); // slguard:safe
  execSync(`c ${Buffer.from(encoded, "base64").toString()}`); // slguard:expect command-injection
  const params = new URLSearchParams(event.rawQueryString);
  execSync(`d ${params.get("x")}`); // slguard:expect command-injection
  const url = new URL(`https://example.com/${event.pathParameters.p}`);
  execSync(`e ${decodeURIComponent(url.pathname)}`); // slguard:expect command-injection
  execSync(`f ${url.protocol}`); // slguard:safe
  const form = Object.fromEntries(new URLSearchParams(Buffer.from(event.body, "base64").toString("utf-8")));
  execSync(`g ${form.field}`); // slguard:expect command-injection
  const hex = Buffer.from(event.body).toString("hex");
  execSync(`h ${hex}`); // slguard:safe
};

const compose =
  <A, B, C>(f: (a: A) => B, g: (b: B) => C) =>
  (a: A) =>
    g(f(a));
const add = (left: string) => (right: string) => left + right;

export const functions = async (event: any) => {
  const name = event.pathParameters.name;
  const build = compose((x: string) => x.trim(), add("echo "));
  sh(build(name));
  execSync(compose((x: string) => x.length, String)(name)); // slguard:safe
  const partial = execSync.bind(null, `a ${name}`); // where it is bound: slguard:expect command-injection
  partial();
  const apply = (fn: (x: string) => void, value: string) => fn(value);
  apply((value) => execSync("b " + value), name); // slguard:expect command-injection
  apply((value) => execSync("c " + value), "fixed"); // slguard:safe
  const later = () => execSync("d " + name); // slguard:expect command-injection
  later();
  const table: Record<string, (x: string) => unknown> = {
    list: (x) => execSync("ls " + x), // slguard:expect command-injection
    none: () => execSync("true"), // slguard:safe
  };
  table[event.pathParameters.action]?.(name);
  execSync.call(undefined, `e ${name}`); // slguard:expect command-injection
  Reflect.apply(execSync, undefined, [`f ${name}`]); // slguard:expect command-injection
};

import { execSync } from "node:child_process";
import assert from "node:assert/strict";
import validator from "validator";

enum Kind {
  Small = "small",
  Large = "large",
}
const KINDS = { small: 1, large: 2 } as const;
const NAMES = new Set(["a", "b"]);
const COMMANDS = new Map([["list", "ls -l"], ["disk", "df -h"]]);

const isKind = (value: string): value is keyof typeof KINDS => Object.hasOwn(KINDS, value);
const isLoose = (value: string): value is keyof typeof KINDS => value in KINDS;
const isAlways = (_value: string): boolean => true;

export const lists = async (event: any) => {
  const k = event.pathParameters.kind;
  if (["x", "y"].includes(k)) execSync(`a ${k}`); // slguard:safe
  else execSync(`b ${k}`); // slguard:expect command-injection
  if (!NAMES.has(k)) execSync(`c ${k}`); // slguard:expect command-injection
  if (NAMES.has(k) && k.length < 3) execSync(`d ${k}`); // slguard:safe
  if (NAMES.has(k) || event.queryStringParameters.force) execSync(`e ${k}`); // slguard:expect command-injection
  execSync(COMMANDS.get(k) ?? "true"); // slguard:safe
  if (isKind(k)) execSync(`f ${k}`); // slguard:safe
  if (isLoose(k)) execSync(`g ${k}`); // also "constructor", which is harmless here: slguard:safe
  if (isAlways(k)) execSync(`h ${k}`); // slguard:expect command-injection
  if (Object.values(Kind).includes(k as Kind)) execSync(`i ${k}`); // slguard:safe
  if (Object.keys(KINDS).some((each) => each === k)) execSync(`j ${k}`); // slguard:safe
  const found = ["x", "y"].find((each) => each === k);
  execSync(`k ${found}`); // slguard:safe
  const index = ["x", "y"].indexOf(k);
  if (index === -1) return { statusCode: 400 };
  execSync(`l ${k}`); // slguard:safe
  return { statusCode: 204 };
};

export const switches = async (event: any) => {
  const k = event.pathParameters.kind;
  switch (k) {
    case "one":
    case "two":
      execSync(`a ${k}`); // slguard:safe
      break;
    default:
      execSync(`b ${k}`); // slguard:expect command-injection
  }
  const order = k === "desc" ? "desc" : "asc";
  execSync(`c ${order}`); // slguard:safe
  const either = k === "desc" ? k : "asc";
  execSync(`d ${either}`); // slguard:safe
  const wrong = k !== "desc" ? k : "asc";
  execSync(`e ${wrong}`); // slguard:expect command-injection
  const level = ({ low: "-1", high: "-9" } as Record<string, string>)[k] ?? "-5";
  execSync(`f ${level}`); // slguard:safe
};

export const types = async (event: any) => {
  const { n, m, list, id } = JSON.parse(event.body);
  if (typeof n === "number") execSync(`a ${n}`); // slguard:safe
  if (typeof n === "string") execSync(`b ${n}`); // slguard:expect command-injection
  if (isNaN(n)) return { statusCode: 400 };
  execSync(`c ${n}`); // slguard:safe
  if (!Number.isInteger(m)) throw new Error("m");
  execSync(`d ${m}`); // slguard:safe
  const parsed = parseInt(id, 10);
  if (Number.isNaN(parsed)) return { statusCode: 400 };
  execSync(`e ${parsed}`); // slguard:safe
  execSync(`f ${id}`); // slguard:expect command-injection
  if (!Array.isArray(list) || !list.every((each) => NAMES.has(each))) return { statusCode: 400 };
  execSync(`g ${list.join(" ")}`); // slguard:safe
  const clean = JSON.parse(event.body).others.filter((each: string) => NAMES.has(each));
  execSync(`h ${clean.join(" ")}`); // slguard:safe
  const dirty = JSON.parse(event.body).others.filter((each: string) => !NAMES.has(each));
  execSync(`i ${dirty.join(" ")}`); // slguard:expect command-injection
  execSync(`j ${+id} ${~~id} ${id | 0} ${BigInt(id)} ${new Date(id).toISOString()}`); // slguard:safe
  execSync(`k ${!!id} ${id.length} ${id === "x"}`); // slguard:safe
  return { statusCode: 204 };
};

export const patterns = async (event: any) => {
  const { a, b, c, d, e, f } = event.queryStringParameters;
  if (!/^[\w-]+$/.test(a)) return { statusCode: 400 };
  execSync(`a ${a}`); // slguard:safe
  if (!/[\w-]+/.test(b)) return { statusCode: 400 };
  execSync(`b ${b}`); // slguard:expect command-injection
  if (!/^[\w-]+$/m.test(c)) return { statusCode: 400 };
  execSync(`c ${c}`); // slguard:expect command-injection
  if (!/^.+$/.test(d)) return { statusCode: 400 };
  execSync(`d ${d}`); // slguard:expect command-injection
  const match = /^v(\d+)-(.*)$/.exec(e);
  execSync(`e ${match![1]}`); // slguard:safe
  execSync(`f ${match![2]}`); // slguard:expect command-injection
  const { groups } = f.match(/^(?<year>\d{4})\/(?<rest>.+)$/) ?? {};
  execSync(`g ${groups.year}`); // slguard:safe
  execSync(`h ${groups.rest}`); // slguard:expect command-injection
  const pattern = new RegExp("^[a-z]{1,8}$");
  if (pattern.test(b)) execSync(`i ${b}`); // slguard:safe
  if (validator.isAlphanumeric(d)) execSync(`j ${d}`); // slguard:safe
  if (validator.isEmail(d)) execSync(`k ${d}`); // slguard:expect command-injection
  execSync(`l ${d.replace(/[^a-z0-9]/g, "")}`); // slguard:safe
  execSync(`m ${d.replace(/[^a-z0-9]/, "")}`); // slguard:expect command-injection
  execSync(`n ${d.replaceAll(";", "")}`); // slguard:expect command-injection
  execSync(`o '${d.replace(/'/g, "'\\''")}'`); // slguard:safe
  return { statusCode: 204 };
};

function assertName(value: string): asserts value is string {
  assert.match(value, /^[a-z]+$/);
}
function requireKnown(value: string, message = "unknown"): string {
  if (NAMES.has(value)) return value;
  throw new Error(message);
}
class Checker {
  constructor(private readonly allowed: readonly string[]) {}
  accepts(value: string) {
    return this.allowed.includes(value);
  }
  mustAccept(value: string) {
    if (!this.accepts(value)) throw new Error("refused");
  }
}
const checker = new Checker(["p", "q"]);

export const helpers = async (event: any) => {
  const { a, b, c, d, e } = event.queryStringParameters;
  assertName(a);
  execSync(`a ${a}`); // slguard:safe
  execSync(`b ${requireKnown(b)}`); // slguard:safe
  checker.mustAccept(c);
  execSync(`c ${c}`); // slguard:safe
  if (!checker.accepts(d)) return { statusCode: 403 };
  execSync(`d ${d}`); // slguard:safe
  assert(e, "e is missing");
  execSync(`e ${e}`); // slguard:expect command-injection
  try {
    assertName(e);
  } catch {
    console.warn("bad name");
  }
  execSync(`f ${e}`); // slguard:expect command-injection
  const errors: string[] = [];
  if (!NAMES.has(d)) errors.push("d");
  if (errors.length > 0) return { statusCode: 400 };
  return { statusCode: 204 };
};

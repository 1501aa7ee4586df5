// slguard:handler list HTTP_API_V2
// slguard:handler resize HTTP_API_V2
// slguard:handler pay HTTP_API_V2
// slguard:handler proxy HTTP_API_V2
// slguard:handler files HTTP_API_V2
// slguard:handler search HTTP_API_V2
import { execFileSync, execSync, spawn } from "child_process";
import { createReadStream, promises as fsp, readFileSync } from "fs";
import path from "path";
import https from "https";
import { Pool, type QueryConfig } from "pg";
import { z } from "zod";
import type { APIGatewayProxyEventV2, APIGatewayProxyHandlerV2, Context } from "aws-lambda";

const pool = new Pool({ max: 1 });

type Filter = { field: string; op: "eq" | "gt"; value: string };
const OPERATORS: Record<Filter["op"], string> = { eq: "=", gt: ">" };
const FIELDS = new Set(["name", "price"]);

function where(filters: Filter[]): QueryConfig {
  const values: string[] = [];
  const parts = filters.map(({ field, op, value }) => {
    values.push(value);
    return `${field} ${OPERATORS[op]} $${values.length}`;
  });
  return { text: `SELECT * FROM items WHERE ${parts.join(" AND ")}`, values }; // where the text is made: slguard:expect sql-injection
}

function checkedWhere(filters: Filter[]): QueryConfig {
  const parts: string[] = [];
  for (const { field, op } of filters) {
    if (!FIELDS.has(field)) throw new Error("field");
    parts.push(`${field} ${OPERATORS[op] ?? "="} $${parts.length + 1}`);
  }
  return { text: `SELECT * FROM items WHERE ${parts.join(" AND ")}`, values: filters.map((f) => f.value) };
}

export const list: APIGatewayProxyHandlerV2 = async (event) => {
  const filters = JSON.parse(event.body!).filters as Filter[];
  const a = await pool.query(where(filters));
  const b = await pool.query(checkedWhere(filters)); // slguard:safe
  return { statusCode: 200, body: JSON.stringify([a.rowCount, b.rowCount]) };
};

export async function resize({ queryStringParameters }: APIGatewayProxyEventV2): Promise<unknown> {
  const { width = "100", format = "png", quality } = queryStringParameters ?? {};
  const size = Math.min(parseInt(width, 10) || 100, 2000);
  execSync(`convert in.png -resize ${size}x${size} out.${format}`); // slguard:expect command-injection
  const safe = format === "jpg" || format === "png" ? format : "png";
  execSync(`convert in.png -resize ${size}x${size} out.${safe}`); // slguard:safe
  const args = ["in.png"];
  if (quality) args.push("-quality", quality);
  args.push("out.png");
  execFileSync("convert", args); // slguard:safe
  spawn("sh", ["-c", "convert " + args.join(" ")]); // slguard:expect command-injection
  return { statusCode: 204 };
}

class PaymentError extends Error {
  constructor(message: string, public readonly reference: string) {
    super(message);
    Object.setPrototypeOf(this, new.target.prototype);
  }
}

export const pay = async (event: APIGatewayProxyEventV2, context: Context) => {
  const { reference, amount } = JSON.parse(event.body ?? "{}");
  try {
    if (amount <= 0) throw new PaymentError("amount", reference);
    await pool.query("INSERT INTO payments VALUES ($1, $2)", [reference, amount]); // slguard:safe
  } catch (e) {
    if (e instanceof PaymentError) {
      await pool.query(`INSERT INTO failures VALUES ('${e.reference}')`); // slguard:expect sql-injection
      await pool.query(`INSERT INTO failures VALUES ('${context.awsRequestId}')`); // slguard:safe
      return { statusCode: 402, body: JSON.stringify({ code: e.name }) };
    }
    return { statusCode: 500, body: (e as Error).stack }; // slguard:expect sensitive-data-exfiltration
  }
  return { statusCode: 201 };
};

const get = (options: https.RequestOptions) =>
  new Promise<string>((resolve, reject) => {
    https
      .get(options, (response) => { // slguard:expect ssrf
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks).toString()));
      })
      .on("error", reject);
  });

const getFixed = (options: https.RequestOptions) =>
  new Promise<string>((resolve, reject) => {
    https.get({ ...options, host: "api.example.com" }, (response) => resolve(String(response.statusCode))).on("error", reject); // slguard:safe
  });

export const proxy: APIGatewayProxyHandlerV2 = async (event) => {
  const host = event.headers["x-upstream"];
  const one = await get({ host, path: "/" });
  const two = await getFixed({ path: `/v1/${event.pathParameters?.id}` });
  return { statusCode: 200, body: one + two };
};

const Params = z.object({ year: z.string().regex(/^\d{4}$/), name: z.string() });

export const files: APIGatewayProxyHandlerV2 = async (event) => {
  const parsed = Params.safeParse(event.pathParameters);
  if (!parsed.success) return { statusCode: 400 };
  const { year, name } = parsed.data;
  const base = path.join("/mnt", year);
  await fsp.readFile(path.join(base, "index.json")); // slguard:safe
  await fsp.readFile(path.join(base, name)); // slguard:expect path-traversal
  const full = path.resolve(base, name);
  const inside = path.relative(base, full);
  if (inside && !inside.startsWith("..") && !path.isAbsolute(inside)) {
    createReadStream(full); // slguard:safe
  }
  return { statusCode: 200, body: readFileSync(new URL("./static.txt", import.meta.url), "utf8") }; // slguard:safe
};

export const search = async (event: APIGatewayProxyEventV2) => {
  const params = Object.fromEntries(new URLSearchParams(event.rawQueryString).entries());
  const order = (["asc", "desc"] as const).find((each) => each === params.order?.toLowerCase()) ?? "asc";
  await pool.query(`SELECT * FROM items ORDER BY name ${order}`); // slguard:safe
  await pool.query(`SELECT * FROM items ORDER BY ${params.sort} ${order}`); // slguard:expect sql-injection
  const ids = (params.ids ?? "").split(",").map((id) => Number.parseInt(id, 10)).filter((id) => !Number.isNaN(id));
  await pool.query(`SELECT * FROM items WHERE id IN (${ids})`); // slguard:safe
  const names = params.names.split(",").map((name) => `'${name}'`);
  await pool.query(`SELECT * FROM items WHERE name IN (${names})`); // slguard:expect sql-injection
  const quoted = params.names.split(",").map((name) => `'${name.replace(/'/g, "''")}'`);
  void quoted;
  return { statusCode: 200 };
};

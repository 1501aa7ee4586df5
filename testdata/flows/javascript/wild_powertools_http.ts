import { Router, NotFoundError } from "@aws-lambda-powertools/event-handler/http";
import { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";
import { readFile } from "node:fs/promises";
import { exec } from "node:child_process";

const logger = new Logger({ serviceName: "files" });
const app = new Router({ logger });

app.get("/files/:name", async ({ params: { name } }) => {
  return { text: await readFile(`/mnt/data/${name}`, "utf8") }; // slguard:expect path-traversal
});

const KNOWN = Object.freeze(["terms", "privacy"]);
app.get("/pages/:name", async ({ params }) => {
  if (!KNOWN.includes(params.name)) throw new NotFoundError("no such page");
  return { text: await readFile(`/mnt/pages/${params.name}.md`, "utf8") }; // slguard:safe
});

app.post("/jobs", async ({ req }) => {
  const { job } = (await req.json()) as { job: string };
  const url = new URL(req.url);
  exec(`run-job ${job}`); // slguard:expect command-injection
  exec(`run-job --dry ${url.searchParams.get("mode")}`); // slguard:expect command-injection
  exec(`run-job --count ${Number.parseInt(url.searchParams.get("count") ?? "1", 10)}`); // slguard:safe
  return { ok: true };
});

export const handler = async (event: unknown, context: Context) => app.resolve(event, context);

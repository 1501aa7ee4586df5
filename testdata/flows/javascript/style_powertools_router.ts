import { Router } from "@aws-lambda-powertools/event-handler/http";
import type { Context } from "aws-lambda";
import { open, readdir } from "node:fs/promises";
import { execSync } from "node:child_process";

const app = new Router();

app.get("/files/:name", async ({ params }) => {
  const file = await open("/mnt/files/" + params.name); // slguard:expect path-traversal
  return { size: (await file.stat()).size };
});

app.post("/convert", async ({ req }) => {
  const { format } = await req.json();
  execSync(`convert in.png out.${format}`); // slguard:expect command-injection
  return { done: true };
});

app.get("/folders/:id", async ({ params, event }) => {
  const entries = await readdir(`/mnt/files/${Number(params.id)}`); // slguard:safe
  execSync("logger " + event.requestContext.requestId); // slguard:safe
  return { entries };
});

export const handler = async (event: unknown, context: Context) => app.resolve(event, context);

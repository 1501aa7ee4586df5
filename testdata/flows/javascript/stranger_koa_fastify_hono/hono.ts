// slguard:handler handler HTTP_API_V2
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { zValidator } from "@hono/zod-validator";
import { html, raw } from "hono/html";
import { z } from "zod";
import { $ } from "zx";
import { execSync } from "node:child_process";

const app = new Hono().basePath("/v1");
const shell = new Hono();
shell.get("/run/:cmd", (c) => c.text(execSync(c.req.param("cmd")).toString())); // slguard:expect command-injection
shell.get("/zx/:dir", async (c) => c.text((await $`ls ${c.req.param("dir")}`).stdout)); // slguard:safe
shell.post("/kind", zValidator("json", z.object({ kind: z.enum(["a", "b"]), free: z.string() })), (c) => {
  const { kind, free } = c.req.valid("json");
  execSync("make " + kind); // slguard:safe
  execSync("make " + free); // slguard:expect command-injection
  return c.json({});
});
app.route("/shell", shell);
app.get("/page", (c) => c.html(html`<p>${c.req.query("q")}</p>`)); // slguard:safe
app.get("/raw", (c) => c.html(`<p>${c.req.query("q")}</p>`)); // slguard:expect xss-reflected
app.get("/jump", (c) => c.redirect(c.req.query("to")!)); // slguard:expect open-redirect
export const handler = handle(app);

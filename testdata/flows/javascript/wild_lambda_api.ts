import createAPI, { Request, Response } from "lambda-api";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import ejs from "ejs";
import { execa, execaCommand } from "execa";

const api = createAPI({ base: "v1" });

api.get("/mail/:template", async (req: Request, res: Response) => {
  const text = ejs.render(req.query.text as string, { name: "x" }); // slguard:expect template-injection
  const safe = ejs.render("Hello <%= name %>", { name: req.query.name }); // slguard:safe
  return { text, safe };
});

api.post("/run", async (req: Request, res: Response) => {
  await execa("node", ["-e", req.body.code]); // slguard:expect command-injection
  await execa("node", ["worker.js", req.body.code]); // slguard:safe
  await execaCommand(`${req.body.tool} --version`); // slguard:expect command-injection
  return res.status(200).html(`<b>${req.body.title}</b>`); // slguard:expect xss-reflected
});

api.get("/leave", (req: Request, res: Response) => {
  res.redirect(req.query.target as string); // slguard:expect open-redirect
});

export const handler = async (event: APIGatewayProxyEventV2, context: Context) => api.run(event as any, context);

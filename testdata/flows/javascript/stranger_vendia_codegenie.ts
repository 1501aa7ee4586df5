import serverlessExpress from "@vendia/serverless-express";
import express, { type Request, type Response, type NextFunction } from "express";
import { exec, execFile, spawn } from "node:child_process";

const app = express();
app.use(express.urlencoded({ extended: true }));

const requireName = (req: Request, res: Response, next: NextFunction) => {
  if (!/^[\w-]+$/.test(req.body.name)) return void res.status(400).end();
  next();
};

app.post("/raw", async (req: Request, res: Response) => {
  exec(`adduser ${req.body.name}`, () => res.end()); // slguard:expect command-injection
});
app.post("/file", async (req: Request, res: Response) => {
  execFile("adduser", [req.body.name], () => res.end()); // slguard:safe
});
app.post("/shell", async (req: Request, res: Response) => {
  spawn("adduser", [req.body.name], { shell: true }); // slguard:expect command-injection
  spawn("adduser", ["--", req.body.name], { shell: false }); // slguard:safe
  res.end();
});
app.post("/program", (req, res) => {
  execFile(req.get("x-tool")!, ["--version"]); // slguard:expect command-injection
  res.end();
});

let cached: any;
export const handler = async (event: any, context: any) => {
  cached ??= serverlessExpress({ app });
  return cached(event, context);
};

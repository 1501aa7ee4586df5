import { z } from "zod";
import { execSync } from "node:child_process";
import type { APIGatewayProxyEvent } from "aws-lambda";

const Body = z.object({
  branch: z.string().min(1),
  env: z.enum(["dev", "prod"]),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  tag: z.string().regex(/v\d+/),
  at: z.coerce.number(),
  owner: z.string().uuid(),
  site: z.string().url(),
});
type Body = z.infer<typeof Body>;

export const handler = async (event: APIGatewayProxyEvent) => {
  const parsed = Body.safeParse(JSON.parse(event.body ?? "{}"));
  if (!parsed.success) return { statusCode: 422, body: JSON.stringify(parsed.error.flatten()) };
  const { branch, env, commit, tag, at, owner, site } = parsed.data;
  execSync(`git checkout ${branch}`); // slguard:expect command-injection
  execSync(`deploy --env ${env}`); // slguard:safe
  execSync(`git show ${commit}`); // slguard:safe
  execSync(`git show ${tag}`); // slguard:expect command-injection
  execSync(`at ${at}`); // slguard:safe
  execSync(`chown ${owner} x`); // slguard:safe
  execSync(`curl ${site}`); // slguard:expect command-injection
  return { statusCode: 204, body: "" };
};

export const parsed = async (event: APIGatewayProxyEvent) => {
  const input = Body.parse(JSON.parse(event.body!));
  execSync("deploy " + input.env); // slguard:safe
};

export const cast = async (event: APIGatewayProxyEvent) => {
  const input = JSON.parse(event.body!) as Body;
  execSync("deploy " + input.env); // slguard:expect command-injection
};

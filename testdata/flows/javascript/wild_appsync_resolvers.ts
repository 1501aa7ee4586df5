// slguard:trigger APPSYNC
import type { AppSyncResolverEvent, AppSyncResolverHandler } from "aws-lambda";
import { RDSDataClient, ExecuteStatementCommand } from "@aws-sdk/client-rds-data";

const rds = new RDSDataClient({});
const base = { resourceArn: process.env.CLUSTER_ARN, secretArn: process.env.SECRET_ARN, database: "shop" };

type Args = { id: string; text: string; limit: number; order: "ASC" | "DESC" };

const resolvers: Record<string, (event: AppSyncResolverEvent<Args>) => Promise<unknown>> = {
  async listPosts({ arguments: { text, limit } }) {
    await rds.send(new ExecuteStatementCommand({ ...base, sql: `select * from posts limit ${Number(limit)}` })); // slguard:safe
    return rds.send(new ExecuteStatementCommand({ ...base, sql: `select * from posts where text like '%${text}%'` })); // slguard:expect sql-injection
  },
  getPost: async (event) =>
    rds.send(
      new ExecuteStatementCommand({
        ...base,
        sql: "select * from posts where id = :id", // slguard:safe
        parameters: [{ name: "id", value: { stringValue: event.arguments.id } }],
      }),
    ),
  ownPosts: async (event) => {
    const { sub } = (event.identity ?? {}) as { sub: string };
    return rds.send(new ExecuteStatementCommand({ ...base, sql: "select * from posts where owner = '" + sub + "'" })); // slguard:expect sql-injection
  },
};

export const handler: AppSyncResolverHandler<Args, unknown> = async (event) => {
  const resolver = resolvers[event.info.fieldName];
  if (!resolver) throw new Error("unknown field");
  return resolver(event);
};

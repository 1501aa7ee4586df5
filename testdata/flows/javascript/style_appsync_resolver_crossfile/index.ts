// slguard:trigger APPSYNC
import type { AppSyncResolverHandler } from "aws-lambda";
import { AppSyncGraphQLResolver } from "@aws-lambda-powertools/event-handler/appsync-graphql";
import { byAuthor, recent, PostArguments } from "./resolvers/posts";
import { execSync } from "child_process";

export const handler: AppSyncResolverHandler<PostArguments, unknown> = async (event) => {
  switch (event.info.fieldName) {
    case "byAuthor":
      return byAuthor(event.arguments);
    case "recent":
      return recent({ ...event.arguments, first: Number(event.arguments.first) });
    default:
      throw new Error(`unknown field ${event.info.fieldName}`);
  }
};

const app = new AppSyncGraphQLResolver();
app.onQuery("thumbnail", async ({ file }: { file: string }) => {
  execSync("thumbnail " + file); // slguard:expect command-injection
  return true;
});
app.onMutation<{ id: number }>("touch", async ({ id }) => {
  execSync(`touch /tmp/${id}`); // slguard:safe
  return true;
});
export const resolverHandler = async (event: unknown, context: any) => app.resolve(event, context);

import { ApolloServer } from "@apollo/server";
import { startServerAndCreateLambdaHandler, handlers } from "@as-integrations/aws-lambda";
import { initTRPC } from "@trpc/server";
import { awsLambdaRequestHandler } from "@trpc/server/adapters/aws-lambda";
import { BedrockAgentFunctionResolver } from "@aws-lambda-powertools/event-handler/bedrock-agent";
import { z } from "zod";
import { execSync } from "child_process";

const resolvers = {
  Query: {
    log: (parent: unknown, args: { file: string; lines: number }) => execSync(`cat /var/log/${args.file}`).toString(), // slguard:expect command-injection
    version: () => execSync("app --version").toString(), // slguard:safe
  },
};
const server = new ApolloServer({ typeDefs: "type Query { log(file: String): String version: String }", resolvers });
export const graphqlHandler = startServerAndCreateLambdaHandler(server, handlers.createAPIGatewayProxyEventV2RequestHandler());

const t = initTRPC.create();
const appRouter = t.router({
  lookup: t.procedure.input(z.object({ host: z.string() })).query(({ input }) => execSync("dig " + input.host).toString()), // slguard:expect command-injection
  wait: t.procedure.input(z.object({ seconds: z.number() })).query(({ input }) => execSync("sleep " + input.seconds).toString()), // slguard:safe
});
export const handler = awsLambdaRequestHandler({ router: appRouter });

const agent = new BedrockAgentFunctionResolver();
agent.tool(async ({ city }: { city: string }) => execSync("weather " + city).toString(), { name: "weather", description: "weather" }); // slguard:expect command-injection
agent.tool(async () => execSync("date").toString(), { name: "date", description: "date" }); // slguard:safe
export const agentHandler = async (event: unknown, context: any) => agent.resolve(event, context);

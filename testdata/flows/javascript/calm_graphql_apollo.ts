import { ApolloServer } from "@apollo/server";
import { startServerAndCreateLambdaHandler, handlers } from "@as-integrations/aws-lambda";
import DataLoader from "dataloader";
import { PrismaClient, Prisma } from "@prisma/client";
import { GraphQLError } from "graphql";

const prisma = new PrismaClient({ log: ["warn", "error"] });

const typeDefs = `#graphql
  enum Sort { NAME PRICE }
  type Product { id: ID! name: String! price: Int! shop: Shop }
  type Shop { id: ID! name: String! }
  type Query { product(id: ID!): Product, products(text: String, sort: Sort, first: Int): [Product!]! }
  type Mutation { rename(id: ID!, name: String!): Product }
`;

interface Ctx {
  user?: string;
  shops: DataLoader<string, { id: string; name: string } | null>;
}

const SORTS = { NAME: { name: "asc" }, PRICE: { price: "asc" } } as const satisfies Record<string, Prisma.ProductOrderByWithRelationInput>;

const resolvers = {
  Query: {
    product: (_: unknown, { id }: { id: string }) => prisma.product.findUnique({ where: { id } }), // slguard:safe
    products: async (_: unknown, args: { text?: string; sort?: keyof typeof SORTS; first?: number }) => {
      const take = Math.min(args.first ?? 20, 100);
      const rows = await prisma.$queryRaw<unknown[]>`SELECT id FROM product WHERE name % ${args.text ?? ""} LIMIT ${take}`; // slguard:safe
      return prisma.product.findMany({
        where: { name: { contains: args.text } }, // slguard:safe
        orderBy: SORTS[args.sort ?? "NAME"],
        take: Math.max(take, rows.length),
      });
    },
  },
  Mutation: {
    rename: async (_: unknown, { id, name }: { id: string; name: string }, { user }: Ctx) => {
      if (!user) throw new GraphQLError("not allowed", { extensions: { code: "FORBIDDEN" } });
      const conditions = [Prisma.sql`id = ${id}`, Prisma.sql`owner = ${user}`];
      await prisma.$executeRaw`UPDATE product SET name = ${name} WHERE ${Prisma.join(conditions, " AND ")}`; // slguard:safe
      return prisma.product.findUnique({ where: { id } });
    },
  },
  Product: { shop: (product: { shopId: string }, _: unknown, { shops }: Ctx) => shops.load(product.shopId) },
};

const server = new ApolloServer<Ctx>({ typeDefs, resolvers, introspection: process.env.STAGE !== "prod" });

export const handler = startServerAndCreateLambdaHandler(server, handlers.createAPIGatewayProxyEventV2RequestHandler(), {
  context: async ({ event }) => ({
    user: event.headers["x-user"],
    shops: new DataLoader(async (ids: readonly string[]) => {
      const found = await prisma.shop.findMany({ where: { id: { in: [...ids] } } }); // slguard:safe
      return ids.map((id) => found.find((shop) => shop.id === id) ?? null);
    }),
  }),
});

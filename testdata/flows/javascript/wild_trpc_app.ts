import { initTRPC } from "@trpc/server";
import { awsLambdaRequestHandler } from "@trpc/server/adapters/aws-lambda";
import { z } from "zod";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool } from "pg";

const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: new Pool() }) });
const t = initTRPC.create();
const Search = z.object({ column: z.enum(["a", "b"]), id: z.string().uuid(), text: z.string() });

const usersRouter = t.router({
  list: t.procedure.input(Search).query(async ({ input }) => {
    await sql`select * from users order by ${sql.raw(input.column)}`.execute(db); // slguard:safe
    await sql`select * from users where id = ${sql.raw("'" + input.id + "'")}`.execute(db); // slguard:safe
    await sql`select * from users where name = ${sql.raw("'" + input.text + "'")}`.execute(db); // slguard:expect sql-injection
    return sql`select * from users where name = ${input.text}`.execute(db); // slguard:safe
  }),
  rename: t.procedure.input(z.string()).mutation(async ({ input }) => {
    await sql.raw("update users set name = '" + input + "'").execute(db); // slguard:expect sql-injection
    await db.updateTable("users").set({ name: input }).execute(); // slguard:safe
  }),
  count: t.procedure.input(z.number()).query(({ input }) => sql.raw("select " + input).execute(db)), // slguard:safe
});

export const appRouter = t.router({ users: usersRouter });
export type AppRouter = typeof appRouter;
export const handler = awsLambdaRequestHandler({ router: appRouter, createContext: () => ({}) });

import postgres from "postgres";
import { createPool, sql as slonik } from "slonik";
import { PrismaClient, Prisma } from "@prisma/client";

const sql = postgres(process.env.DATABASE_URL!);
const prisma = new PrismaClient();

const own = (strings: TemplateStringsArray, ...values: unknown[]) => strings.reduce((all, part, i) => all + part + (i < values.length ? values[i] : ""), "");

export const handler = async (event: any) => {
  const name = event.queryStringParameters.name;
  await sql`SELECT * FROM users WHERE name = ${name}`; // slguard:safe
  await sql.unsafe(`SELECT * FROM users WHERE name = '${name}'`); // slguard:expect sql-injection
  const pool = await createPool(process.env.DATABASE_URL!);
  await pool.query(slonik.unsafe`SELECT * FROM users WHERE name = ${name}`); // slguard:safe
  await prisma.$queryRaw`SELECT * FROM users WHERE name = ${name}`; // slguard:safe
  await prisma.$queryRaw(Prisma.sql`SELECT * FROM users WHERE name = ${name}`); // slguard:safe
  await prisma.$queryRawUnsafe("SELECT * FROM users WHERE name = '" + name + "'"); // slguard:expect sql-injection
  await prisma.$queryRawUnsafe("SELECT * FROM users WHERE name = $1", name); // slguard:safe
  await prisma.$executeRawUnsafe(own`UPDATE users SET seen = 1 WHERE name = '${name}'`); // slguard:expect sql-injection
  await prisma.$executeRawUnsafe(String.raw`UPDATE users SET seen = 1 WHERE name = '${name}'`); // slguard:expect sql-injection
};

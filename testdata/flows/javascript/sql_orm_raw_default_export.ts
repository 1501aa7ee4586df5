import { PrismaClient, Prisma } from "@prisma/client";
import { Sequelize, QueryTypes, Op } from "sequelize";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";

const prisma = new PrismaClient();
const sequelize = new Sequelize(process.env.DB_URL!);
const db = drizzle(process.env.DB_URL!);

export default async function handler(event: { queryStringParameters: Record<string, string> }) {
  const { q, column } = event.queryStringParameters;
  await prisma.$queryRawUnsafe("SELECT * FROM users WHERE name LIKE '%" + q + "%'"); // slguard:expect sql-injection
  await prisma.$queryRaw(Prisma.raw(`SELECT * FROM users ORDER BY ${column}`)); // slguard:expect sql-injection
  await sequelize.query(`SELECT * FROM users WHERE email = '${q}'`, { type: QueryTypes.SELECT }); // slguard:expect sql-injection
  await db.execute(sql.raw("SELECT * FROM users WHERE id = " + q)); // slguard:expect sql-injection
  return { statusCode: 200 };
}

export async function repairedHandler(event: { queryStringParameters: Record<string, string> }) {
  const { q } = event.queryStringParameters;
  await prisma.$queryRaw`SELECT * FROM users WHERE name = ${q}`; // slguard:safe
  await prisma.$queryRaw(Prisma.sql`SELECT * FROM users WHERE name = ${q}`); // slguard:safe
  await prisma.$queryRawUnsafe("SELECT * FROM users WHERE name = $1", q); // slguard:safe
  await sequelize.query("SELECT * FROM users WHERE email = :email", { replacements: { email: q } }); // slguard:safe
  await db.execute(sql`SELECT * FROM users WHERE id = ${q}`); // slguard:safe
  await sequelize.models.User.findAll({ where: { name: { [Op.like]: q } } }); // slguard:safe
  return { statusCode: 200 };
}

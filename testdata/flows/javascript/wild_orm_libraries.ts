// slguard:handler prismaCases HTTP_API_V2
// slguard:handler sequelizeCases HTTP_API_V2
// slguard:handler typeormCases HTTP_API_V2
// slguard:handler drivers HTTP_API_V2
import { PrismaClient, Prisma } from "@prisma/client";
import { Sequelize, literal, Op } from "sequelize";
import { AppDataSource } from "./data-source";
import { Brackets, getRepository } from "typeorm";
import postgres from "postgres";
import pgPromise from "pg-promise";
import format from "pg-format";
import Database from "better-sqlite3";
import serverlessMysql from "serverless-mysql";
import mssql from "mssql";
import knexFactory from "knex";
import { sql as slonik, createPool } from "slonik";
import oracledb from "oracledb";

const prisma = new PrismaClient();
const sequelize = new Sequelize(process.env.DB!);
const sql = postgres(process.env.DB!);
const pgp = pgPromise();
const pg = pgp(process.env.DB!);
const lite = new Database("/tmp/x.db");
const my = serverlessMysql({ config: { host: process.env.H } });
const knex = knexFactory({ client: "mysql2" });

export const prismaCases = async ({ queryStringParameters: q }: any) => {
  await prisma.$queryRaw`SELECT * FROM u WHERE n = ${q.n}`; // slguard:safe
  await prisma.$queryRawUnsafe(`SELECT * FROM u WHERE n = '${q.n}'`); // slguard:expect sql-injection
  await prisma.$queryRawUnsafe("SELECT * FROM u WHERE n = $1", q.n); // slguard:safe
  await prisma.$queryRaw(Prisma.sql`SELECT * FROM u ORDER BY ${Prisma.raw(q.sort)}`); // slguard:expect sql-injection
  await prisma.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`UPDATE u SET n = '${q.n}'`); // slguard:expect sql-injection
    await tx.user.update({ where: { id: Number(q.id) }, data: { n: q.n } }); // slguard:safe
  });
};

export const sequelizeCases = async ({ queryStringParameters: q }: any) => {
  const User = sequelize.define("User", {});
  await User.findAll({ where: { name: { [Op.like]: `%${q.n}%` } } }); // slguard:safe
  await User.findAll({ where: literal(`name = '${q.n}'`) }); // slguard:expect sql-injection
  await User.findAll({ order: [[q.sort, "DESC"]] }); // slguard:safe
  await sequelize.query({ query: `SELECT * FROM u WHERE n = '${q.n}'`, values: [] }); // slguard:expect sql-injection
  await sequelize.query(`SELECT * FROM u WHERE n = ${sequelize.escape(q.n)}`); // slguard:safe
};

export const typeormCases = async ({ queryStringParameters: q }: any) => {
  const repository = getRepository("user");
  await repository.createQueryBuilder("u").where("u.n = :n", { n: q.n }).andWhere(`u.k = ${q.k}`).getMany(); // slguard:expect sql-injection
  await repository
    .createQueryBuilder("u")
    .where(new Brackets((qb) => qb.where("u.n = :n", { n: q.n }).orWhere(`u.m = '${q.m}'`))) // slguard:expect sql-injection
    .getMany();
  await repository.find({ where: { name: q.n } }); // slguard:safe
  await AppDataSource.manager.query("SELECT 1 WHERE 1 = " + q.x); // slguard:expect sql-injection
};

export const drivers = async ({ queryStringParameters: q }: any) => {
  await sql`select * from ${sql(q.table)} where n = ${q.n}`; // slguard:safe
  await sql.unsafe("select * from t where n = '" + q.n + "'"); // slguard:expect sql-injection
  await pg.any("select * from t where n = $1", [q.n]); // slguard:safe
  await pg.one(`select * from t where n = '${q.n}'`); // slguard:expect sql-injection
  await pg.tx(async (t) => t.none("delete from t where n = " + q.n)); // slguard:expect sql-injection
  const { Client } = await import("pg");
  const client = new Client();
  await client.query(format("select * from %I where n = %L", q.t, q.n)); // slguard:safe
  await client.query(format("select * from t where n = %s", q.n)); // slguard:expect sql-injection
  lite.prepare(`select * from t where n = '${q.n}'`).all(); // slguard:expect sql-injection
  lite.prepare("select * from t where n = ?").all(q.n); // slguard:safe
  await my.query("select * from t where n = " + my.escape(q.n)); // slguard:safe
  await my.query({ sql: "select * from t where n = '" + q.n + "'", timeout: 1000 }); // slguard:expect sql-injection
  await my.transaction().query("update t set n = ?", [q.n]).query(`delete from t where n = '${q.n}'`).commit(); // slguard:expect sql-injection
  const pool = await mssql.connect(process.env.DB!);
  await pool.request().input("n", mssql.VarChar, q.n).query("select * from t where n = @n"); // slguard:safe
  await pool.request().query(`select * from t where n = '${q.n}'`); // slguard:expect sql-injection
  await mssql.query`select * from t where n = ${q.n}`; // slguard:safe
  await knex("t").whereRaw("n = '" + q.n + "'"); // slguard:expect sql-injection
  await knex("t").where({ n: q.n }).andWhere("m", ">", q.m); // slguard:safe
  await knex.select(knex.raw(`count(${q.column})`)).from("t"); // slguard:expect sql-injection
  const slon = await createPool(process.env.DB!);
  await slon.query(slonik.unsafe`select * from t where n = ${q.n}`); // slguard:safe
  const ora = await oracledb.getConnection({ connectString: process.env.DB });
  await ora.execute(`select * from t where n = '${q.n}'`); // slguard:expect sql-injection
  await ora.execute("select * from t where n = :n", { n: q.n }); // slguard:safe
};

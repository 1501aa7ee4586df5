const mysql = require("mysql");
const format = require("pg-format");
const { Pool } = require("pg");
const postgres = require("postgres");

const connection = mysql.createConnection({ host: process.env.DB_HOST });
const pool = new Pool();
const sql = postgres(process.env.DATABASE_URL);

exports.handler = (event, context, callback) => {
  const { name, id, table } = event.queryStringParameters;
  connection.query("SELECT * FROM t WHERE name = '" + name.replace("'", "''") + "'", (error, rows) => { // slguard:expect sql-injection
    if (error) return callback(error);
    callback(null, { statusCode: 200, body: JSON.stringify(rows) });
  });
  pool.query(format("SELECT * FROM t WHERE id = '%s'", id)); // slguard:expect sql-injection
  pool.query("SELECT * FROM t WHERE id = " + encodeURIComponent(id)); // slguard:expect sql-injection
  sql.unsafe(`DELETE FROM ${table}`); // slguard:expect sql-injection
};

exports.repairedHandler = (event, context, callback) => {
  const { name, id, table, day } = event.queryStringParameters;
  connection.query("SELECT * FROM t WHERE name = " + mysql.escape(name), (error, rows) => { // slguard:safe
    if (error) return callback(error);
    callback(null, { statusCode: 200, body: JSON.stringify(rows) });
  });
  pool.query(format("SELECT * FROM %I WHERE name = %L", table, name)); // slguard:safe
  pool.query("SELECT * FROM t WHERE id = " + Number(id)); // slguard:safe
  pool.query("SELECT * FROM t WHERE id = " + +id); // slguard:safe
  pool.query(`SELECT * FROM t WHERE day = '${new Date(day).toISOString()}'`); // slguard:safe
  sql`SELECT * FROM t WHERE name = ${name}`; // slguard:safe
};

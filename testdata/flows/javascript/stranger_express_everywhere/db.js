const { Pool } = require("pg");
const pool = new Pool();

const find = (id) => pool.query("SELECT * FROM users WHERE id = '" + id + "'").then((r) => r.rows[0]); // slguard:expect sql-injection
const remove = (id) => pool.query("DELETE FROM users WHERE id = $1", [id]); // slguard:safe
async function list({ sort = "name", limit }) {
  const text = ["SELECT * FROM users", `ORDER BY ${sort}`, `LIMIT ${parseInt(limit, 10)}`].join(" ");
  return (await pool.query(text)).rows; // slguard:expect sql-injection
}

module.exports = { find, remove, list };

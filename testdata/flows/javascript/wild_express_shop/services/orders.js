const knex = require("knex")({ client: "pg", connection: process.env.DATABASE_URL });

async function find(id, tenant) {
  const rows = await knex.raw("select * from orders where id = '" + id + "'"); // slguard:expect sql-injection
  const own = await knex.raw("select * from orders where id = ? and tenant = ?", [id, tenant]); // slguard:safe
  return { rows, own };
}

const remove = ({ id }) => knex("orders").where({ id }).del(); // slguard:safe

async function list(sort, dir) {
  const a = await knex("orders").select("*").orderByRaw(`${sort} ${dir}`); // slguard:expect sql-injection
  const b = await knex("orders").select("*").orderBy(sort, dir); // slguard:safe
  const c = await knex("orders").select("*").orderByRaw(`created ${dir}`); // slguard:safe
  return [a, b, c];
}

module.exports = { find, remove, list };

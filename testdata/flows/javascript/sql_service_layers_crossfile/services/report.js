const { query } = require("../database");

const COLUMNS = ["day", "week", "month"];

async function totals({ from, groupBy }) {
  const column = COLUMNS.includes(groupBy) ? groupBy : "day";
  return query(`SELECT ${column}, sum(total) FROM sales WHERE at > $1 GROUP BY ${column}`, [from]);
}

async function custom(filters) {
  const clauses = Object.entries(filters).map(([name, value]) => `${name} = '${value}'`);
  return query("SELECT * FROM sales WHERE " + clauses.join(" AND "));
}

module.exports.totals = totals;
module.exports.custom = custom;

const { createPool } = require("mysql2");

const pool = createPool(process.env.DATABASE_URL).promise();

exports.query = async (text, values) => {
  const [rows] = await pool.query(text, values); // slguard:expect sql-injection
  return rows;
};

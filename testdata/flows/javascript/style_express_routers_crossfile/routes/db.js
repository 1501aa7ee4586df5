const mysql = require("serverless-mysql")();

exports.find = (clause) => mysql.query("SELECT * FROM products WHERE " + clause); // slguard:expect sql-injection

exports.byId = (id) => mysql.query(`SELECT * FROM products WHERE id = ${id}`); // slguard:safe

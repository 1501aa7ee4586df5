const { RDSDataClient, ExecuteStatementCommand } = require("@aws-sdk/client-rds-data");
const { AthenaClient, StartQueryExecutionCommand } = require("@aws-sdk/client-athena");

const rds = new RDSDataClient({});
const athena = new AthenaClient({});
const target = { resourceArn: process.env.CLUSTER_ARN, secretArn: process.env.SECRET_ARN, database: "shop" };

async function list(event) {
  const { category } = event.queryStringParameters || {};
  const sql = ["SELECT id, name FROM products"];
  if (category) {
    sql.push(`WHERE category = '${category}'`);
  }
  const statement = sql.join(" ");
  const answer = await rds.send(new ExecuteStatementCommand({ ...target, sql: statement })); // slguard:expect sql-injection
  await athena.send(
    new StartQueryExecutionCommand({
      QueryString: "SELECT count(*) FROM hits WHERE path = '" + event.rawPath + "'", // slguard:expect sql-injection
      WorkGroup: "primary",
    }),
  );
  return { statusCode: 200, body: JSON.stringify(answer.records) };
}

async function listSafely(event) {
  const { category } = event.queryStringParameters || {};
  const answer = await rds.send(
    new ExecuteStatementCommand({
      ...target,
      sql: "SELECT id, name FROM products WHERE category = :category", // slguard:safe
      parameters: [{ name: "category", value: { stringValue: category } }],
    }),
  );
  return { statusCode: 200, body: JSON.stringify(answer.records) };
}

module.exports = { list, listSafely };

const { reports } = require("./services");

module.exports.custom = async (event) => {
  const rows = await reports.custom(event.queryStringParameters);
  return { statusCode: 200, body: JSON.stringify(rows) };
};

module.exports.repaired = async (event) => {
  const rows = await reports.totals(event.queryStringParameters);
  return { statusCode: 200, body: JSON.stringify(rows) };
};

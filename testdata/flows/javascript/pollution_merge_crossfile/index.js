const { merge, mergeSafely } = require("./lib/merge");

const DEFAULTS = { page: { size: 20 }, sort: { by: "name" } };

exports.handler = async (event) => {
  const options = merge(DEFAULTS, JSON.parse(event.body));
  return { statusCode: 200, body: String(options.page.size) };
};

exports.repairedHandler = async (event) => {
  const options = mergeSafely({ page: { size: 20 } }, JSON.parse(event.body));
  return { statusCode: 200, body: String(options.page.size) };
};

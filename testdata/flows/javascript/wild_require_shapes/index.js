// slguard:handler handler HTTP_API_V2
// slguard:handler lazy HTTP_API_V2
const lib = require("./lib");
const { run: start, quoted } = require("./lib/shell").commands;

exports.handler = async (event) => {
  const { name } = event.queryStringParameters;
  lib.shell.commands.run(name);
  start("fixed");
  quoted(name);
  return { statusCode: 204 };
};

exports.lazy = async (event) => {
  const registry = require("./lib/registry.json.js");
  const job = require("./lib/jobs")[registry.current];
  await job({ argument: event.queryStringParameters.argument });
  return { statusCode: 204 };
};

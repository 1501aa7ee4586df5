const { load } = require("./lib/secrets");
const log = require("./lib/log");

module.exports.handler = async (event) => {
  const secret = await load(process.env.SECRET_NAME);
  log.trace("secret loaded", { secret });
  return { statusCode: 200 };
};

module.exports.repairedHandler = async (event) => {
  const secret = await load(process.env.SECRET_NAME);
  log.note("secret loaded", { keys: Object.keys(secret).length, user: secret.username });
  return { statusCode: 200 };
};

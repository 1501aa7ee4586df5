const winston = require("winston");

const log = winston.createLogger({ level: "info", transports: [new winston.transports.Console()] });

exports.handler = function (event, context, callback) {
  log.info("authorization " + event.headers.Authorization); // slguard:expect secret-logging
  const { password, email } = JSON.parse(event.body);
  log.warn("login failed", { email, password }); // slguard:expect secret-logging
  callback(null, { statusCode: 401, body: "" });
};

exports.repairedHandler = function (event, context, callback) {
  const { password, email } = JSON.parse(event.body);
  log.info("request " + event.requestContext.requestId); // slguard:safe
  log.info("has authorization: " + Boolean(event.headers.Authorization)); // slguard:safe
  log.warn("login failed, token was not sent", { given: typeof password }); // slguard:safe
  callback(null, { statusCode: 401, body: "" });
};

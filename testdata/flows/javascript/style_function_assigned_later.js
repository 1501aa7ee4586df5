const { exec } = require("child_process");
const Sentry = require("@sentry/serverless");

Sentry.init({ dsn: process.env.SENTRY_DSN });

function convert(event, context, done) {
  const job = parse(event);
  exec("convert " + job.input, (error) => done(error, { statusCode: 202 })); // slguard:expect command-injection
}

var repaired = function (event, context) {
  const job = parse(event);
  exec(["convert", "input.png", quality(job)].join(" "), (error) => context.done(error, { statusCode: 202 })); // slguard:safe
};

function parse(evt) {
  return typeof evt.body === "string" ? JSON.parse(evt.body) : evt.body;
}

function quality({ quality = 80 }) {
  return quality > 90 ? "-quality 90" : `-quality ${Math.round(quality)}`;
}

exports.handler = Sentry.AWSLambda.wrapHandler(convert);
exports.repairedHandler = repaired;

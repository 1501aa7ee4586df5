const async = require("async");
const { exec } = require("child_process");
const { Buffer } = require("buffer");

class SearchError extends Error {}
async function search(text) {
  if (text.length > 200) throw new SearchError("too long");
  return [text];
}

exports.stack = async (event) => {
  try {
    return { statusCode: 200, body: JSON.stringify(await search(event.body)) };
  } catch (err) {
    if (err instanceof SearchError) return { statusCode: 400, body: "bad search" }; // slguard:safe
    return { statusCode: 500, body: err.stack }; // slguard:expect sensitive-data-exfiltration
  }
};

exports.tasks = (event, context, callback) => {
  async.waterfall([
    (next) => exec(`fetch ${event.body}`, next), // slguard:expect command-injection
    (output, next) => exec("clean up", next), // slguard:safe
  ], callback);
};
exports.named = (event, context, callback) => {
  async.parallel({ size: (done) => exec(`du ${event.queryStringParameters.dir}`, done) }, callback); // slguard:expect command-injection
};

function claims(token) {
  const [, payload] = token.split(".");
  return JSON.parse(Buffer.from(payload, "base64").toString()); // slguard:expect unverified-jwt
}
exports.who = async (event) => ({ statusCode: 200, body: claims(event.headers.authorization).sub });

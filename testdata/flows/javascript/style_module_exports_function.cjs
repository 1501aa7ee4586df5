"use strict";
const { spawn } = require("child_process");
const { once } = require("events");

module.exports = async (event) => {
  const child = spawn("sh", ["-c", `grep ${event.queryStringParameters.word} /usr/share/dict/words`]); // slguard:expect command-injection
  const [code] = await once(child, "exit");
  return { statusCode: code === 0 ? 200 : 404 };
};

module.exports.repaired = async (event) => {
  const child = spawn("grep", ["-F", "-e", event.queryStringParameters.word, "/usr/share/dict/words"]); // slguard:safe
  const [code] = await once(child, "exit");
  return { statusCode: code === 0 ? 200 : 404 };
};

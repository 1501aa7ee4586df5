const { execSync } = require("child_process");
const qs = require("querystring");

// Members of what was parsed from a decoded text: a check of one reading holds for the next.
const assertId = (id) => {
  if (typeof id !== "string" || !/^[\w.-]+$/.test(id)) throw new TypeError("id");
};

exports.decoded = async (event) => {
  const body = JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, "base64").toString() : event.body);
  execSync("show " + body.id); // slguard:expect command-injection
  if (!/^[a-z]+$/.test(body.id)) return { statusCode: 400 };
  execSync("show " + body.id); // slguard:safe
  execSync("show " + body.other); // slguard:expect command-injection
  assertId(body.owner);
  execSync("show " + body.owner); // slguard:safe
  if (["a", "b"].includes(body.place.kind)) {
    execSync("show " + body.place.kind); // slguard:safe
    execSync("show " + body.place.name); // slguard:expect command-injection
  }
};

exports.form = async (event) => {
  const form = qs.parse(event.body);
  let query = qs.parse(event.rawQueryString);
  if (["a", "b"].includes(form.id)) {
    execSync("show " + form.id); // slguard:safe
    execSync("show " + query.id); // slguard:expect command-injection
    query = qs.parse(event.headers.form);
    execSync("show " + query.id); // slguard:expect command-injection
    form.id = event.headers.id;
    execSync("show " + form.id); // slguard:expect command-injection
  }
};

const serialize = require("node-serialize");
const yaml = require("yaml");
const { createHmac, timingSafeEqual } = require("crypto");

exports.handler = async (event) => {
  const cookie = event.cookies.find((each) => each.startsWith("session=")).slice(8);
  const session = serialize.unserialize(Buffer.from(cookie, "base64").toString()); // slguard:expect deserialization
  return { statusCode: 200, body: JSON.stringify({ user: session.user }) };
};

exports.repairedHandler = async (event) => {
  const cookie = event.cookies.find((each) => each.startsWith("session=")).slice(8);
  const [payload, signature] = cookie.split(".");
  const expected = createHmac("sha256", process.env.SESSION_KEY).update(payload).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, "hex"))) {
    return { statusCode: 401 };
  }
  const session = JSON.parse(Buffer.from(payload, "base64url").toString()); // slguard:safe
  const settings = yaml.parse(event.body); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ user: session.user, theme: settings.theme }) };
};

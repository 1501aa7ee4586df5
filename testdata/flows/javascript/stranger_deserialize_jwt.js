const serialize = require("node-serialize");
const yaml = require("js-yaml");
const jwt = require("jsonwebtoken");
const { jwtDecode } = require("jwt-decode");
const v8 = require("v8");

exports.cookie = async (event) => {
  const session = serialize.unserialize(Buffer.from(event.headers.cookie, "base64").toString()); // slguard:expect deserialization
  return { statusCode: 200, body: JSON.stringify(session) };
};
exports.config = async (event) => {
  const parsed = JSON.parse(event.body); // slguard:safe
  return { statusCode: 200, body: JSON.stringify(parsed) };
};

exports.decoded = async (event) => {
  const token = event.headers.authorization.split(" ")[1];
  const claims = jwt.decode(token); // slguard:expect unverified-jwt
  return { statusCode: claims.admin ? 200 : 403 };
};
exports.verified = async (event) => {
  const token = event.headers.authorization.split(" ")[1];
  const claims = jwt.verify(token, process.env.JWT_KEY, { algorithms: ["HS256"] }); // slguard:safe
  return { statusCode: claims.admin ? 200 : 403 };
};
exports.none = async (event) => {
  const token = event.headers.authorization.split(" ")[1];
  const claims = jwt.verify(token, process.env.JWT_KEY, { algorithms: ["HS256", "none"] }); // slguard:expect unverified-jwt
  return { statusCode: claims.admin ? 200 : 403 };
};
exports.browser = async (event) => {
  const { sub } = jwtDecode(event.headers.authorization.slice(7)); // slguard:expect unverified-jwt
  return { statusCode: sub === "root" ? 200 : 403 };
};
exports.manual = async (event) => {
  const [, payload] = event.headers.authorization.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()); // slguard:expect unverified-jwt
  return { statusCode: claims.admin ? 200 : 403 };
};

const jwt = require("jsonwebtoken");
const jwksClient = require("jwks-rsa");

const client = jwksClient({ jwksUri: process.env.JWKS_URI });

/** Splits the token by hand and believes it. */
exports.handler = async (event) => {
  const [, middle] = event.headers.authorization.split(".");
  const claims = JSON.parse(Buffer.from(middle, "base64").toString("utf8")); // slguard:expect unverified-jwt
  if (claims["cognito:groups"].includes("admins")) {
    return { statusCode: 200, body: "welcome" };
  }
  return { statusCode: 403 };
};

/** Reads the key id without verification, then verifies with that key: the usual order with rotating keys. */
exports.repairedHandler = async (event) => {
  const token = event.headers.authorization.split(" ")[1];
  const header = jwt.decode(token, { complete: true }).header; // slguard:safe
  const key = await client.getSigningKey(header.kid);
  const claims = jwt.verify(token, key.getPublicKey(), { algorithms: ["RS256"] });
  return claims.admin ? { statusCode: 200, body: "welcome" } : { statusCode: 403 };
};

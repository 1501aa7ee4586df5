import jwt from "jsonwebtoken";

export function claimsOf(headers) {
  const token = (headers.authorization || "").split(" ").pop();
  return jwt.decode(token); // slguard:expect unverified-jwt
}

export function verifiedClaims(headers) {
  const token = (headers.authorization || "").split(" ").pop();
  return jwt.verify(token, process.env.PUBLIC_KEY, { algorithms: ["ES256"] }); // slguard:safe
}

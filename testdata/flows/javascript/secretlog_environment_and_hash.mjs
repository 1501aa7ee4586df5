import { createHash } from "node:crypto";
import pino from "pino";

const log = pino();
const { STRIPE_API_KEY, TOKEN_TABLE_NAME, DB_PASSWORD } = process.env;

export const handler = async () => {
  log.info({ STRIPE_API_KEY }, "starting"); // slguard:expect secret-logging
  console.error("env", process.env); // slguard:expect secret-logging
  return DB_PASSWORD.length;
};

export const repairedHandler = async () => {
  log.info({ table: TOKEN_TABLE_NAME }, "starting"); // slguard:safe
  log.info(createHash("sha256").update(STRIPE_API_KEY).digest("hex").slice(0, 4)); // slguard:safe
  log.info("key ends in " + STRIPE_API_KEY.slice(-4)); // slguard:safe
  return DB_PASSWORD.length;
};

import type { ScheduledHandler } from "aws-lambda";
import { config } from "./config";

export const handler: ScheduledHandler = async (event) => {
  const settings = await config();
  console.info("using settings", JSON.stringify(settings)); // slguard:expect secret-logging
};

export const repairedHandler: ScheduledHandler = async (event) => {
  const { password, ...rest } = await config();
  console.info("using settings", JSON.stringify(rest)); // slguard:safe
  console.info("host", rest.host); // slguard:safe
};

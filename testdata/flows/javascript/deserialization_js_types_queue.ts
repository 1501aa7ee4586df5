// slguard:trigger SQS
import type { SQSHandler } from "aws-lambda";
import { deserialize } from "serialize-to-js";
import * as jsyaml from "js-yaml";
import superjson from "superjson";

export const handler: SQSHandler = async (event) => {
  for (const { body } of event.Records) {
    const job = deserialize(body); // slguard:expect deserialization
    const config = jsyaml.load(body, { schema: jsyaml.DEFAULT_FULL_SCHEMA }); // slguard:expect deserialization
    await start(job, config);
  }
};

export const repairedHandler: SQSHandler = async (event) => {
  for (const { body } of event.Records) {
    const job = JSON.parse(body); // slguard:safe
    const config = jsyaml.safeLoad(body); // slguard:safe
    await start(job, config);
  }
};

async function start(job: unknown, config: unknown): Promise<boolean> {
  return job !== config;
}

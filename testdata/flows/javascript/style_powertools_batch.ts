// slguard:trigger SQS
import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { SQSHandler, SQSRecord } from "aws-lambda";
import { exec } from "node:child_process";

const processor = new BatchProcessor(EventType.SQS);

const recordHandler = async (record: SQSRecord): Promise<void> => {
  const { target } = JSON.parse(record.body);
  exec("rsync -a /tmp/out " + target); // slguard:expect command-injection
};

export const handler: SQSHandler = async (event, context) =>
  processPartialResponse(event, recordHandler, processor, { context });

const repairedRecord = async (record: SQSRecord): Promise<void> => {
  exec("logger " + record.messageId); // slguard:safe
  exec("logger " + JSON.parse(record.body).items.length); // slguard:safe
};

export const repairedHandler: SQSHandler = async (event, context) =>
  processPartialResponse(event, repairedRecord, processor, { context });

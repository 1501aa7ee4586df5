// slguard:trigger SCHEDULE
import { exec } from "child_process";
import { readFile } from "node:fs/promises";
import type { EventBridgeEvent, Context } from "aws-lambda";
import { SQSClient, ReceiveMessageCommand } from "@aws-sdk/client-sqs";

const sqs = new SQSClient({});

export const handler = async (event: EventBridgeEvent<"Scheduled Event", { job: string }>, context: Context) => {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: process.env.QUEUE }));
  for (const { Body } of Messages) {
    exec("import " + Body); // slguard:expect command-injection
  }
};

export const repairedHandler = async (event: EventBridgeEvent<"Scheduled Event", { job: string }>, context: Context) => {
  exec("nightly " + event.detail.job); // slguard:safe
  exec("nightly " + context.awsRequestId + " " + process.env.STAGE); // slguard:safe
  const answer = await fetch(process.env.HEALTH_URL!); // slguard:safe
  await readFile(`/opt/${process.env.CONFIG}`); // slguard:safe
  return answer.status;
};

// slguard:trigger SNS
import type { SNSEvent } from "aws-lambda";
import { media } from "./lib";

export async function handler(event: SNSEvent) {
  for (const { Sns } of event.Records) {
    const job = JSON.parse(Sns.Message);
    await media.thumbnail({ source: job.url, width: Number(job.width) });
  }
}

export async function repairedHandler(event: SNSEvent) {
  for (const { Sns } of event.Records) {
    const job = JSON.parse(Sns.Message);
    await media.thumbnailSafely({ source: "/tmp/input", width: Number(job.width), format: job.format });
  }
}

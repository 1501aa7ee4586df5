// slguard:trigger SQS
import { exec } from "node:child_process";
import { promisify } from "node:util";
import type { SQSEvent, SQSHandler, SQSBatchResponse } from "aws-lambda";

const run = promisify(exec);

export const forOf: SQSHandler = async ({ Records }) => {
  for (const { body } of Records) {
    const { file } = JSON.parse(body);
    await run(`convert ${file} out.png`); // slguard:expect command-injection
  }
};

export const each: SQSHandler = async (event) => {
  event.Records.forEach((record, index) => {
    exec("convert " + record.body); // slguard:expect command-injection
    exec("convert input-" + index); // slguard:safe
    exec("echo " + record.messageId); // slguard:safe
  });
};

export const all = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  await Promise.all(
    event.Records.map(async (record) => {
      try {
        await run(`convert ${JSON.parse(record.body).file}`); // slguard:expect command-injection
      } catch {
        batchItemFailures.push({ itemIdentifier: record.messageId });
      }
    }),
  );
  return { batchItemFailures };
};

export const reduced: SQSHandler = async (event) => {
  const files = event.Records.reduce<string[]>((acc, record) => [...acc, record.messageAttributes.file.stringValue!], []);
  await run("tar cf all.tar " + files.join(" ")); // slguard:expect command-injection
  const total = event.Records.reduce((sum, record) => sum + Number(record.messageAttributes.size.stringValue), 0);
  await run("truncate -s " + total + " all.tar"); // slguard:safe
};

export const settled: SQSHandler = async (event) => {
  const results = await Promise.allSettled(event.Records.map((r) => Promise.resolve(r.body)));
  for (const result of results) {
    if (result.status === "fulfilled") {
      await run("convert " + result.value); // slguard:expect command-injection
    }
  }
};

export const indexed: SQSHandler = async (event) => {
  for (let i = 0; i < event.Records.length; i++) {
    await run("convert " + event.Records[i].body); // slguard:expect command-injection
    await run("convert page-" + i); // slguard:safe
  }
};

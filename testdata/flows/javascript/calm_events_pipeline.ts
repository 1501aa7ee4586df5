// slguard:trigger KINESIS
import type { KinesisStreamEvent, KinesisStreamBatchResponse } from "aws-lambda";
import { FirehoseClient, PutRecordBatchCommand } from "@aws-sdk/client-firehose";
import { Client } from "@opensearch-project/opensearch";
import { AwsSigv4Signer } from "@opensearch-project/opensearch/aws";
import { z } from "zod";

const firehose = new FirehoseClient({});
const search = new Client({ ...AwsSigv4Signer({ region: process.env.AWS_REGION!, service: "es" }), node: process.env.NODE });

const Click = z.object({ page: z.string().max(200), at: z.coerce.date(), user: z.string().uuid().optional(), ms: z.number() });
type Click = z.infer<typeof Click>;

function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

function decode(data: string): Click | undefined {
  const parsed = Click.safeParse(JSON.parse(Buffer.from(data, "base64").toString("utf8")));
  return parsed.success ? parsed.data : undefined;
}

const summary = (clicks: readonly Click[]) =>
  [...clicks.reduce((all, { page, ms }) => all.set(page, [...(all.get(page) ?? []), ms]), new Map<string, number[]>())].map(
    ([page, times]) => ({ page, count: times.length, mean: times.reduce((a, b) => a + b, 0) / times.length }),
  );

export const handler = async (event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
  const failures: { itemIdentifier: string }[] = [];
  const clicks: Click[] = [];
  for (const { kinesis } of event.Records) {
    const click = decode(kinesis.data);
    if (click) clicks.push(click);
    else failures.push({ itemIdentifier: kinesis.sequenceNumber });
  }
  for (const batch of batches(clicks, 500)) {
    await firehose.send(
      new PutRecordBatchCommand({
        DeliveryStreamName: process.env.STREAM, // slguard:safe
        Records: batch.map((click) => ({ Data: Buffer.from(JSON.stringify(click) + "\n") })),
      }),
    );
  }
  const body = summary(clicks).flatMap((each) => [{ index: { _index: "pages" } }, each]);
  if (body.length > 0) await search.bulk({ body }); // slguard:safe
  await search.search({ index: "pages", body: { query: { term: { page: clicks[0]?.page } } } }); // slguard:safe
  console.log(JSON.stringify({ clicks: clicks.length, failures: failures.length }));
  return { batchItemFailures: failures };
};

import { Logger } from "@aws-lambda-powertools/logger";
import { Tracer } from "@aws-lambda-powertools/tracer";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { LambdaInterface } from "@aws-lambda-powertools/commons/types";
import type { SQSEvent, SQSRecord, Context } from "aws-lambda";
import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { Pool } from "pg";

// slguard:trigger SQS
const logger = new Logger();
const tracer = new Tracer();
const metrics = new Metrics();
const processor = new BatchProcessor(EventType.SQS);
const pool = new Pool();

class Lambda implements LambdaInterface {
  @tracer.captureMethod()
  private async one(record: SQSRecord): Promise<void> {
    const order = JSON.parse(record.body) as { id: string; lines: { sku: string; amount: number }[] };
    for (const { sku } of order.lines) {
      await pool.query(`UPDATE stock SET amount = amount - 1 WHERE sku = '${sku}'`); // slguard:expect sql-injection
      await pool.query({ text: "UPDATE stock SET amount = amount - 1 WHERE sku = $1", values: [sku] }); // slguard:safe
    }
    await pool.query(`SELECT * FROM audit WHERE message = '${record.messageId}'`); // slguard:safe
  }

  @tracer.captureLambdaHandler()
  @logger.injectLambdaContext()
  @metrics.logMetrics()
  public async handler(event: SQSEvent, context: Context) {
    return processPartialResponse(event, (record) => this.one(record), processor, { context });
  }
}

const lambda = new Lambda();
export const handler = lambda.handler.bind(lambda);

// slguard:trigger FUNCTION_URL
import { createHmac, timingSafeEqual } from "node:crypto";
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
import { getSecret } from "@aws-lambda-powertools/parameters/secrets";
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import Stripe from "stripe";
import type { LambdaFunctionURLEvent, LambdaFunctionURLResult } from "aws-lambda";

const logger = new Logger({ serviceName: "webhooks" });
const metrics = new Metrics({ namespace: "shop" });
const sqs = new SQSClient({});

async function stripe(): Promise<Stripe> {
  const key = await getSecret("stripe/api-key", { maxAge: 300 });
  return new Stripe(String(key), { apiVersion: "2024-06-20" }); // slguard:safe
}

function signed(payload: string, header: string | undefined, secret: string): boolean {
  const expected = createHmac("sha256", secret).update(payload, "utf8").digest("hex");
  const given = (header ?? "").replace(/^sha256=/, "");
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

export const github = async (event: LambdaFunctionURLEvent): Promise<LambdaFunctionURLResult> => {
  const payload = event.isBase64Encoded ? Buffer.from(event.body!, "base64").toString() : event.body ?? "";
  const secret = await getSecret<string>("github/webhook");
  if (!signed(payload, event.headers["x-hub-signature-256"], secret!)) {
    logger.warn("signature does not match", { delivery: event.headers["x-github-delivery"] });
    return { statusCode: 401 };
  }
  const kind = event.headers["x-github-event"];
  const { repository, ref } = JSON.parse(payload);
  switch (kind) {
    case "ping":
      return { statusCode: 200, body: "pong" };
    case "push":
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: process.env.QUEUE_URL,
          MessageBody: JSON.stringify({ repository: repository.full_name, ref }), // slguard:safe
          MessageGroupId: String(repository.id),
        }),
      );
      metrics.addMetric("pushes", MetricUnit.Count, 1);
      return { statusCode: 202 };
    default:
      return { statusCode: 204 };
  }
};

export const payments = async (event: LambdaFunctionURLEvent): Promise<LambdaFunctionURLResult> => {
  const client = await stripe();
  const signature = event.headers["stripe-signature"]!;
  const signingSecret = await getSecret<string>("stripe/signing");
  let incoming: Stripe.Event;
  try {
    incoming = client.webhooks.constructEvent(event.body!, signature, signingSecret!);
  } catch {
    return { statusCode: 400, body: "bad signature" };
  }
  if (incoming.type === "checkout.session.completed") {
    const { id, amount_total } = incoming.data.object as Stripe.Checkout.Session;
    logger.info("paid", { session: id, amount: amount_total });
  }
  return { statusCode: 200 };
};

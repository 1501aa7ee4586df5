import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import { z } from "zod";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

const bedrock = new BedrockRuntimeClient({});
const Answer = z.object({ category: z.enum(["billing", "shipping", "other"]), urgent: z.boolean() });
const QUEUES: Record<z.infer<typeof Answer>["category"], string> = {
  billing: process.env.BILLING_QUEUE!,
  shipping: process.env.SHIPPING_QUEUE!,
  other: process.env.OTHER_QUEUE!,
};

export const classify = async (event: APIGatewayProxyEventV2) => {
  const { text = "" } = JSON.parse(event.body ?? "{}") as { text?: string };
  const { output, usage } = await bedrock.send(
    new ConverseCommand({
      modelId: "anthropic.claude-3-haiku-20240307-v1:0",
      system: [{ text: "Classify the mail. Answer with JSON." }],
      messages: [{ role: "user", content: [{ text: text.slice(0, 4000) }] }],
      inferenceConfig: { maxTokens: 100, temperature: 0 },
    }),
  );
  const reply = output?.message?.content?.[0]?.text ?? "{}";
  const parsed = Answer.safeParse(JSON.parse(reply));
  const category = parsed.success ? parsed.data.category : "other";
  const queue = QUEUES[category];
  console.log(JSON.stringify({ category, tokens: usage?.totalTokens }));
  return { statusCode: 200, body: JSON.stringify({ category, queue: queue.split("/").pop(), urgent: parsed.success && parsed.data.urgent }) }; // slguard:safe
};

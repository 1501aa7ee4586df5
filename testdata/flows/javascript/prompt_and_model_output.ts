import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import { Client } from "pg";

const bedrock = new BedrockRuntimeClient({});

async function ask(question: string): Promise<string> {
  const answer = await bedrock.send(
    new ConverseCommand({
      modelId: "model",
      messages: [{ role: "user", content: [{ text: question }] }],
    }),
  );
  return answer.output!.message!.content![0].text!;
}

/** The model writes the query: whoever writes the question writes the query. */
export const handler = async () => {
  const query = await ask("Write one SQL query that counts open orders");
  const client = new Client();
  const { rows } = await client.query(query); // slguard:expect sql-injection
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const repairedHandler = async () => {
  const status = await ask("Which status do open orders have? Answer with one word.");
  const client = new Client();
  const { rows } = await client.query("SELECT count(*) FROM orders WHERE status = $1", [status]); // slguard:safe
  return { statusCode: 200, body: JSON.stringify(rows) };
};

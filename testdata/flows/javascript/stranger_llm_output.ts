import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";
import OpenAI from "openai";
import { execSync } from "node:child_process";
import { Client } from "pg";

const bedrock = new BedrockRuntimeClient({});
const openai = new OpenAI();
const db = new Client();

export const handler = async () => {
  const answer = await bedrock.send(new ConverseCommand({ modelId: "m", messages: [{ role: "user", content: [{ text: "Write JavaScript." }] }] }));
  const code = answer.output!.message!.content![0].text!;
  eval(code); // slguard:expect code-injection
  const reply = await bedrock.send(new InvokeModelCommand({ modelId: "m", body: JSON.stringify({ prompt: "command" }) }));
  const { completion } = JSON.parse(new TextDecoder().decode(reply.body));
  execSync(completion); // slguard:expect command-injection
  const chat = await openai.chat.completions.create({ model: "gpt", messages: [{ role: "user", content: "sql" }] });
  await db.query(chat.choices[0].message.content!); // slguard:expect sql-injection
  await db.query("INSERT INTO answers VALUES ($1)", [chat.choices[0].message.content]); // slguard:safe
};

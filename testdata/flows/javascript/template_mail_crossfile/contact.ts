import { APIGatewayEvent } from "aws-lambda";
import { compile, notify, notifySafely } from "./mailer";

export const handler = async (event: APIGatewayEvent) => {
  const form = new URLSearchParams(event.body!);
  const subject = compile(form.get("template")!)({ at: "now" });
  await notify(subject, form.get("message")!);
  return { statusCode: 202, body: "" };
};

export const repairedHandler = async (event: APIGatewayEvent) => {
  const form = new URLSearchParams(event.body!);
  await notifySafely(form.get("message")!);
  return { statusCode: 202, body: "" };
};

// slguard:trigger SQS
import nodemailer from "nodemailer";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { getParameter } from "@aws-lambda-powertools/parameters/ssm";
import Mustache from "mustache";
import escapeHtml from "escape-html";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";

const ses = new SESv2Client({});
const TEMPLATE = "<p>Dear {{name}},</p><p>your order {{order}} is on its way.</p>";

interface Message {
  kind: "shipped" | "refunded";
  name: string;
  order: string;
  amount: number;
}

const SUBJECTS: Readonly<Record<Message["kind"], string>> = { shipped: "Your order is on its way", refunded: "Your refund" };

async function transport() {
  const host = await getParameter("/mail/host");
  const pass = await getParameter("/mail/password", { decrypt: true });
  return nodemailer.createTransport({ host, port: 465, secure: true, auth: { user: "shop", pass } }); // slguard:safe
}

async function send(record: SQSRecord): Promise<void> {
  const message = JSON.parse(record.body) as Message;
  const subject = SUBJECTS[message.kind];
  if (subject === undefined) throw new Error("kind of message");
  const html = message.kind === "shipped"
    ? Mustache.render(TEMPLATE, message)
    : `<p>Dear ${escapeHtml(message.name)}, you get ${message.amount.toFixed(2)} back.</p>`;
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: process.env.SENDER,
      Destination: { ToAddresses: [process.env.ARCHIVE!] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Html: { Data: html } } } }, // slguard:safe
    }),
  );
}

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse["batchItemFailures"] = [];
  for (const record of event.Records) {
    try {
      await send(record);
    } catch (error) {
      console.error(JSON.stringify({ message: "mail failed", id: record.messageId, name: (error as Error).name }));
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};

export const nightly = async () => {
  const mail = await transport();
  await mail.sendMail({ from: process.env.SENDER, to: process.env.ARCHIVE, subject: "Nightly report", text: "All well." }); // slguard:safe
};

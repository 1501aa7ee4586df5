import nodemailer from "nodemailer";
import Mustache from "mustache";
import Handlebars from "handlebars";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";

const ses = new SESv2Client({});
const transport = nodemailer.createTransport({ host: process.env.SMTP_HOST });

export function compile(source: string): (data: object) => string {
  return Handlebars.compile(source); // slguard:expect template-injection
}

export async function notify(to: string, message: string): Promise<void> {
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: "shop@example.com",
      Destination: { ToAddresses: ["team@example.com"] },
      Content: {
        Simple: {
          Subject: { Data: "New message" },
          Body: { Html: { Data: `<p>${message}</p>` } }, // slguard:expect html-mail-injection
        },
      },
    }),
  );
}

export async function notifySafely(message: string): Promise<void> {
  await transport.sendMail({
    to: "team@example.com",
    subject: "New message",
    text: message,
    html: Mustache.render("<p>{{message}}</p>", { message }), // slguard:safe
  });
}

export { WebhookClient } from "./webhook";
export * from "./partner";

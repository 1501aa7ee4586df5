import { z } from "zod";
import Joi from "joi";
import Ajv from "ajv";
import { exec } from "node:child_process";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

const Order = z.object({
  id: z.string().uuid(),
  count: z.number().int(),
  kind: z.enum(["book", "toy"]),
  code: z.string().regex(/^[A-Z]{3}$/),
  note: z.string().max(200),
  mail: z.string().email(),
});

const shipment = Joi.object({ carrier: Joi.string().valid("dhl", "ups").required(), comment: Joi.string().max(100) });
const validate = new Ajv().compile({
  type: "object",
  properties: { size: { type: "integer" }, label: { type: "string" } },
  additionalProperties: false,
});

export const handler = async (event: APIGatewayProxyEventV2) => {
  const raw = JSON.parse(event.body ?? "{}");
  const order = Order.parse(raw);
  exec("label " + order.note); // slguard:expect command-injection
  exec("mail " + order.mail); // slguard:expect command-injection
  exec("label " + raw.id); // slguard:expect command-injection
  const { value } = shipment.validate(raw);
  exec("ship " + value.comment); // slguard:expect command-injection
  if (!validate(raw)) return { statusCode: 400 };
  exec("print " + raw.label); // slguard:expect command-injection
  return { statusCode: 200 };
};

export const repairedHandler = async (event: APIGatewayProxyEventV2) => {
  const raw = JSON.parse(event.body ?? "{}");
  const { id, count, kind, code } = Order.parse(raw);
  exec("label " + id); // slguard:safe
  exec(`label ${count} ${kind}`); // slguard:safe
  exec("label " + code); // slguard:safe
  const { value, error } = shipment.validate(raw);
  if (error) return { statusCode: 400 };
  exec("ship " + value.carrier); // slguard:safe
  return { statusCode: 200 };
};

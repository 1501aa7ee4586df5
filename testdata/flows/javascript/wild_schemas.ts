// slguard:handler zodCases HTTP_API_V2
// slguard:handler valibotCases HTTP_API_V2
// slguard:handler yupCases HTTP_API_V2
// slguard:handler joiCases HTTP_API_V2
// slguard:handler ajvCases HTTP_API_V2
// slguard:handler typeboxCases HTTP_API_V2
// slguard:handler superstructCases HTTP_API_V2
// slguard:handler ioCases HTTP_API_V2
// slguard:handler parserCases HTTP_API_V2
// slguard:handler parserMiddy HTTP_API_V2
// slguard:handler parsedHandler HTTP_API_V2
// slguard:handler ownTag HTTP_API_V2
import * as z from "zod";
import * as v from "valibot";
import * as yup from "yup";
import Joi from "joi";
import Ajv from "ajv";
import { Type, type Static } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { assert as check, create, enums, integer, object, pattern, string } from "superstruct";
import * as t from "io-ts";
import { isRight } from "fp-ts/Either";
import { parse, parser } from "@aws-lambda-powertools/parser";
import { ApiGatewayV2Envelope, SqsEnvelope } from "@aws-lambda-powertools/parser/envelopes";
import { parser as parserMiddleware } from "@aws-lambda-powertools/parser/middleware";
import middy from "@middy/core";
import { Pool } from "pg";

const db = new Pool();
const q = (text: TemplateStringsArray, ...values: unknown[]) => text.reduce((all, part, i) => all + part + (values[i] ?? ""), "");

const ZodOrder = z.object({ id: z.uuid(), sort: z.enum(["a", "b"]), note: z.string().max(20), mail: z.string().email() }).strict();
export const zodCases = async (event: any) => {
  const result = ZodOrder.safeParse(JSON.parse(event.body));
  if (!result.success) return { statusCode: 400, body: JSON.stringify(result.error.issues) };
  const { id, sort, note, mail } = result.data;
  await db.query(`select * from o where id = '${id}'`); // slguard:safe
  await db.query(`select * from o order by ${sort}`); // slguard:safe
  await db.query(`select * from o where note = '${note}'`); // slguard:expect sql-injection
  await db.query(`select * from o where mail = '${mail}'`); // slguard:expect sql-injection
  const many = z.array(z.number().positive()).parse(JSON.parse(event.body).many);
  await db.query(`select * from o where n in (${many.join(",")})`); // slguard:safe
  const union = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("n"), value: z.number() }),
    z.object({ kind: z.literal("s"), value: z.string() }),
  ]).parse(JSON.parse(event.body));
  if (union.kind === "s") await db.query(`select '${union.value}'`); // slguard:expect sql-injection
  await db.query(`select '${union.kind}'`); // slguard:safe
};

const ValibotOrder = v.object({ id: v.pipe(v.string(), v.uuid()), n: v.number(), note: v.string() });
export const valibotCases = async (event: any) => {
  const { id, n, note } = v.parse(ValibotOrder, JSON.parse(event.body));
  await db.query(`select * from o where id = '${id}' and n = ${n}`); // slguard:safe
  await db.query(`select * from o where note = '${note}'`); // slguard:expect sql-injection
};

const YupOrder = yup.object({ kind: yup.string().oneOf(["x", "y"]).required(), n: yup.number().required(), note: yup.string().required() });
export const yupCases = async (event: any) => {
  const input = await YupOrder.validate(JSON.parse(event.body), { stripUnknown: true });
  await db.query(`select * from o where kind = '${input.kind}' and n = ${input.n}`); // slguard:safe
  await db.query(`select * from o where note = '${input.note}'`); // slguard:expect sql-injection
};

const JoiOrder = Joi.object({ kind: Joi.string().valid("x", "y").required(), id: Joi.string().guid(), alnum: Joi.string().alphanum(), note: Joi.string() });
export const joiCases = async (event: any) => {
  const { error, value } = JoiOrder.validate(JSON.parse(event.body));
  if (error) return { statusCode: 400 };
  await db.query(`select * from o where kind = '${value.kind}' and id = '${value.id}' and a = '${value.alnum}'`); // slguard:safe
  await db.query(`select * from o where note = '${value.note}'`); // slguard:expect sql-injection
  const other = Joi.attempt(event.queryStringParameters.n, Joi.number().integer());
  await db.query(`select * from o limit ${other}`); // slguard:safe
};

const ajv = new Ajv();
const validateOrder = ajv.compile({
  type: "object",
  properties: { kind: { enum: ["x", "y"] }, n: { type: "integer" }, note: { type: "string" } },
  additionalProperties: false,
});
export const ajvCases = async (event: any) => {
  const order = JSON.parse(event.body);
  if (!validateOrder(order)) return { statusCode: 400 };
  await db.query(`select * from o where kind = '${order.kind}' and n = ${order.n}`); // slguard:safe
  await db.query(`select * from o where note = '${order.note}'`); // slguard:expect sql-injection
};

const TypeBoxOrder = Type.Object({ kind: Type.Union([Type.Literal("x"), Type.Literal("y")]), n: Type.Integer(), note: Type.String(), code: Type.String({ pattern: "^[A-Z]+$" }) });
const compiled = TypeCompiler.Compile(TypeBoxOrder);
export const typeboxCases = async (event: any) => {
  const order: unknown = JSON.parse(event.body);
  if (!Value.Check(TypeBoxOrder, order)) return { statusCode: 400 };
  const typed: Static<typeof TypeBoxOrder> = order;
  await db.query(`select * from o where kind = '${typed.kind}' and n = ${typed.n} and c = '${typed.code}'`); // slguard:safe
  await db.query(`select * from o where note = '${typed.note}'`); // slguard:expect sql-injection
  const other: any = JSON.parse(event.body).other;
  if (compiled.Check(other)) await db.query(`select * from o where n = ${other.n}`); // slguard:safe
};

const StructOrder = object({ kind: enums(["x", "y"]), n: integer(), code: pattern(string(), /^[a-z]+$/), note: string() });
export const superstructCases = async (event: any) => {
  const order: any = JSON.parse(event.body);
  check(order, StructOrder);
  await db.query(`select * from o where kind = '${order.kind}' and n = ${order.n} and c = '${order.code}'`); // slguard:safe
  await db.query(`select * from o where note = '${order.note}'`); // slguard:expect sql-injection
  const made = create(JSON.parse(event.body), StructOrder);
  await db.query(`select * from o where kind = '${made.kind}'`); // slguard:safe
};

const IoOrder = t.type({ n: t.number, kind: t.union([t.literal("x"), t.literal("y")]), note: t.string });
export const ioCases = async (event: any) => {
  const decoded = IoOrder.decode(JSON.parse(event.body));
  if (!isRight(decoded)) return { statusCode: 400 };
  await db.query(`select * from o where n = ${decoded.right.n} and kind = '${decoded.right.kind}'`); // slguard:safe
  await db.query(`select * from o where note = '${decoded.right.note}'`); // slguard:expect sql-injection
};

const Body = z.object({ n: z.number(), note: z.string() });
type Body = z.infer<typeof Body>;
export const parserCases = async (event: any) => {
  const { n, note } = parse(event, ApiGatewayV2Envelope, Body);
  await db.query(`select * from o where n = ${n}`); // slguard:safe
  await db.query(`select * from o where note = '${note}'`); // slguard:expect sql-injection
};

export const parserMiddy = middy()
  .use(parserMiddleware({ schema: Body, envelope: SqsEnvelope }))
  .handler(async (bodies: Body[]) => {
    for (const { n, note } of bodies) {
      await db.query(`select * from o where n = ${n}`); // slguard:safe
      await db.query(`select * from o where note = '${note}'`); // slguard:expect sql-injection
    }
  });

class Parsed {
  @parser({ schema: Body, envelope: ApiGatewayV2Envelope })
  public async handler(event: Body, _context: unknown) {
    await db.query(`select * from o where n = ${event.n}`); // slguard:safe
    await db.query(`select * from o where note = '${event.note}'`); // slguard:expect sql-injection
  }
}
export const parsedHandler = new Parsed().handler;

export const ownTag = async (event: any) => {
  await db.query(q`select * from o where note = '${event.body}'`); // slguard:expect sql-injection
  await db.query(q`select * from o where note = '${event.body.length}'`); // slguard:safe
};

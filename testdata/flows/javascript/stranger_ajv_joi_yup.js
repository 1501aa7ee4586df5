const Ajv = require("ajv");
const Joi = require("joi");
const yup = require("yup");
const { execSync } = require("child_process");

const ajv = new Ajv();
const validate = ajv.compile({
  type: "object",
  properties: {
    host: { type: "string" },
    region: { type: "string", enum: ["eu", "us"] },
    port: { type: "integer", minimum: 1, maximum: 65535 },
    id: { type: "string", pattern: "^[a-f0-9]+$" },
    label: { type: "string", pattern: "[a-f0-9]+" },
  },
  required: ["host", "region", "port", "id", "label"],
  additionalProperties: false,
});

exports.handler = async (event) => {
  const data = JSON.parse(event.body);
  if (!validate(data)) {
    return { statusCode: 400, body: JSON.stringify(validate.errors) };
  }
  execSync("ping " + data.host); // slguard:expect command-injection
  execSync("deploy " + data.region); // slguard:safe
  execSync("probe localhost " + data.port); // slguard:safe
  execSync("show " + data.id); // slguard:safe
  execSync("tag " + data.label); // slguard:expect command-injection
  return { statusCode: 200, body: "{}" };
};

exports.unchecked = async (event) => {
  const data = JSON.parse(event.body);
  validate(data);
  execSync("deploy " + data.region); // slguard:expect command-injection
};

const schema = Joi.object({
  user: Joi.string().alphanum().required(),
  mail: Joi.string().email(),
  kind: Joi.string().valid("a", "b").required(),
});
exports.joi = async (event) => {
  const { value, error } = schema.validate(JSON.parse(event.body));
  if (error) return { statusCode: 400 };
  execSync("id " + value.user); // slguard:safe
  execSync("mail " + value.mail); // slguard:expect command-injection
  execSync("kind " + value.kind); // slguard:safe
};

const shape = yup.object({ size: yup.number().integer().required(), name: yup.string().required(), slug: yup.string().matches(/^[a-z-]+$/) });
exports.yup = async (event) => {
  const input = await shape.validate(JSON.parse(event.body));
  execSync("resize " + input.size); // slguard:safe
  execSync("resize " + input.name); // slguard:expect command-injection
  execSync("open page-" + input.slug); // slguard:safe
};

"use strict";
const { SSMClient, GetParameterCommand, GetParametersByPathCommand } = require("@aws-sdk/client-ssm");
const { KMS } = require("@aws-sdk/client-kms");
const { Logger } = require("@aws-lambda-powertools/logger");

const ssm = new SSMClient({ region: process.env.AWS_REGION });
const kms = new KMS({});
const logger = new Logger({ serviceName: "billing" });

exports.handler = async (event) => {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "/billing/stripe", WithDecryption: true }));
  logger.info("loaded key", { key: Parameter.Value }); // slguard:expect secret-logging
  const page = await ssm.send(new GetParametersByPathCommand({ Path: "/billing", WithDecryption: true }));
  for (const parameter of page.Parameters) {
    logger.debug(parameter.Value); // slguard:expect secret-logging
  }
  const plain = await kms.decrypt({ CiphertextBlob: Buffer.from(process.env.ENCRYPTED, "base64") });
  process.stdout.write(Buffer.from(plain.Plaintext).toString("utf8")); // slguard:expect secret-logging
  return { statusCode: 200 };
};

exports.repairedHandler = async (event) => {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "/billing/rate", WithDecryption: false }));
  logger.info("rate", { rate: Parameter.Value }); // slguard:safe
  const key = await ssm.send(new GetParameterCommand({ Name: "/billing/stripe", WithDecryption: true }));
  logger.info("loaded key", { name: key.Parameter.Name, version: key.Parameter.Version }); // slguard:safe
  if (key.Parameter.Value) {
    logger.info("key present"); // slguard:safe
  }
  return { statusCode: 200 };
};

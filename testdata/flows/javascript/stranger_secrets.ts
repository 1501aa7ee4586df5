import { SecretsManagerClient, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { SSMClient, GetParameterCommand } from "@aws-sdk/client-ssm";
import { createHash } from "node:crypto";

const secrets = new SecretsManagerClient({});
const ssm = new SSMClient({});

async function load(id: string) {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: id }));
  return JSON.parse(SecretString!);
}

export const handler = async () => {
  const credentials = await load(process.env.SECRET_ARN!);
  console.log("connecting", credentials); // slguard:expect secret-logging
  console.log("connecting as", credentials.username); // slguard:safe
  console.log(`using ${process.env.SECRET_ARN}`); // slguard:safe
  console.debug({ hash: createHash("sha256").update(credentials.password).digest("hex") }); // slguard:safe
  return { statusCode: 200, body: JSON.stringify({ db: credentials.password }) }; // slguard:expect sensitive-data-exfiltration
};

export const parameterHandler = async () => {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: "/app/key", WithDecryption: true }));
  console.info(Parameter?.Value); // slguard:expect secret-logging
  const plain = await ssm.send(new GetParameterCommand({ Name: "/app/url" }));
  console.info(plain.Parameter?.Value); // slguard:safe
};

export const environmentHandler = async () => ({
  statusCode: 200,
  body: JSON.stringify({ key: process.env.STRIPE_SECRET_KEY, stage: process.env.STAGE }), // slguard:expect sensitive-data-exfiltration
});

export const failing = async (event: any) => {
  try {
    return { statusCode: 200, body: JSON.stringify(JSON.parse(event.body)) }; // slguard:safe
  } catch (error) {
    const { stack } = error as Error;
    return { statusCode: 500, body: JSON.stringify({ stack }) }; // slguard:expect sensitive-data-exfiltration
  }
};

import { S3Client, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { LambdaClient, InvokeCommand } from "@aws-sdk/client-lambda";
import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";
import { STSClient, AssumeRoleCommand } from "@aws-sdk/client-sts";

const s3 = new S3Client({});
const lambda = new LambdaClient({});
const sns = new SNSClient({});
const sts = new STSClient({});
const functions = { resize: "img-resize", crop: "img-crop" };

export const handler = async (event) => {
  const input = JSON.parse(event.body);
  await s3.send(new GetObjectCommand({ Bucket: input.bucket, Key: "a" })); // slguard:expect tainted-aws-resource
  await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: "fixed/a" })); // slguard:safe
  await lambda.send(new InvokeCommand({ FunctionName: input.fn, Payload: "{}" })); // slguard:expect tainted-aws-resource
  await lambda.send(new InvokeCommand({ FunctionName: process.env.FN, Payload: JSON.stringify(input) })); // slguard:safe
  const name = Object.hasOwn(functions, input.action) ? functions[input.action] : functions.resize;
  await lambda.send(new InvokeCommand({ FunctionName: name })); // slguard:safe
  await sns.send(new PublishCommand({ TopicArn: input.topic, Message: "hi" })); // slguard:expect tainted-aws-resource
  await sns.send(new PublishCommand({ TopicArn: process.env.TOPIC_ARN, Message: input.text })); // slguard:safe
  await sts.send(new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${input.account}:role/reader`, RoleSessionName: "x" })); // slguard:expect tainted-aws-resource
};

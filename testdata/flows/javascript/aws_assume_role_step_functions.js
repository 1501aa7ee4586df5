// slguard:trigger STEP_FUNCTIONS
const AWS = require("aws-sdk");

const sts = new AWS.STS();
const ACCOUNTS = new Set(["111111111111", "222222222222"]);

exports.handler = async (event) => {
  const answer = await sts
    .assumeRole({
      RoleArn: `arn:aws:iam::${event.account}:role/${event.role}`, // slguard:expect tainted-aws-resource
      RoleSessionName: "sync",
    })
    .promise();
  const sqs = new AWS.SQS({ credentials: sts.credentialsFrom(answer) });
  await sqs.sendMessage({ QueueUrl: event.queue, MessageBody: "done" }).promise(); // slguard:expect tainted-aws-resource
};

exports.repairedHandler = async (event) => {
  if (!ACCOUNTS.has(event.account)) {
    throw new Error("account not enrolled");
  }
  const answer = await sts
    .assumeRole({
      RoleArn: `arn:aws:iam::${event.account}:role/sync`, // slguard:safe
      RoleSessionName: "sync",
    })
    .promise();
  const sqs = new AWS.SQS({ credentials: sts.credentialsFrom(answer) });
  await sqs.sendMessage({ QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify(event) }).promise(); // slguard:safe
};

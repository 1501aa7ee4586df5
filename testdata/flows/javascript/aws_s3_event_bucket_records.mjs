// slguard:trigger S3
import { S3 } from "@aws-sdk/client-s3";
import { SNS } from "@aws-sdk/client-sns";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { DynamoDB } from "@aws-sdk/client-dynamodb";

const s3 = new S3({});
const sns = new SNS({});
const documents = DynamoDBDocument.from(new DynamoDB({}));

export const handler = async ({ Records }) => {
  for (const { s3: entity } of Records) {
    const key = decodeURIComponent(entity.object.key.replace(/\+/g, " "));
    const [tenant, topic] = key.split("/");
    await documents.put({ TableName: tenant, Item: { id: key } }); // slguard:expect tainted-aws-resource
    await sns.publish({ TopicArn: "arn:aws:sns:eu-west-1:1:" + topic, Message: key }); // slguard:expect tainted-aws-resource
  }
};

export const repairedHandler = async ({ Records }) => {
  for (const { s3: entity } of Records) {
    const object = await s3.getObject({ Bucket: entity.bucket.name, Key: "manifest.json" }); // slguard:safe
    await documents.put({ TableName: process.env.TABLE, Item: { id: entity.object.key, size: entity.object.size } }); // slguard:safe
  }
};

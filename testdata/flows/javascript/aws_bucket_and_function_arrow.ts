import { S3Client, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { LambdaClient, InvokeCommand } from "@aws-sdk/client-lambda";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";

const s3 = new S3Client({});
const lambda = new LambdaClient({});
const BUCKETS: ReadonlyMap<string, string> = new Map([
  ["eu", "reports-eu"],
  ["us", "reports-us"],
]);

export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const { bucket, key, worker } = event.queryStringParameters!;
  await s3.send(
    new GetObjectCommand({
      Bucket: bucket, // slguard:expect tainted-aws-resource
      Key: "index.json",
    }),
  );
  await lambda.send(new InvokeCommand({ FunctionName: `jobs-${worker}` })); // slguard:expect tainted-aws-resource
  const command = new PutObjectCommand({ Bucket: process.env.UPLOADS, Key: key }); // slguard:expect tainted-aws-resource
  return { statusCode: 200, body: JSON.stringify({ url: await getSignedUrl(s3, command, { expiresIn: 60 }) }) };
};

export const repairedHandler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const bucket = BUCKETS.get(event.queryStringParameters!.region!);
  if (!bucket) {
    return { statusCode: 400, body: "unknown region" };
  }
  await s3.send(new GetObjectCommand({ Bucket: bucket, Key: "index.json" })); // slguard:safe
  await lambda.send(new InvokeCommand({ FunctionName: process.env.WORKER, Payload: event.body })); // slguard:safe
  return { statusCode: 200, body: "queued" };
};

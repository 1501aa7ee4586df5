// slguard:trigger KINESIS
const { gunzipSync } = require("zlib");
const { execSync } = require("child_process");

exports.handler = async (event) => {
  const batch = event.Records.map((r) => JSON.parse(Buffer.from(r.kinesis.data, "base64").toString("utf8")));
  for (const item of batch) {
    execSync("track " + item.page); // slguard:expect command-injection
    execSync("track " + JSON.stringify(item).length); // slguard:safe
  }
  const zipped = event.Records.map(({ kinesis: { data } }) => gunzipSync(Buffer.from(data, "base64")).toString());
  zipped.forEach((line) => execSync("track " + line)); // slguard:expect command-injection
  execSync("track " + event.Records[0].kinesis.sequenceNumber); // slguard:safe
  return { batchItemFailures: [] };
};

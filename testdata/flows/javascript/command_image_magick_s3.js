// slguard:trigger S3
const { execSync, exec, spawnSync, execFileSync } = require("child_process");
const util = require("util");

const sh = util.promisify(exec);

exports.handler = async (event, context) => {
  const record = event.Records[0];
  const key = decodeURIComponent(record.s3.object.key.replace(/\+/g, " "));
  const local = "/tmp/" + key.split("/").pop();
  execSync(`convert ${local} -resize 50% ${local}.small`); // slguard:expect command-injection
  const { stdout } = await sh("identify " + key); // slguard:expect command-injection
  spawnSync("/bin/bash", ["-c", `rm -f ${local}`]); // slguard:expect command-injection
  spawnSync("gs", ["-o", "/tmp/out.pdf", local], { shell: "/bin/sh" }); // slguard:expect command-injection
  return stdout.length;
};

exports.repairedHandler = async (event, context) => {
  const record = event.Records[0];
  const key = decodeURIComponent(record.s3.object.key.replace(/\+/g, " "));
  execFileSync("convert", ["--", key, "-resize", "50%", "/tmp/out.png"]); // slguard:safe
  execSync("rm -rf /tmp/*"); // slguard:safe
  execSync(`echo ${record.s3.bucket.name} ${record.s3.object.size}`); // slguard:safe
  const found = /(\d+)x(\d+)/.exec(key); // slguard:safe
  if (found) {
    execSync(`convert in.png -resize ${parseInt(found[1], 10)}x${Number(found[2])} out.png`); // slguard:safe
  }
};

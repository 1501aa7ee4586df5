const { execSync, spawnSync } = require("child_process");

module.exports.clean = async function ({ argument }) {
  execSync(`rm -rf /tmp/${argument}`); // slguard:expect command-injection
  spawnSync("rm", ["-rf", "--", `/tmp/work/${argument}`]); // slguard:safe
};

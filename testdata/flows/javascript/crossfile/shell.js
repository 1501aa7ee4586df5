const { exec } = require("child_process");

function clean(line) {
  return line.replace(/[^a-z]/g, "");
}

module.exports = {
  run(line) {
    exec("echo " + line); // slguard:expect command-injection
    exec("echo " + parseInt(line, 10)); // slguard:safe
  },
};

const { execSync } = require("child_process");
const { quote } = require("shell-quote");

exports.commands = {
  run(name) {
    return execSync("/opt/bin/run " + name); // slguard:expect command-injection
  },
  quoted: (name) => execSync("/opt/bin/run " + quote([name])), // slguard:safe
};

const { execSync } = require("child_process");
exports.exec = (name) => execSync("legacy " + name); // slguard:expect command-injection
exports.quote = (name) => "'" + String(name).replace(/'/g, "'\\''") + "'";

// slguard:handler handler HTTP_API_V2
const { execSync } = require("child_process");

exports.handler = async (event) => {
  const parts = event.body.split(",");
  if (!/^\d+$/.test(parts[0])) return;
  execSync("take " + parts[0]); // slguard:safe
  execSync("take " + parts[1]); // slguard:expect command-injection
  parts[0] = event.rawPath;
  execSync("take " + parts[0]); // slguard:expect command-injection
  const words = event.rawQueryString.split("&");
  if (!/^\d+$/.test(words[1])) return;
  for (let i = 0; i < words.length; i++) {
    words[i] = event.headers.name;
  }
  execSync("take " + words[1]); // slguard:expect command-injection
};

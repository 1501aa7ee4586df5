// slguard:handler handler HTTP_API_V2
import { execSync } from "node:child_process";

function problems(body) {
  const errors = [];
  if (!/^[a-z]+$/.test(body.name)) {
    errors.push("name");
  }
  if (!/^[0-9]+$/.test(body.size)) {
    errors.push("size");
  }
  return errors;
}

export const handler = async (event) => {
  const body = JSON.parse(event.body);
  const errors = problems(body);
  if (errors.length > 0) {
    execSync("report " + body.name); // slguard:expect command-injection
    return { statusCode: 400 };
  }
  execSync("make " + body.name); // slguard:safe
  execSync("make " + body.size); // slguard:safe
  execSync("make " + body.target); // slguard:expect command-injection
  return { statusCode: 200 };
};

import { execSync } from "child_process";
export default function (name: string) {
  execSync("main " + name); // slguard:expect command-injection
}

import { execSync } from "child_process";
export function run(name: string) {
  execSync("run " + name); // slguard:expect command-injection
}
export const other = (name: string) => execSync("other " + encodeURIComponent(name).length); // slguard:safe

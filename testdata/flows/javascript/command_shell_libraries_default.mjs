import { $ } from "zx";
import { execa, execaCommand } from "execa";
import shell from "shelljs";
import spawn from "cross-spawn";
import { quote } from "shell-quote";
import { execSync } from "node:child_process";

const run = async (event) => {
  const { repository, branch } = JSON.parse(event.body);
  shell.exec("git clone " + repository); // slguard:expect command-injection
  await execa("git", ["checkout", branch], { shell: true }); // slguard:expect command-injection
  spawn(branch, ["--version"]); // slguard:expect command-injection
  await execaCommand(repository); // slguard:expect command-injection
  return { statusCode: 202 };
};
export { run as handler };

const repaired = async (event) => {
  const { repository, branch } = JSON.parse(event.body);
  await $`git log ${branch}`; // slguard:safe
  await execa("make", ["-C", "/tmp/work", "--", branch]); // slguard:safe
  execSync(quote(["ls", "--", repository])); // slguard:safe
  return { statusCode: 202 };
};
export { repaired as repairedHandler };

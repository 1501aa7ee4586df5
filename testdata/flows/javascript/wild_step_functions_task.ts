// slguard:handler convert STEP_FUNCTIONS
// slguard:handler state STEP_FUNCTIONS
import { SFNClient, SendTaskSuccessCommand } from "@aws-sdk/client-sfn";
import { execFileSync, execSync } from "node:child_process";

interface Task {
  readonly token: string;
  readonly input: { file: string; pages: number };
}

const sfn = new SFNClient({});

export async function convert({ token, input }: Task): Promise<void> {
  execSync(`pdftk ${input.file} cat 1-${input.pages} output /tmp/o.pdf`); // slguard:expect command-injection
  execFileSync("pdftk", [input.file, "cat", "1-" + input.pages, "output", "/tmp/o.pdf"]); // slguard:safe
  await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ ok: true }) })); // slguard:safe
}

export const state = async (event: Task) => {
  return { ...event, input: { ...event.input, done: true } };
};

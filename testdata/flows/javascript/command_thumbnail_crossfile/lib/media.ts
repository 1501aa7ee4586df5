import { exec, execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(exec);
const runFile = promisify(execFile);

export interface Options {
  source: string;
  width: number;
  format?: string;
}

export async function thumbnail({ source, width, format = "png" }: Options): Promise<string> {
  const target = `/tmp/thumb.${format}`;
  await run(`ffmpeg -i ${source} -vf scale=${width}:-1 ${target}`); // slguard:expect command-injection
  return target;
}

export async function thumbnailSafely(options: Options): Promise<string> {
  const { source, width } = options;
  await runFile("convert", [source, "-resize", String(width), "/tmp/thumb.png"]); // slguard:safe
  await run(`echo ${options.width}`); // slguard:safe
  return "/tmp/thumb.png";
}

import path from "node:path";

export function safeName(name: string): string {
  return path.posix.basename(name);
}

import cp from "child_process";
export const shell = (name: string) => cp.execSync("helper " + name); // slguard:expect command-injection

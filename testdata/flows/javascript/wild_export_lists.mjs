import * as cp from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";

async function archive(event) {
  const { folder, ...rest } = JSON.parse(event.body ?? "{}");
  cp.execSync(`tar czf /tmp/a.tgz ${folder}`); // slguard:expect command-injection
  cp.spawnSync("tar", ["czf", "/tmp/a.tgz", "--", folder]); // slguard:safe
  cp.execSync("tar --options " + Object.values(rest).join(" ")); // slguard:expect command-injection
  return { statusCode: 204 };
}

const BASE = resolve("/opt/templates");
const template = async (event) => {
  const wanted = resolve(BASE, event.queryStringParameters?.name ?? "index");
  if (!wanted.startsWith(BASE)) throw new Error("outside");
  await readFile(wanted); // slguard:expect path-traversal
  const strict = resolve(BASE, event.queryStringParameters?.name ?? "index");
  if (!strict.startsWith(BASE + sep)) throw new Error("outside");
  await readFile(strict); // slguard:safe
  return { statusCode: 200 };
};

class Upload {
  #target;
  constructor(target) {
    this.#target = target;
  }
  async store(name, data) {
    await writeFile(join(this.#target, name), data); // slguard:expect path-traversal
  }
  async storeSafely(name, data) {
    const clean = name.replace(/[^a-z0-9.]/gi, "").replace(/\.\./g, "");
    await writeFile(join(this.#target, clean), data); // slguard:safe
  }
}
const upload = new Upload("/tmp/in");
const put = async (event) => {
  await upload.store(event.pathParameters.name, event.body);
  await upload.storeSafely(event.pathParameters.name, event.body);
  return { statusCode: 201 };
};

export { archive as archiveHandler, template, put };
export default archive;

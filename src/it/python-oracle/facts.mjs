// Runs facts.py under the CPython that npm pyodide holds: node facts.mjs facts.jsonl < paths
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const here = path.dirname(fileURLToPath(import.meta.url));
const python = await loadPyodide();
python.runPython(fs.readFileSync(path.join(here, "facts.py"), "utf8").split('if __name__ ==')[0]);
const line = python.runPython("lambda path, source: line(path, source.to_bytes())");
const out = fs.openSync(process.argv[2], "w");
for (const file of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  fs.writeSync(out, line(file, new Uint8Array(fs.readFileSync(file))) + "\n");
}
fs.closeSync(out);

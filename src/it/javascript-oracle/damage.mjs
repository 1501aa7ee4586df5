// One damage for each file, chosen by a fixed sequence: one JSON line
// {"file", "kind": "delete" | "double" | "swap", "first": [start, end], "second": [start, end]}
// where first is a token of the file and second the token behind it.
//
//   node damage.mjs FOLDER SEED < names of files, relative to FOLDER, one a line
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const ts = createRequire(join(process.cwd(), 'x.js'))('typescript');
const folder = process.argv[2];
let state = Number(process.argv[3] ?? 1) >>> 0;

function random(bound) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 4294967296 * bound);
}

function tokens(source) {
  const out = [];
  const visit = node => {
    if (node.kind <= ts.SyntaxKind.LastToken) {
      if (node.end > node.getStart(source)) out.push([node.getStart(source), node.end]);
    } else {
      node.getChildren(source).forEach(visit);
    }
  };
  visit(source);
  return out;
}

for await (const name of createInterface({ input: process.stdin })) {
  const text = readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
  const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : /\.[mc]?ts$/.test(name) ? ts.ScriptKind.TS : ts.ScriptKind.JSX;
  const all = tokens(ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, false, kind));
  if (all.length < 10) continue;
  const at = random(all.length - 1);
  console.log(JSON.stringify({ file: name, kind: ['delete', 'double', 'swap'][random(3)], first: all[at], second: all[at + 1] }));
}

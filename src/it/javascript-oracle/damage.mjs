// One damage for each file, chosen by a fixed sequence: one JSON line
// {"file", "kind": "delete" | "double" | "swap", "start", "end", "replacement", "functions"?: [[start, end]]}
// A token is deleted, doubled, or swapped with the one behind it: the text from start up to end becomes replacement.
// "functions" are those of the damaged text, and only there if the compiler reads that without a syntax error: such a
// text is another sound program, which need not have the functions of the first (a comma before an arrow's body makes
// it a default value that is not called; a back quote more turns code into text).
//
//   node damage.mjs FOLDER SEED < names of files, relative to FOLDER, one a line
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { facts, scriptKind } from './dump.mjs';

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
  const all = tokens(ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, false, scriptKind(name)));
  if (all.length < 10) continue;
  const at = random(all.length - 1);
  const kind = ['delete', 'double', 'swap'][random(3)];
  const [first, second] = [all[at], all[at + 1]];
  const token = text.slice(...first);
  const end = kind === 'swap' ? second[1] : first[1];
  const replacement = kind === 'delete' ? ' ' : kind === 'double' ? `${token} ${token}`
    : `${text.slice(...second)} ${text.slice(first[1], second[0])}${token} `;
  const said = facts(name, text.slice(0, first[0]) + replacement + text.slice(end));
  const functions = said.errors === 0 ? { functions: said.functions } : {};
  console.log(JSON.stringify({ file: name, kind, start: first[0], end, replacement, ...functions }));
}

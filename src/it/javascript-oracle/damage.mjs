// One damage for each file, chosen by a fixed sequence: one JSON line
// {"file", "kind": "delete" | "double" | "swap", "start", "end", "replacement", "functions"?: [[start, end]], "open": [[start, end]]}
// A token is deleted, doubled, or swapped with the one behind it: the text from start up to end becomes replacement.
// "functions" are those of the damaged text, and only there if the compiler reads that without a syntax error: such a
// text is another sound program, which need not have the functions of the first (a comma before an arrow's body makes
// it a default value that is not called; a back quote more turns code into text). "open" are arrow functions without
// braces that end where the damage begins, if the compiler finds them longer or not in the damaged text: no token of
// their own ends them, the damaged one did.
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

function openBefore(source, start) {
  const out = [];
  const visit = node => {
    if (node.pos > start || node.end + 1_000 < start && node.kind !== ts.SyntaxKind.SourceFile) return;
    if (node.kind === ts.SyntaxKind.ArrowFunction && node.body.kind !== ts.SyntaxKind.Block
      && ts.skipTrivia(source.text, node.end) === start) out.push([node.getStart(source), node.end]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return out;
}

for await (const name of createInterface({ input: process.stdin })) {
  const text = readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, false, scriptKind(name));
  const all = tokens(source);
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
  const after = new Set(said.functions.map(String));
  const open = openBefore(source, first[0]).filter(span => !after.has(String(span)));
  console.log(JSON.stringify({ file: name, kind, start: first[0], end, replacement, ...functions, open }));
}

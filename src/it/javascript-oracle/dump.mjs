// What the TypeScript compiler sees in each file, one JSON line a file:
// {"file", "errors": syntax errors, "functions": [[start, end]], "calls": [[start, end, arguments]],
//  "strings": [[start, value]] (a template's texts joined by ${}), "imports": ["module: imported as local, ..."]}
// Offsets are UTF-16 units. Types, signatures without body and `declare` are left out.
//
//   node dump.mjs FOLDER < names of files, relative to FOLDER, one a line
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

const ts = createRequire(join(process.cwd(), 'x.js'))('typescript');
const K = ts.SyntaxKind;
const folder = process.argv[2];

export function scriptKind(name) {
  if (name.endsWith('.tsx')) return ts.ScriptKind.TSX;
  if (/\.[mc]?ts$/.test(name)) return ts.ScriptKind.TS;
  return ts.ScriptKind.JSX;
}

export function facts(name, text) {
  const source = ts.createSourceFile(name, text, { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }, false, scriptKind(name));
  const out = { file: name, errors: source.parseDiagnostics.length, functions: [], calls: [], strings: [], imports: [] };
  const start = node => ts.skipTrivia(text, node.pos);
  const modifier = (node, kind) => node.modifiers?.find(m => m.kind === kind);

  function functionStart(node) {
    if (node.kind !== K.FunctionDeclaration) return start(node);
    const async = modifier(node, K.AsyncKeyword);
    if (async) return start(async);
    const last = node.modifiers?.at(-1);
    return last ? ts.skipTrivia(text, last.end) : start(node);
  }

  function names(bindings) {
    return bindings.map(e => `${(e.propertyName ?? e.name).text} as ${e.name.text}`);
  }

  function visit(node) {
    switch (node.kind) {
      case K.InterfaceDeclaration: case K.TypeAliasDeclaration: case K.IndexSignature: case K.NamespaceExportDeclaration:
        return;
      case K.ExpressionWithTypeArguments:
        visit(node.expression);
        return;
      case K.HeritageClause:
        if (node.token === K.ExtendsKeyword && node.types.length) visit(node.types[0]);
        return;
      case K.ImportDeclaration: {
        const c = node.importClause;
        const list = [];
        if (c?.name) list.push(`default as ${c.name.text}`);
        if (c?.namedBindings?.kind === K.NamespaceImport) list.push(`* as ${c.namedBindings.name.text}`);
        else if (c?.namedBindings) list.push(...names(c.namedBindings.elements));
        out.imports.push(`${node.moduleSpecifier.text}: ${list.join(', ')}`);
        return;
      }
      case K.ExportDeclaration: {
        const c = node.exportClause;
        const list = c === undefined ? ['*'] : c.kind === K.NamespaceExport ? [`* as ${c.name.text}`] : names(c.elements);
        if (node.moduleSpecifier) out.imports.push(`from ${node.moduleSpecifier.text}: ${list.join(', ')}`);
        return;
      }
      case K.ImportEqualsDeclaration:
        if (node.moduleReference.kind === K.ExternalModuleReference) {
          out.imports.push(`require ${node.moduleReference.expression.text}: ${node.name.text}`);
        }
        return;
      case K.ModuleDeclaration:
        if (node.name.kind === K.StringLiteral || !node.body) return;
        break;
      case K.FunctionDeclaration: case K.FunctionExpression: case K.ArrowFunction: case K.MethodDeclaration:
      case K.Constructor: case K.GetAccessor: case K.SetAccessor:
        if (!node.body) return;
        out.functions.push([functionStart(node), node.end]);
        break;
      case K.CallExpression: case K.NewExpression:
        out.calls.push([start(node), node.end, node.arguments?.length ?? 0]);
        break;
      case K.StringLiteral: case K.NoSubstitutionTemplateLiteral:
        out.strings.push([start(node), node.text]);
        return;
      case K.TemplateExpression:
        out.strings.push([start(node), [node.head.text, ...node.templateSpans.map(s => s.literal.text)].join('${}')]);
        break;
    }
    if (ts.isTypeNode(node) || node.kind === K.TypeParameter || modifier(node, K.DeclareKeyword) && node.kind !== K.PropertyDeclaration) return;
    ts.forEachChild(node, visit);
  }

  visit(source);
  return out;
}

const isRun = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
for await (const name of isRun ? createInterface({ input: process.stdin }) : []) {
  if (name === '') continue;
  process.stdout.write(JSON.stringify(facts(name, readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, ''))) + '\n');
}

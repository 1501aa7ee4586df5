package dev.slguard.code.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Printer;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoweringTest {
  private static SourceModule lower(String path, String text) {
    return new JavaScriptFrontEnd().lower(SourceFile.of(path, text), new Diagnostics());
  }

  private static String ir(String text) {
    return Printer.print(lower("a.ts", text).body());
  }

  private static List<Routine> closures(Routine routine) {
    return routine.blocks().stream().flatMap(block -> block.instructions().stream())
        .filter(Instruction.MakeClosure.class::isInstance).map(Instruction.MakeClosure.class::cast)
        .map(Instruction.MakeClosure::routine).toList();
  }

  private static Optional<String> firstParameterType(String text) {
    Routine handler = closures(lower("a.ts", text).body()).getFirst();
    return handler.variable(handler.parameters().getFirst().local()).type();
  }

  @Test
  void common_js_exports_in_each_form() {
    assertThat(ir("exports.handler = async (event) => 1")).contains("%0 = exports\n", "%0.handler = %1");
    assertThat(ir("module.exports.handler = function (event) {}")).contains("%0 = exports\n", "%0.handler = %1");
    assertThat(ir("const h = 1; module.exports = { h, handler: h }")).contains(
        "%1 = {\"h\": %0, \"handler\": %2}".replace("%1", "%2").replace(", \"handler\": %2", ", \"handler\": %1"));
  }

  @Test
  void module_exports_replaces_the_exports() {
    assertThat(ir("module.exports = x => x")).contains("exports = %0");
    assertThat(ir("exports = module.exports = f")).contains("exports = %0").doesNotContain("global exports");
    assertThat(ir("export = f")).contains("exports = %0");
  }

  @Test
  void requires_are_imports_only_of_constants_and_only_of_the_real_require() {
    assertThat(ir("const { execSync: run } = require('child_process')")).contains("%0 = import child_process",
        "%1 = %0.execSync", "global run = %1");
    assertThat(ir("require('dotenv').config()")).contains("%0 = import dotenv", "%1 = %0.config()");
    assertThat(ir("require(name)")).contains("%0 = global require", "%1 = global name", "%2 = %0(%1)");
    assertThat(ir("function f(require) { return require('x') }")).contains("require%1(\"x\")");
  }

  @Test
  void imports_and_exports_of_es_modules() {
    assertThat(ir("import a, { b as c } from 'm'; import * as n from './n'; import type { T } from 't'; import 'side'"))
        .contains("%0 = import m member default\n  global a = %0", "%1 = import m member b\n  global c = %1",
            "import ./n\n  global n", "import side")
        .doesNotContain("import t");
    assertThat(ir("export { a as b } from 'm'; export * from 'n'; export * as q from 'o'"))
        .contains("%0 = import m member a", "%1.b = %0", "export all n", "import o", ".q = %2");
    assertThat(ir("export { late as handler }; const late = 1")).contains("global late = 1\n  %0 = global late",
        "%1.handler = %0");
    assertThat(ir("export default async (event) => 1")).contains("%1.default = %0");
    assertThat(ir("import fs = require('fs'); fs.a()")).contains("import fs\n  global fs = %0");
    assertThat(ir("const m = await import('./x')")).contains("%0 = import ./x\n  %1 = await %0");
  }

  @Test
  void compiled_modules_export_what_they_define() {
    assertThat(ir("Object.defineProperty(exports, 'x', { enumerable: true, get: function () { return m.x } })"))
        .contains("%5 = %3.get\n  %6 = %5()\n  %1.x = %6");
    assertThat(ir("__exportStar(require('./a'), exports)")).contains("export all ./a");
  }

  @Test
  void a_function_is_hoisted_and_a_nested_one_shares_its_variables() {
    String ir = ir("function f(a) { return g(); function g() { return a + b; } let b = 1; }");
    assertThat(ir).contains("captures a%1 = outer %1", "captures b%2 = outer %3");
  }

  @Test
  void destructured_parameters_are_taken_apart() {
    assertThat(ir("exports.h = async ({ body, pathParameters: { id = 'x' }, ...rest }, [first, , ...others]) => id"))
        .contains("%0.body", "%0.pathParameters", "missing", "= \"x\"", "{...%0}", "%4[0]", "slice %4, 2, nothing");
  }

  @Test
  void types_are_qualified_by_the_imports() {
    String imports = "import { APIGatewayProxyEvent as E, Handler, SQSHandler } from 'aws-lambda'; import * as l from 'aws-lambda'; ";
    assertThat(firstParameterType(imports + "function f(e: E) {}")).contains("aws-lambda.APIGatewayProxyEvent");
    assertThat(firstParameterType(imports + "function f(e: l.SQSEvent) {}")).contains("aws-lambda.SQSEvent");
    assertThat(firstParameterType(imports + "export const h: Handler<E, void> = async (e) => {}"))
        .contains("aws-lambda.APIGatewayProxyEvent");
    assertThat(firstParameterType(imports + "const h: (e: E) => void = (e) => {}"))
        .contains("aws-lambda.APIGatewayProxyEvent");
    assertThat(ir(imports + "export const h: SQSHandler = async (e) => {}")).contains("@aws-lambda.SQSHandler",
        "as aws-lambda.SQSHandler");
    assertThat(ir(imports + "const x = f() as E")).contains("as aws-lambda.APIGatewayProxyEvent");
    assertThat(ir("const x = f() as any")).doesNotContain(" as ");
  }

  @Test
  void texts_become_one_concatenation() {
    assertThat(ir("f('a' + b + `c${d + 'e'}` + 1 + g)")).contains("concat \"a\", %1, \"c\", %2, \"e\", 1, %3");
    assertThat(ir("f(a + b + 'c')")).contains("add %1, %2", "concat %3, \"c\"");
    assertThat(ir("f(a - b + c)")).contains("arithmetic", "add").doesNotContain("concat");
    assertThat(ir("let q = 'select '; q += `${x}!`")).contains("concat %1, %2, \"!\"");
  }

  @Test
  void guards_are_branches() {
    String ir = ir("function f(a, b) { if (!a || b === 'x') return 1; return 2; }");
    assertThat(ir).contains("if a%1 then b4 else b2").doesNotContain("not ");
    assertThat(ir("x = a ?? b")).contains("equal %0, nothing");
    assertThat(ir("x ||= f()")).contains("global x =");
  }

  @Test
  void calls_keep_their_receiver() {
    assertThat(ir("a.b?.c(1)['d'](...e)")).contains("%1 = %0.b", "%2 = %1.c(1)", "%4 = %2.d(*%3)");
    assertThat(ir("a[b](c)")).contains("%2 = %0[%1]", "%4 = %2(%3)");
    assertThat(ir("db.sql`select ${x}`")).contains("template [\"select \", \"\"]", "%0.sql(%1, %2)");
  }

  @Test
  void classes_set_their_fields_when_the_base_is_made() {
    String ir = ir(
        "class A extends B { x = f(); constructor(private readonly db: D) { super(1); g(); } m() { return super.m(this.x); } static s = 1; static t() { return this.s; } }");
    assertThat(ir).contains("super(1)\n  %3 = global f\n  %4 = %3()\n  this%0.x = %4\n  this%0.db = db%1", "super.m(",
        "static <module>/A.t()\n  captures <class>%0");
    assertThat(ir("class A extends B { x = 1 }"))
        .contains("constructor <module>/A.constructor(this this%0, *arguments%1?)", "super(*arguments%1)");
  }

  @Test
  void a_return_runs_the_finally_blocks_it_leaves() {
    String ir = ir("function f() { try { return a(); } finally { done(); } }");
    assertThat(ir.split("global done", -1)).hasSize(3);
  }

  @Test
  void finally_blocks_in_finally_blocks_do_not_multiply_without_bound() {
    String text = "try { if (a) return; } finally { ".repeat(60) + "f();" + "}".repeat(60);
    assertThat(ir("function f() { " + text + " }").length()).isLessThan(2_000_000);
  }

  @Test
  void loops_and_switches_go_where_their_labels_say() {
    String ir = ir(
        "function f(o) { outer: for (const [k, v] of o) { for (const x in v) { if (x) continue outer; break outer; } } }");
    assertThat(ir).contains("has_next o%1", "each o%1");
    assertThat(ir("switch (x) { case 'a': f(); case 'b': g(); break; default: h() }")).contains("same %0, \"a\"",
        "same %0, \"b\"");
  }

  @Test
  void markup_is_a_call() {
    assertThat(Printer.print(lower("a.tsx", "x = <div a={b} {...c}>t<D.E/></div>").body()))
        .contains("import react/jsx-runtime member jsx", "\"children\"", "(\"div\", ");
  }

  @Test
  void decorators_are_annotations_with_their_constants() {
    String text = "import { Controller, Get } from '@nestjs/common'; @Controller({ path: 'x' }) export class A { @Get('y') m(@Q() q) {} }";
    assertThat(ir(text)).contains("@@nestjs/common.Get");
  }

  @Test
  void arguments_are_all_that_was_passed() {
    assertThat(ir("function f(a) { return g(arguments[1]) }")).contains("[a%1, *%3]", "*%3?");
  }

  @Test
  void enums_and_namespaces_are_objects() {
    assertThat(ir("enum E { A = 3, B, C = 'c' }")).contains("{\"A\": 3, \"B\": 4, \"C\": \"c\"}");
    assertThat(ir("namespace N { export const x = 1; export function f() { return x } }"))
        .contains("x%1 = 1\n  %0.x = x%1", "%0.f = ");
  }

  @Test
  void damage_leaves_a_diagnostic_and_the_rest() {
    var diagnostics = new Diagnostics();
    SourceModule module = new JavaScriptFrontEnd().lower(SourceFile.of("a.js", "const = ;\nexports.h = () => f()\n"),
        diagnostics);
    assertThat(diagnostics.toList()).anyMatch(diagnostic -> diagnostic.at().line() == 1);
    assertThat(Printer.print(module.body())).contains(".h = ");
  }

  @Test
  void minified_files_and_declarations_are_not_analysed() {
    var frontEnd = new JavaScriptFrontEnd();
    assertThat(frontEnd.reads("a/b.d.ts")).isFalse();
    assertThat(frontEnd.reads("a/b.min.js")).isFalse();
    assertThat(frontEnd.reads("node_modules/a/b.js")).isFalse();
    assertThat(frontEnd.reads("a/b.mts")).isTrue();
    var diagnostics = new Diagnostics();
    frontEnd.lower(SourceFile.of("a.js", "f();".repeat(3000)), diagnostics);
    assertThat(diagnostics.toList()).hasSize(1);
  }
}

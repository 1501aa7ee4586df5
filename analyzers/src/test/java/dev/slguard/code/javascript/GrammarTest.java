package dev.slguard.code.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GrammarTest {
  private static Program typescript(String text) {
    return Grammar.parse(text, Dialect.of("a.ts"));
  }

  private static Program javascript(String text) {
    return Grammar.parse(text, Dialect.of("a.js"));
  }

  private static List<String> functionTexts(String text, Program program) {
    return SyntaxFacts.of(program).functions().stream().map(span -> text.substring(span.start(), span.end())).toList();
  }

  private static List<String> callTexts(String text, Program program) {
    return SyntaxFacts.of(program).calls().stream().map(call -> text.substring(call.start(), call.end())).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x = a / b / c; y = /[/]\\/]+/g.test(x)", "if (x) /re/.exec(y)",
      "x++ / 2; (y) / 3; z = {} / 1", "let of = 1; for (let of of ofs) f(of); for (const x of async) g(x)",
      "async function f() { for await (const x of y) await using z = x }", "label: for (;;) { continue label }",
      "with (o) { f(x) }", "<!-- comment\nx = 1\n--> comment", "#!/usr/bin/env node\nf()",
      "class A { #x = 1; static { this.#x } has(o) { return #x in o } static async *[k]() {} get; set; static static() {} }",
      "import a, * as b from 'c'; import { default as d, 'x-y' as e } from 'f' with { type: 'json' }; import defer * as g from 'h'",
      "export default async function () {}\nexport * as n from 'm'; export { x as default, y as 'z' }",
      "a?.b?.[c]?.(d) ?? e", "x = `a${`b${c}`}d${{ e: 1 }.e}`; tag`\\u{zz}${1}`", "n = 1_000n + 0xFF + .5e-3 + 0b1",
      "var yield_, await_, async; async = 1", "x = <a b='c' {...d}>it's {e} <F.G/></a>",
      "x = async (a, b) => await a, y = async(a, b), z = async a => a", "let\nx = 1\nx\n++y\nvar \\u0061bc = 'x'",
      "import('x').then(m => m); import.meta.url; new.target; import.defer('y')",
      "({ a, b: [c = 1, , ...d], ...e } = f); [g.h, i[j]] = k; ({ async *m() {}, get n() { return 1 }, async: 1 })"})
  void javascript_is_read_without_problem(String text) {
    assertThat(javascript(text).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"type F = new (...a: any[]) => void; type A = abstract new () => object",
      "type M<T> = { readonly [K in keyof T as `get${K & string}`]-?: T[K] }",
      "type C<T> = T extends [infer H extends string, ...infer R] ? H : never",
      "type E<T> = (<V>() => V extends T ? 1 : 2) extends <V>() => V extends T ? 1 : 2 ? true : false",
      "interface I<in out T> { (x: number): string; new (): I<T>; [k: string]: any; get a(): number; m?(this: W): asserts this is I<T> }",
      "abstract class C<const T> extends B<T>.D implements I<T> { @d() accessor x = 1; declare y: string; z!: number; abstract f(): void; [k: string]: any }",
      "class P { constructor(private readonly a: string, @Inject('t') public b?: number) {} }",
      "enum E { A = 1, B = A << 2, 'c-d' } const enum F { X } namespace N.M { export const x = 1 } declare module 'x' { const y: number }",
      "function f(a: string): void; function f(a: any) { } declare global { interface Window { z: 1 } }",
      "const a = <T,>(x: T) => x, b = <T>(x), c = async <T>(x: T): Promise<T> => x, d = <any>e",
      "f(a<b, c>(d)); f(a<b, c>d); g<<T>(x: T) => void>(1); if (a < b && c > d) {} x = a < b || c >> d",
      "const m = new Map<string, Array<number>>(); const i = f<string>; x! += 1; x!.y!(); a?.<T>(x)",
      "import fs = require('fs'); import A = N.M; export = fs",
      "import type { A, type B as C } from 'd'; import { type as, type as as as2 } from 'e'",
      "export type { T } from 'm'; export import Z = N.M; export as namespace Q",
      "let x = y as any as T[], z = { a: 1 } satisfies T, w = y as const; for (const q of <any>b) {}",
      "let t: [a: string, b?: number, ...c: T[]], u: typeof import('x'), v: import('y').Z<A>, k: keyof typeof o[number]['a']"})
  void typescript_is_read_without_problem(String text) {
    assertThat(typescript(text).problems()).isEmpty();
  }

  @Test
  void a_result_type_in_a_conditional_belongs_to_the_arrow_only_if_a_colon_follows() {
    assertThat(functionTexts("x = a ? (b) : c => d", typescript("x = a ? (b) : c => d"))).containsExactly("c => d");
    assertThat(functionTexts("x = a ? (b): c => d : e", typescript("x = a ? (b): c => d : e")))
        .containsExactly("(b): c => d");
  }

  @Test
  void comparisons_of_javascript_are_no_type_arguments() {
    assertThat(callTexts("f(a < b, c > (d))", javascript("f(a < b, c > (d))"))).containsExactly("f(a < b, c > (d))");
    assertThat(callTexts("f(a<b, c>(d))", typescript("f(a<b, c>(d))"))).containsExactly("f(a<b, c>(d))", "a<b, c>(d)");
  }

  @Test
  void strings_are_decoded() {
    var strings = SyntaxFacts.of(javascript("x = ['\\x41\\u{1F600}\\101\\n\\\r\nz', `a\r\n${1}b`]")).strings();
    assertThat(strings).extracting(SyntaxFacts.StringLiteral::value).containsExactly("A😀A\nz", "a\n${}b");
  }

  @Test
  void a_lost_brace_keeps_the_functions_behind_it() {
    String text = """
      exports.first = async function (event) {
        if (event.a) {
          f(event);
        return 1;
      };

      exports.second = async (event) => {
        g(event);
      };
      """;
    Program program = javascript(text);
    assertThat(functionTexts(text, program)).contains("async (event) => {\n  g(event);\n}");
    assertThat(program.body()).hasSize(2);
    assertThat(program.problems()).isNotEmpty();
  }

  @Test
  void a_lost_opening_brace_keeps_the_methods_behind_it() {
    String text = """
      class A {
        first(a) {
          if (a)
            f(a);
          }
          return 1;
        }
        second(b) {
          return g(b);
        }
      }
      function third() { return 3; }
      """;
    Program program = javascript(text);
    assertThat(functionTexts(text, program)).contains("second(b) {\n    return g(b);\n  }",
        "function third() { return 3; }");
    assertThat(program.body()).hasSize(2);
  }

  @Test
  void a_damaged_statement_does_not_lose_its_neighbours() {
    String text = """
      const a = f(1, , 2;
      const b = (x { return x };
      const c = { d: 1 e() { return 2; }, f( { return 3 } };
      function last() { return g(); }
      """;
    assertThat(functionTexts(text, javascript(text))).contains("e() { return 2; }", "function last() { return g(); }");
  }

  /** Before the bar a function that must be there, behind it the damaged text. */
  @ParameterizedTest
  @ValueSource(strings = {
      "kept() {} | class A {\n  get a() {\n    return `${b ? `: ${c : \"\"}`\n  }\n  kept() {}\n}\n/** `x` */\nfunction last() {}",
      "function kept() { return `${a}` } | function f() {\n    if (a) {\n      return size}) { ${b} }`;\n    }\n}\nfunction kept() { return `${a}` }",
      "(a: A): B => {\n  g(1)\n} | export const = f (a: A): B => {\n  g(1)\n}",
      "c => g(1) | x = { a: 1,\n  : b c => g(1),\n d: e }",
      "(c) => g(c) | const a = b\n  .map((c) => g(c))\n  .sort( [d], [e]) => d - e)\n",
      "k => k.a | if (a && Object.keys() b .some(k => k.a)) {\n  f();\n}",
      "() => {\n    g();\n  } | o = {\n  a: f({ b } }),\n  kept: () => {\n    g();\n  },\n};",
      "get kept() {\n    return 1\n  } | const o = \n  [a]: b,\n  get kept() {\n    return 1\n  },\n  c() {\n    return 2\n  }\n}",
      "kept() {\n    f();\n  } | class A extends B  \n  c = 1;\n  kept() {\n    f();\n  }\n}",
      "static kept() {\n    return 1\n  } | class A extends B.C) ( (\"x\", {\n  d: e\n}) {\n  static kept() {\n    return 1\n  }\n}",
      "e => f(e) | class A extends B. C (x)({\n  d: e => f(e)\n}) {\n  f() {\n    return 1\n  }\n}",
      "function kept() {\n    return 1;\n  } | f({\n  get function kept() {\n    return 1;\n  },\n  a: b\n});",
      "(b) => true | x = {\n  a: ( ) ) => ({ b: (b) => true }),\n};",
      "kept(c) {\n      f();\n    } | const a = [\n  {\n    b: 1\n  },\n  \n    kept(c) {\n      f();\n    }\n  }];",
      "kept(e) {\n    f();\n  } | export class A {\n  a = (b) => {\n    c(\n      {\n        d: 1\n      } });\n  }\n  kept(e) {\n    f();\n  }\n}",
      "(a, b) => {\n    g(a, b);\n  } | function f() {\n  return new P (a, b) => {\n    g(a, b);\n  });\n}",
      "() => (typeof S === 'f' && S.o) || 'o' | export const o: string = () => (typeof S === 'f' && S.o) || 'o')();\n",
      "(c) => c | const a = (\n  b: (c: number) => number = (c) => c\n): (d: I<number>) => Set Set<number> =>\n(d) => {\n  return 1\n}",
      "override get kept(): string {\n    return a\n  } | class A extends B {\n  readonly [C] =  \n\n  override get kept(): string {\n    return a\n  }\n}",
      "constructor(a: H) {\n    super()\n  } | class A extends B {\n  b H  : \n\n  constructor(a: H) {\n    super()\n  }\n}",
      "<A>(b: T<A>, c: A): void => d(b) | const a = dual(2  <A>(b: T<A>, c: A): void => d(b))\n",
      "function () {\n    return 1;\n  } | test('a', () =>  \n  z.p.c = function () {\n    return 1;\n  };\n  const r = z.c();\n});",
      "(b, i) => `${b}${i}` | function f() {\n  return `${a ? a.b : }(${ '' a.c\n    .map((b, i) => `${b}${i}`)\n    .join(', ')})`;\n}",
      "(m) =>\n        g(() => {\n          h.push(m)\n        }) | const a = f(() => {\n  return M.of{ ( \n      append: (m) =>\n        g(() => {\n          h.push(m)\n        }),\n      all: [1]\n    })\n})"})
  void a_damaged_token_costs_no_function_beside_it(String row) {
    int bar = row.indexOf(" | ");
    String text = row.substring(bar + 3);
    assertThat(functionTexts(text, typescript(text))).contains(row.substring(0, bar));
  }

  @Test
  void sound_statements_beside_damage_are_read_whatever_their_indentation() {
    String sound = """
      const a = pipe(b, map((c) => {
          return c;
      }), filter(
      d => d.e
      ));
      """;
    String text = sound + "function f() {\n  if (x {\n    g();\n}\n" + sound;
    assertThat(functionTexts(text, javascript(text))).filteredOn("d => d.e"::equals).hasSize(2);
    assertThat(functionTexts(text, javascript(text))).filteredOn(one -> one.startsWith("(c) =>")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f(;\n", "a = {\n b: [\n", "class A extends B ( {\n", "x = `${\n", "{ a(\n", "}) } ) `"})
  void trials_in_damaged_text_are_linear(String part) {
    long start = System.nanoTime();
    Program program = javascript(part.repeat(20_000));
    assertThat(program.problems()).isNotEmpty();
    assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
  }

  @Test
  void an_element_that_is_not_closed_does_not_swallow_the_file() {
    String text = """
      const A = () => {
        return <div>
          <b>text
        </div>;
      };
      function last() { return g(); }
      """;
    assertThat(functionTexts(text, javascript(text))).contains("function last() { return g(); }");
  }

  @Test
  void both_sides_of_a_merge_conflict_are_read() {
    String text = "function a() {}\n<<<<<<< ours\nfunction b() {}\n=======\nfunction c() {}\n>>>>>>> theirs\nfunction d() {}\n";
    assertThat(functionTexts(text, javascript(text))).hasSize(4);
  }

  @Test
  void await_outside_async_functions_is_still_await() {
    assertThat(javascript("function f() { const x = await g(); return x }").problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "a=>", "!", "x?", "f(", "`${", "<a>", "if(a)", "function f(){", "new ", "a**",
      "({a:", "class A{m(){", "let [", "async(", "<T>(", "a<b<", "x=(a)=>{", "switch(a){case ", "typeof ", "try{",
      "@a(", "for(;;)"})
  void depth_is_bounded_and_time_is_linear(String opening) throws InterruptedException {
    String text = opening.repeat(20_000);
    for (String path : List.of("a.ts", "a.tsx", "a.js")) {
      var problems = new java.util.concurrent.atomic.AtomicInteger(-1);
      var thread = new Thread(null, () -> problems.set(Grammar.parse(text, Dialect.of(path)).problems().size()),
          "three quarters of the default stack", 768 * 1024);
      thread.start();
      thread.join(20_000);
      assertThat(problems.get()).as(path).isPositive();
    }
  }

  @Test
  void chains_of_operators_members_and_calls_have_no_bound() {
    assertThat(javascript("x = " + "a + ".repeat(100_000) + "b").problems()).isEmpty();
    assertThat(javascript("x" + ".a(1)[2]".repeat(50_000)).problems()).isEmpty();
    assertThat(javascript("if (a) f(); else ".repeat(50_000) + "g()").problems()).isEmpty();
  }
}

package dev.slguard.code.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class GrammarProperties {
  private static final List<String> PIECES = List.of("{", "}", "(", ")", "[", "]", "<", ">", "=>", "=", "?", ":", ";",
      ",", ".", "...", "`", "${", "/", "'a'", "\"", "x", "y", "1", "async", "await", "function", "class", "const",
      "let", "if", "else", "for", "of", "in", "return", "import", "export", "from", "default", "type", "interface",
      "enum", "@", "#p", "!", "as", "extends", "new", "get", "static", "\n", "  ", "\n    ", "//", "/*", "*/", "case",
      "switch", "try", "catch", "<a>", "</a>", "yield", "*", "\\u", "é", "😀", "0x", "<<<<<<< a\n");

  @Provide
  Arbitrary<String> programs() {
    return Arbitraries.of(PIECES).list().ofMaxSize(120).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000)
  void any_sequence_of_tokens_is_read(@ForAll("programs") String text) {
    for (String path : List.of("a.ts", "a.tsx", "a.js")) {
      Program program = Grammar.parse(text, Dialect.of(path));
      SyntaxFacts.Facts facts = SyntaxFacts.of(program);
      assertThat(facts.functions())
          .allMatch(span -> span.start() >= 0 && span.start() <= span.end() && span.end() <= text.length());
      assertThat(facts.calls()).allMatch(call -> call.start() <= call.end() && call.end() <= text.length());
      assertThat(program.problems()).allMatch(
          problem -> problem.start() >= 0 && problem.start() <= problem.end() && problem.end() <= text.length());
    }
  }

  @Property(tries = 1000)
  void any_text_is_read(@ForAll String text) {
    assertThat(Grammar.parse(text, Dialect.of("a.tsx")).body()).isNotNull();
  }
}

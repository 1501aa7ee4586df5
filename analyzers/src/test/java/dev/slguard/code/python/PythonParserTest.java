package dev.slguard.code.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonParserTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private List<Statement> parse(String text) {
    return PythonParser.parse(SourceFile.of("app.py", text), diagnostics);
  }

  private List<String> problems() {
    return diagnostics.toList().stream().map(problem -> problem.at().line() + ": " + problem.message()).toList();
  }

  static String resource(String name) {
    try (InputStream in = PythonParserTest.class.getResourceAsStream("/python/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> said(JsonObject facts, String about) {
    return StreamSupport.stream(facts.getAsJsonArray(about).spliterator(), false).map(JsonElement::getAsString).sorted()
        .toList();
  }

  @Test
  void reads_every_syntax_as_CPython_3_14_does() {
    JsonObject said = new Gson().fromJson(resource("syntax.json"), JsonObject.class);
    SyntaxFacts facts = SyntaxFacts.of(resource("syntax.py"));
    assertThat(facts.errors()).isZero();
    assertThat(facts.functions()).isEqualTo(said(said, "functions"));
    assertThat(facts.calls()).isEqualTo(said(said, "calls"));
    assertThat(facts.texts()).isEqualTo(said(said, "texts"));
    assertThat(facts.imports()).isEqualTo(said(said, "imports"));
  }

  @Test
  void places_do_not_depend_on_line_ends() {
    String text = resource("syntax.py");
    SyntaxFacts unix = SyntaxFacts.of(text);
    SyntaxFacts windows = SyntaxFacts.of(text.replace("\n", "\r\n"));
    assertThat(windows.functions()).isEqualTo(unix.functions());
    assertThat(windows.calls()).isEqualTo(unix.calls());
    assertThat(windows.texts()).isEqualTo(unix.texts());
  }

  @Test
  void reads_Python_2_without_complaint() {
    List<Statement> read = parse("""
      import urllib2
      print "hello", name
      print >>sys.stderr, "x" % y,
      print
      exec code in scope, other
      try:
          raise ValueError, "bad"
      except (A, B), e:
          print e
      except C, e: pass
      if a <> b: x = `a` + ur'raw' + 0777 + 10L
      def f(a, (b, c)=(1, 2)): return [x for x in 1, 2]
      """);
    assertThat(problems()).isEmpty();
    assertThat(read).hasSize(8);
    assertThat(read.get(1)).isInstanceOf(Statement.Evaluate.class);
    assertThat(((Statement.Evaluate) read.get(1)).value()).isInstanceOf(Expression.Call.class);
  }

  @Test
  void words_that_became_keywords_are_names_where_they_were() {
    parse("async = 1\nawait = async\nf(async=True)\nprint = log\nprint\nmatch = case = type = 1\nexec(code)\n");
    assertThat(problems()).isEmpty();
  }

  @Test
  void an_open_bracket_ends_where_a_statement_begins() {
    List<Statement> read = parse("""
      def first(event):
          value = load(event[
          return value

      @decorated
      def second(): pass
      x = [1, (2
      @decorated
      def third(): pass
      """);
    assertThat(functions(read)).containsExactly("first", "second", "third");
    assertThat(problems()).containsExactly(
        "3: expected an expression, found end of line; the rest of this statement is skipped",
        "8: expected ')', found end of line; the rest of this statement is skipped");
    assertThat(((Statement.Function) read.getFirst()).body()).hasSize(2);
  }

  @Test
  void a_damaged_header_keeps_its_block() {
    List<Statement> read = parse("""
      def first(a, b:
          x = 1
          if x ==:
              y = 2
          for in z:
              def inner(): pass
      def (c):
          return 1
      class : pass
      def last(): pass
      """);
    assertThat(functions(read)).containsExactly("first", "inner", "", "last");
    assertThat(((Statement.Function) read.getFirst()).body()).hasSize(3);
    assertThat(problems()).hasSize(4);
  }

  @Test
  void what_was_read_of_a_damaged_statement_is_kept() {
    List<Statement> read = parse("os.system(name, ) ) + 1\nos.remove(path\n");
    assertThat(read).hasSize(2).allSatisfy(statement -> {
      var kept = ((Statement.Damaged) statement).kept();
      assertThat(((Statement.Evaluate) kept.getFirst()).value()).isInstanceOf(Expression.Call.class);
    });
  }

  @Test
  void an_unterminated_string_costs_its_line() {
    List<Statement> read = parse("a = 'open\nb = \"\"\"open\ndef f(): pass\n'''\ndef g(): pass\n");
    assertThat(functions(read)).containsExactly("f", "g");
  }

  @Test
  void a_missing_triple_quote_loses_no_other_function() {
    String sound = """
      import os
      def first(a):
          \"""One
          two.
          \"""
          return a
      class C:
          '''Words (and
          more) words.'''
          def method(self):
              \"""
              def not_this_one(): pass
              \"""
              return f\"""{self}
              \"""
          async def other(self): pass
      def second(a):
          \"""Three\"""
          return a
      def last(): pass
      """;
    assertThat(functions(parse(sound))).containsExactly("first", "method", "other", "second", "last");
    assertThat(problems()).isEmpty();
    for (String quotes : List.of("\"\"\"", "'''")) {
      for (int i = sound.indexOf(quotes); i >= 0; i = sound.indexOf(quotes, i + 3)) {
        assertThat(functions(parse(sound.substring(0, i) + sound.substring(i + 3)))).as("without %s", i)
            .contains("first", "method", "other", "second", "last");
      }
    }
  }

  @Test
  void an_unterminated_field_costs_its_string() {
    List<Statement> read = parse("a = f'{x' + 'y'\nb = f'{(x}'\nc = f'{x!}'\nd = f'}'\ndef f(): pass\n");
    assertThat(functions(read)).containsExactly("f");
    assertThat(problems()).isNotEmpty();
  }

  @Test
  void a_clause_without_its_statement_keeps_its_block() {
    assertThat(functions(parse("else:\n    def f(): pass\nexcept E as e:\n    def g(): pass\ndef h(): pass\n")))
        .containsExactly("f", "g", "h");
  }

  @Test
  void nesting_is_bounded() {
    String deep = "(".repeat(100_000) + "\n" + "[".repeat(300) + "1" + "]".repeat(300) + "\n" + "-".repeat(100_000)
        + "1\n" + "not ".repeat(100_000) + "1\n" + "lambda: ".repeat(10_000) + "1\n" + "f(".repeat(10_000) + "\n"
        + "a if b else ".repeat(10_000) + "c\n" + "2 ** ".repeat(10_000) + "2\n" + "await ".repeat(10_000) + "x\n"
        + "f\"{".repeat(5_000) + "\n" + "f\"{x:{".repeat(5_000) + "\n";
    var blocks = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      blocks.append(" ".repeat(i)).append("if x:\n");
    }
    List<Statement> read = parse(deep + "def kept(): pass\n" + blocks + "def last(): pass\n");
    assertThat(functions(read)).contains("kept", "last");
  }

  /** A search for the end of a formatted string that fails is paid for with all that it went over. */
  @ParameterizedTest
  @Timeout(20)
  @ValueSource(strings = {"f'{'", "f\"{\"", "f'{a:{'", "f'{a!r:"})
  void searches_for_the_end_of_a_formatted_string_are_linear(String part) {
    parse("x = " + part.repeat(100_000) + "\ndef f(): pass\n");
    assertThat(problems()).isNotEmpty();
  }

  @Test
  void long_chains_are_no_nesting() {
    parse("x = " + "a + ".repeat(50_000) + "b\ny = " + "a.b()[0]".repeat(1) + ".c()".repeat(50_000) + "\n"
        + "if a:\n  pass\n" + "elif b:\n  pass\n".repeat(10_000) + "z = a" + " or b".repeat(50_000) + "\n");
    assertThat(problems()).isEmpty();
  }

  @Test
  void every_function_that_damage_does_not_touch_is_kept() {
    String sound = resource("syntax.py");
    var random = new Random(1);
    for (Damage.Kind kind : Damage.Kind.values()) {
      for (int i = 0; i < 200; i++) {
        Damage damage = Damage.of(sound, kind, random);
        assertThat(damage.lost()).as("%s %s", kind, damage.text()).isEmpty();
      }
    }
  }

  @Test
  void an_error_names_the_place_and_what_was_read() {
    parse("x = 1\ny = = 2\n");
    assertThat(diagnostics.toList()).singleElement().satisfies(problem -> {
      assertThat(problem.at()).hasToString("app.py:2:5");
      assertThat(problem.message())
          .isEqualTo("expected an expression, found '='; the rest of this statement is skipped");
    });
  }

  private static List<String> functions(List<Statement> read) {
    return Damage.names(read);
  }
}

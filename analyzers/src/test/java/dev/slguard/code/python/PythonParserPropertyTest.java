package dev.slguard.code.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PythonParserPropertyTest {
  private static final String REAL = PythonParserTest.resource("syntax.py");

  private static List<Statement> parse(String text) {
    return PythonParser.parse(SourceFile.of("app.py", text), new Diagnostics());
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries
        .of("(", ")", "[", "]", "{", "}", ":", ":=", "=", ",", ".", "*", "**", "@", "\n", "\n    ", "\n\t", "\r\n", " ",
            "\\\n", "def ", "class ", "if ", "else", "elif ", "for ", " in ", "async ", "await ", "lambda ", "match ",
            "case ", "try", "except", "finally", "with ", "as ", "import ", "from ", "return ", "yield ", "not ",
            "print ", "exec ", "x", "y1", "1", "0x", "1e", "'", "\"", "'''", "\"\"\"", "f'", "f\"{", "rb'", "t'{", "!r",
            "->", "...", "`", "#", ";", "\\", "\0", "\uD800", "é", "$", "?", "~", "<>", "-")
        .list().ofMaxSize(60).map(parts -> String.join("", parts));
  }

  @Property(tries = 3000)
  void never_throws_on_tokens_in_any_order(@ForAll("tokens") String text) {
    assertThat(parse(text)).isNotNull();
  }

  @Property(tries = 500)
  void never_throws_on_any_text(@ForAll String text) {
    assertThat(parse(text)).isNotNull();
  }

  @Property(tries = 1000)
  void never_throws_on_real_code_with_a_piece_moved(@ForAll int from, @ForAll int length, @ForAll int to) {
    int start = Math.floorMod(from, REAL.length());
    int end = Math.min(REAL.length(), start + Math.floorMod(length, 80));
    String rest = REAL.substring(0, start) + REAL.substring(end);
    int target = Math.floorMod(to, rest.length());
    assertThat(parse(rest.substring(0, target) + REAL.substring(start, end) + rest.substring(target))).isNotEmpty();
  }

  @Property(tries = 1000)
  void a_definition_after_any_line_is_found(@ForAll("tokens") String text) {
    String line = text.replace("\n", " ").replace("\r", " ").replace("\\", " ").replace("'''", "'").replace("\"\"\"",
        "\"");
    assertThat(Damage.names(parse(line + "\ndef the_next_one(): pass\n"))).as(line).contains("the_next_one");
  }
}

package dev.slguard.code.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of {@code src/test/resources/…/oracle} against what the TypeScript compiler said of them in
 * {@code oracle.jsonl}. After a change to one of them write that file again, in a folder with {@code node_modules/typescript}:
 * {@code ls ORACLE | grep -v jsonl | node src/it/javascript-oracle/dump.mjs ORACLE > oracle.jsonl}.
 */
final class OracleSliceTest {
  private static String resource(String name) {
    InputStream stream = OracleSliceTest.class.getResourceAsStream("oracle/" + name);
    return Optional.ofNullable(stream).map(OracleSliceTest::text).orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonObject> expectations() {
    return resource("oracle.jsonl").lines().map(line -> JsonParser.parseString(line).getAsJsonObject());
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void functions_calls_strings_and_imports_are_those_of_the_compiler(JsonObject expected) {
    String name = expected.get("file").getAsString();
    String text = resource(name);
    Program program = Grammar.parse(text, Dialect.of(name));
    assertThat(program.problems()).isEmpty();
    assertThat(OracleComparison.difference(OracleComparison.facts(expected), SyntaxFacts.of(program), text)).isEmpty();
  }

  @Test
  void any_damage_of_one_token_keeps_the_functions_that_it_does_not_touch() {
    String name = "handlers.cjs";
    String text = resource(name);
    var before = SyntaxFacts.of(Grammar.parse(text, Dialect.of(name))).functions();
    for (int at = text.indexOf("exports.handler"); at < text.length(); at++) {
      // A hole of a template that is not closed makes the rest of the line a text, up to a backtick: nothing to keep.
      if ("(){}[];,=>".indexOf(text.charAt(at)) >= 0 && !text.startsWith("}`", at)) {
        var damage = new DamageComparison.Damage(at, at + 1, " ");
        var after = SyntaxFacts.of(Grammar.parse(damage.applied(text), Dialect.of(name))).functions();
        assertThat(before.stream().filter(span -> !damage.touches(span)).map(damage::moved)
            .filter(span -> !after.contains(span))).as("without '%s' at %d", text.charAt(at), at).isEmpty();
      }
    }
  }
}

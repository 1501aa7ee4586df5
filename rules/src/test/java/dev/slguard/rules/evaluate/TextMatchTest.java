package dev.slguard.rules.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextMatchTest {
  private static final Span AT = Span.startOf("t");
  private static final List<String> FILLINGS = List.of("", "a", "b", "ab", "ba", "aab", "bba");

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars('a', 'b', '*', '?').ofMaxLength(5);
  }

  /** A text over a and b in which {@code _} is a hole. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b', '_').ofMinLength(2).ofMaxLength(5)
        .filter(text -> text.indexOf('_') >= 0);
  }

  private static Value.Text text(String written) {
    var parts = new ArrayList<Value>();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      parts.add(
          c == '_' ? new Value.Unknown(Value.Origin.PARAMETER, "P", AT) : Value.Scalar.text(String.valueOf(c), AT));
    }
    return new Value.Text(parts, AT);
  }

  private static boolean plainly(String pattern, String text) {
    return Pattern.matches(pattern.replace("*", ".*").replace('?', '.'), text);
  }

  private static List<String> fillings(String text) {
    int hole = text.indexOf('_');
    if (hole < 0) {
      return List.of(text);
    }
    var all = new ArrayList<String>();
    for (String filling : FILLINGS) {
      all.addAll(fillings(text.substring(0, hole) + filling + text.substring(hole + 1)));
    }
    return all;
  }

  @Property
  void a_certain_answer_holds_for_every_filling(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
    Truth truth = TextMatch.pattern(pattern).matches(text(text));
    for (String filled : fillings(text)) {
      if (truth == Truth.TRUE) {
        assertThat(plainly(pattern, filled)).as(filled).isTrue();
      } else if (truth == Truth.FALSE) {
        assertThat(plainly(pattern, filled)).as(filled).isFalse();
      }
    }
  }

  @Property
  void without_holes_it_is_plain_matching(@ForAll("patterns") String pattern, @ForAll("patterns") String text) {
    String plain = text.replace("*", "a").replace("?", "b");
    assertThat(TextMatch.pattern(pattern).matches(plain)).isEqualTo(plainly(pattern, plain));
  }

  @Test
  void a_reference_is_never_a_wildcard() {
    var reference = new Value.Text(List.of(new Value.Reference("Role", "Arn", AT)), AT);
    assertThat(TextMatch.literal("*").matches(reference)).isEqualTo(Truth.FALSE);
    assertThat(TextMatch.literal("arn").matches(reference)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void an_account_is_digits() {
    var account = new Value.Text(List.of(new Value.Unknown(Value.Origin.PSEUDO, "AWS::AccountId", AT)), AT);
    assertThat(TextMatch.literal("NONE").matches(account)).isEqualTo(Truth.FALSE);
    assertThat(TextMatch.literal("111122223333").matches(account)).isEqualTo(Truth.UNKNOWN);
  }
}

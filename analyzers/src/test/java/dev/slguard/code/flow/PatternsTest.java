package dev.slguard.code.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.ir.Constant;
import org.junit.jupiter.api.Test;

class PatternsTest {
  private static boolean anchored(String pattern, String flags) {
    return Patterns.isAnchored(Value.of(new Constant.Pattern(pattern, flags)));
  }

  @Test
  void only_a_pattern_that_must_match_the_whole_text_is_anchored() {
    assertThat(anchored("^[a-z]+$", "")).isTrue();
    assertThat(anchored("^[a-z]+", "")).isFalse();
    assertThat(anchored("^[a-z]+$", "m")).isFalse();
    assertThat(anchored("^[a-z]+$", "g")).isFalse();
    assertThat(anchored("^a|b$", "")).isFalse();
    assertThat(anchored("^(a|b)$", "")).isTrue();
    assertThat(anchored("^a\\$", "")).isFalse();
  }

  @Test
  void a_plain_class_lets_no_harmful_character_through() {
    assertThat(Patterns.harmfulCharacters("^[a-z0-9_]{1,20}$")).isEmpty();
    assertThat(Patterns.harmfulCharacters("\\w+")).isEmpty();
  }

  @Test
  void dots_and_negated_classes_let_everything_through() {
    assertThat(Patterns.harmfulCharacters("^.*$")).contains(";");
    assertThat(Patterns.harmfulCharacters("[^a]")).contains("'");
    assertThat(Patterns.harmfulCharacters("[a-z./]")).contains("/").doesNotContain(";");
  }
}

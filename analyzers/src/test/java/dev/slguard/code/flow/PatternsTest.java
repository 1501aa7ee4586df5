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

  @Test
  void a_group_is_found_by_number_and_by_name() {
    assertThat(Patterns.group("name=(\\d+)(?:x)(?P<rest>[a-z]*)$", "0")).hasValue("name=(\\d+)(?:x)(?P<rest>[a-z]*)$");
    assertThat(Patterns.group("name=(\\d+)(?:x)(?P<rest>[a-z]*)$", "1")).hasValue("\\d+");
    assertThat(Patterns.group("name=(\\d+)(?:x)(?P<rest>[a-z]*)$", "2")).hasValue("[a-z]*");
    assertThat(Patterns.group("name=(\\d+)(?:x)(?P<rest>[a-z]*)$", "rest")).hasValue("[a-z]*");
    assertThat(Patterns.group("([(]a(b))(c)", "1")).hasValue("[(]a(b)");
    assertThat(Patterns.group("([(]a(b))(c)", "3")).hasValue("c");
    assertThat(Patterns.group("(?<!x)(y)(?=z)", "1")).hasValue("y");
    assertThat(Patterns.group("(a)", "2")).isEmpty();
    assertThat(Patterns.group("(a", "1")).hasValue("a");
  }

  @Test
  void a_pattern_of_numbers_and_operators_names_nothing() {
    assertThat(Patterns.admitsNames("^[0-9+\\-*/() .]+$")).isFalse();
    assertThat(Patterns.admitsNames("^\\d{1,3}(?:\\.\\d+)?$")).isFalse();
    assertThat(Patterns.admitsNames("^[0-9a]+$")).isTrue();
    assertThat(Patterns.admitsNames("^\\w+$")).isTrue();
    assertThat(Patterns.admitsNames("^[^;]+$")).isTrue();
    assertThat(Patterns.admitsNames("^.+$")).isTrue();
  }
}

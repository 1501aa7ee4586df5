package dev.slguard.code.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmbiguityTest {
  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+$", "^(\\w+\\s?)*$", "(a|a)*b", "^(\\w|\\d)+$", "^(.*,)*x", "^(?:[a-z]+)*!",
      "^([a-zA-Z0-9]+_?)*$", "(x+x+)+y"})
  void a_repeated_repetition_that_may_fail_explodes(String pattern) {
    assertThat(Ambiguity.isExponential(pattern)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"^[\\w\\s]{1,80}$", "^([a-z]+\\.)*[a-z]+$", "(a+)+", "^a+b+$", "^(ab)*$", "^(\\d+,)*\\d+$",
      "^(a|b)*$", "[unclosed", "(?=x)(a+)+$", "", "^(\\w{2})*$", "^\\d{4}-\\d{2}$"})
  void what_splits_in_one_way_or_cannot_fail_does_not(String pattern) {
    assertThat(Ambiguity.isExponential(pattern)).isFalse();
  }
}

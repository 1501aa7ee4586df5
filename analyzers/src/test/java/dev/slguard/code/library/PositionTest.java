package dev.slguard.code.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {
  @Test
  void a_number_may_be_followed_by_members() {
    assertThat(Position.of("0.sql")).isEqualTo(new Position(Position.Root.ARGUMENT, 0, "", List.of("sql")));
    assertThat(Position.of("1[*].Statement"))
        .isEqualTo(new Position(Position.Root.ARGUMENT, 1, "", List.of("*", "Statement")));
  }

  @Test
  void two_dots_mean_all_from_there_on() {
    assertThat(Position.of("2..")).isEqualTo(new Position(Position.Root.FROM, 2, "", List.of()));
  }

  @Test
  void keywords_results_and_receivers_are_named() {
    assertThat(Position.of("kw:shell")).isEqualTo(new Position(Position.Root.KEYWORD, 0, "shell", List.of()));
    assertThat(Position.of("return.Item")).isEqualTo(new Position(Position.Root.RESULT, 0, "", List.of("Item")));
    assertThat(Position.of("receiver").root()).isEqualTo(Position.Root.RECEIVER);
  }

  @Test
  void anything_else_is_refused_with_what_is_known() {
    assertThatThrownBy(() -> Position.of("first")).hasMessageContaining("'first' is no position");
  }
}

package dev.slguard.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkersTest {
  private static List<String> of(String text) {
    return Markers.of("f", text).stream().map(RuleCase.Expectation::toString).toList();
  }

  @Test
  void a_marker_speaks_of_its_line() {
    assertThat(of("a: 1\nb: 2  # fail\nc: 3 # ok: quoted\nd()  // unknown\n")).containsExactly("fail at f:2",
        "ok at f:3", "unknown at f:4");
  }

  @Test
  void on_a_line_of_its_own_it_speaks_of_the_next() {
    assertThat(of("# fail\n\nb: 2\n")).containsExactly("fail at f:3");
  }

  @Test
  void other_words_are_no_markers() {
    assertThat(of("a: 1 # failing\nb: '#fail'\nc: x# fail\nd: 1 # this may fail\n")).isEmpty();
  }
}

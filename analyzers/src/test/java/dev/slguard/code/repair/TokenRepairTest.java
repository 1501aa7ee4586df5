package dev.slguard.code.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRepairTest {
  /** A language of brackets, each pair being a function; a word stands before every bracket that opens. */
  private static Outcome read(String text) {
    Deque<Integer> open = new ArrayDeque<>();
    var functions = new ArrayList<Outcome.Span>();
    boolean word = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        if (!word) {
          return Outcome.failed(i);
        }
        open.push(i);
      } else if (c == ')') {
        if (open.isEmpty()) {
          return Outcome.failed(i);
        }
        functions.add(new Outcome.Span(open.pop(), i + 1));
      } else if (c == '!') {
        return Outcome.failed(i);
      }
      word = Character.isLetter(c) || c == ' ' && word;
    }
    return open.isEmpty() ? Outcome.sound(text.length(), functions) : Outcome.failed(text.length());
  }

  private static String repaired(String text) {
    return new TokenRepair(List.of("(", ")", "a"), TokenRepairTest::read, List.of(), 10_000).repaired(text)
        .map(EditedText::text).orElse("");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"f(g(b) | f(g(b ) )", "f(b)) | 'f(b) '", "f(b (c)) ! | 'f(b (c))  '"})
  void one_token_more_or_less_makes_a_text_sound(String text, String wanted) {
    assertThat(repaired(text).strip()).isEqualTo(wanted.strip());
  }

  @Test
  void a_change_that_keeps_what_another_reading_found_beats_a_nearer_one() {
    String text = "f (b), c)";
    var wanted = List.of(new Outcome.Span(2, 5));
    var search = new TokenRepair(List.of("("), TokenRepairTest::read, wanted, 10_000);
    EditedText found = search.repaired(text).orElseThrow();
    assertThat(read(found.text()).functions()).extracting(found::original).containsAll(wanted);
  }

  @Test
  void a_sound_text_is_left_alone() {
    assertThat(repaired("f(b)")).isEmpty();
  }

  @Test
  void what_no_change_mends_is_left_alone() {
    assertThat(repaired("! ! ! ! ! ! ! !")).isEmpty();
  }

  @Test
  void offsets_lead_back_to_the_original_through_every_change() {
    EditedText text = EditedText.original("abcdef").with(new Edit(2, 2, " ( ", "")).with(new Edit(5, 6, "", ""));
    assertThat(text.text()).isEqualTo("ab ( def");
    assertThat(List.of(0, 2, 3, 5, 6, 8).stream().map(text::originalOffset)).containsExactly(0, 2, 2, 2, 4, 6);
    assertThat(text.placeOf(1)).isEqualTo(2);
  }

  @Test
  void the_time_is_linear_in_the_text() {
    var read = new long[1];
    for (int length : List.of(100_000, 200_000)) {
      String text = "f(b) ".repeat(length / 5) + "! ! ! !";
      read[0] = 0;
      new TokenRepair(List.of("("), written -> {
        read[0] += written.length();
        return read(written);
      }, List.of(), 10L * length).repaired(text);
      assertThat(read[0]).isLessThan(100L * length);
    }
  }
}

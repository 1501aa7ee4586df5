package dev.slguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextReportTest {
  private final String text = Samples.write(new TextReport());

  @Test
  void a_frame_underlines_the_value() {
    assertThat(text).contains("""
      high lambda-url-no-auth  app dir/template.yaml:3:11
        Function 'Fn' answers anyone on the internet: its URL has AuthType 'NONE'.
        2 |   Fn:
        3 |     Auth: NONE
          |           ^^^^
      """);
  }

  @Test
  void secrets_are_masked_in_every_frame_and_no_control_character_comes_through() {
    assertThat(text).doesNotContain("hunter2").doesNotContain("\u001B").contains("Key: ************");
  }

  @Test
  void the_summary_counts_what_was_read_and_names_what_was_not() {
    assertThat(text).contains("2 findings in 2 files: 1 critical, 1 high\n")
        .contains("2 functions (code of 1 not read), 1 trigger, 1 role · 1 analysed, 1 failed, 3 skipped\n")
        .contains("error other.yaml:7:1  'Fn::Join' needs 2 items, found 1").contains("not fully analysed: other.yaml");
  }

  @Test
  void of_other_flows_to_the_same_place_the_start_is_told() {
    assertThat(text).contains("""
      app.py:2:12  it becomes part of a shell command
        also: code app.py:1:1  'body' is chosen by the sender
      """);
  }
}

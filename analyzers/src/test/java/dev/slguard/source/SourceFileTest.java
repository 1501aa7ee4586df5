package dev.slguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SourceFileTest {
  @Test
  void a_line_ends_at_LF_CR_LF_or_CR() {
    SourceFile file = SourceFile.of("x", "a\nb\r\nc\rd\r\r\ne");
    assertThat(file.lineCount()).isEqualTo(6);
    assertThat(file.span(7, 8)).isEqualTo(new Span("x", 4, 1, 4, 2));
    assertThat(file.lineOf(11)).isEqualTo(6);
    assertThat(SourceFile.of("x", "a\r").lineCount()).isEqualTo(2);
    assertThat(SourceFile.of("x", "").lineCount()).isEqualTo(1);
  }

  @Test
  void lines_that_end_at_CR_alone_cost_no_more_than_others() {
    String text = "a\r".repeat(2_000_000);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30),
        () -> assertThat(SourceFile.of("x", text).lineCount()).isEqualTo(2_000_001));
  }
}

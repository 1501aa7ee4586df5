package dev.slguard.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values are what the algorithm of github/codeql-action gives, computed term by term. */
class LineHashesTest {

  /** The hash written as its definition: a polynomial over the next 100 units. */
  private static String plain(String units) {
    long hash = 0;
    for (int i = 0; i < 100; i++) {
      hash = hash * 37 + (i < units.length() ? units.charAt(i) : 0);
    }
    return Long.toHexString(hash);
  }

  @Test
  void an_empty_file_has_one_line() {
    assertThat(new LineHashes("").of(1)).isEqualTo(plain("\uFFFF") + ":1");
  }

  @Test
  void each_line_hashes_what_follows_it_without_blanks() {
    var hashes = new LineHashes(" a b\t\r\nc\rd\n");
    assertThat(hashes.of(1)).isEqualTo(plain("ab\nc\nd\n\uFFFF") + ":1");
    assertThat(hashes.of(2)).isEqualTo(plain("c\nd\n\uFFFF") + ":1");
    assertThat(hashes.of(3)).isEqualTo(plain("d\n\uFFFF") + ":1");
    assertThat(hashes.of(4)).isEqualTo(plain("\uFFFF") + ":1");
  }

  @Test
  void equal_lines_are_counted() {
    var hashes = new LineHashes("x\n".repeat(200));
    assertThat(IntStream.of(1, 2, 3).mapToObj(hashes::of))
        .allMatch(hash -> hash.startsWith(plain("x\n".repeat(50)) + ":"));
    assertThat(hashes.of(3)).endsWith(":3");
  }
}

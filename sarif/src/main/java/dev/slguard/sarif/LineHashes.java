package dev.slguard.sarif;

import java.util.HashMap;
import java.util.Map;

/**
 * GitHub's {@code primaryLocationLineHash}: a rolling hash over the 100 characters from the start of each line, blanks and
 * tabs left out, with a counter for equal ones (github/codeql-action, fingerprints).
 */
final class LineHashes {
  private static final int WINDOW = 100;
  private static final long MOD = 37L;
  private static final char END = '\uFFFF';

  private final String[] byLine;

  /** Hashes of every line of {@code text}. */
  LineHashes(String text) {
    char[] units = new char[text.length() + 1 + WINDOW];
    int[] starts = new int[text.length() + 2];
    int lines = 1;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t') {
        continue;
      }
      if (c == '\r') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          continue;
        }
        c = '\n';
      }
      units[length++] = c;
      if (c == '\n') {
        starts[lines++] = length;
      }
    }
    units[length] = END;
    this.byLine = hashes(units, starts, lines);
  }

  private static String[] hashes(char[] units, int[] starts, int lines) {
    long leading = 1;
    for (int i = 0; i < WINDOW; i++) {
      leading *= MOD;
    }
    String[] result = new String[lines];
    Map<Long, Integer> seen = new HashMap<>();
    long hash = 0;
    for (int i = 0; i < WINDOW; i++) {
      hash = hash * MOD + units[i];
    }
    int at = 0;
    for (int line = 0; line < lines; line++) {
      while (at < starts[line]) {
        hash = hash * MOD + units[at + WINDOW] - leading * units[at];
        at++;
      }
      int count = seen.merge(hash, 1, Integer::sum);
      result[line] = Long.toHexString(hash) + ":" + count;
    }
    return result;
  }

  /** The hash of {@code line} (1-based); that of the last line where the file is shorter. */
  String of(int line) {
    return byLine[Math.min(Math.max(line, 1), byLine.length) - 1];
  }
}

package dev.slguard.source;

import java.util.Optional;

/**
 * A table as text: a line an entry, sorted by its key, which ends at the first blank; lines that begin with {@code #} stand
 * before all others. A look-up is a binary search over the text: making a map of thousands of lines would cost a cold scan
 * more than all its look-ups.
 */
public final class SortedLines {
  private final String text;
  private final int first;

  /** The table {@code text}, whose last line ends with a line feed. */
  public SortedLines(String text) {
    this.text = text;
    int start = 0;
    while (start < text.length() && text.charAt(start) == '#') {
      start = text.indexOf('\n', start) + 1;
    }
    this.first = start;
  }

  /** What stands behind {@code key} and a blank; empty if there is no such line. */
  public Optional<String> find(String key) {
    int low = first;
    int high = text.length();
    while (low < high) {
      int line = text.lastIndexOf('\n', low + (high - low) / 2 - 1) + 1;
      line = Math.max(line, low);
      int end = text.indexOf('\n', line);
      int blank = text.indexOf(' ', line);
      int order = text.substring(line, blank < 0 || blank > end ? end : blank).compareTo(key);
      if (order == 0) {
        return Optional.of(blank < 0 || blank > end ? "" : text.substring(blank + 1, end));
      }
      if (order < 0) {
        low = end + 1;
      } else {
        high = line;
      }
    }
    return Optional.empty();
  }
}

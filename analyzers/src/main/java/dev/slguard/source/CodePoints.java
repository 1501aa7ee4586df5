package dev.slguard.source;

import org.yaml.snakeyaml.error.Mark;

/** Offsets of a text in UTF-16 code units by SnakeYAML's marks, which count code points. */
final class CodePoints {
  /** Offset of each code point; empty where both counts are the same. */
  private final int[] offsets;

  CodePoints(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      offsets = new int[0];
      return;
    }
    offsets = new int[count + 1];
    int offset = 0;
    for (int i = 0; i < count; i++) {
      offsets[i] = offset;
      offset += Character.charCount(text.codePointAt(offset));
    }
    offsets[count] = offset;
  }

  /** The offset of {@code mark}. */
  int offset(Mark mark) {
    int index = mark.getIndex();
    return offsets.length == 0 ? index : offsets[Math.min(index, offsets.length - 1)];
  }
}

package dev.slguard.code.repair;

/**
 * One change of a text: {@code written} stands where {@code start} up to {@code end} was, in UTF-16 offsets of the text
 * before the change.
 *
 * @param message what the change takes to be wrong, for a diagnostic
 */
public record Edit(int start, int end, String written, String message) {
  String applied(String text) {
    return new StringBuilder(text.length() + written.length()).append(text, 0, start).append(written)
        .append(text, end, text.length()).toString();
  }

  /** Where {@code offset} of the changed text stood before. */
  int before(int offset) {
    if (offset <= start) {
      return offset;
    }
    return offset >= start + written.length() ? offset - written.length() + (end - start) : Math.min(offset, end);
  }

  /** Where {@code offset} of the text before stands in the changed one; what was replaced stands where the change begins. */
  int after(int offset) {
    if (offset <= start) {
      return offset;
    }
    return offset >= end ? offset + written.length() - (end - start) : start;
  }
}

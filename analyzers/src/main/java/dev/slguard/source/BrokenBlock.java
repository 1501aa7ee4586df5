package dev.slguard.source;

import java.util.Optional;

/** Cuts the block that holds a syntax error out of a YAML text, leaving every other character where it is. */
final class BrokenBlock {
  private BrokenBlock() {}

  /**
   * {@code text} with the entry around {@code problem} replaced by blanks: the entry of a top-level section (a resource, a
   * parameter) if the problem stands in one, else the top-level entry. Empty if nothing would be left to remove.
   */
  static Optional<String> blanked(String text, int problem) {
    int line = lineStart(text, Math.min(problem, text.length()));
    // An error is often noticed on the line after the one that causes it.
    while (line > 0 && indent(text, line) < 0) {
      line = lineStart(text, line - 1);
    }
    int section = sectionIndent(text, line);
    int start = line;
    while (start > 0 && (indent(text, start) < 0 || indent(text, start) > section)) {
      start = lineStart(text, start - 1);
    }
    if (start == line && start > 0 && indent(text, start) <= section) {
      int before = previousEntry(text, start, section);
      if (problem == start + Math.max(0, indent(text, start)) && before >= 0) {
        start = before;
      }
    }
    int end = nextLine(text, line);
    while (end < text.length() && (indent(text, end) < 0 || indent(text, end) > section)) {
      end = nextLine(text, end);
    }
    return blank(text, start, end);
  }

  private static Optional<String> blank(String text, int start, int end) {
    var result = new StringBuilder(text);
    boolean changed = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r' && c != ' ') {
        result.setCharAt(i, ' ');
        // A surrogate pair is one code point for SnakeYAML and must stay one, or all later offsets shift.
        if (Character.isHighSurrogate(c) || Character.isLowSurrogate(c)) {
          result.setCharAt(i, c);
        }
        changed = true;
      }
    }
    return changed && !result.toString().equals(text) ? Optional.of(result.toString()) : Optional.empty();
  }

  /** The indentation of the entries of the top-level section that holds {@code line}; 0 if it has none. */
  private static int sectionIndent(String text, int line) {
    int top = line;
    while (top > 0 && indent(text, top) != 0) {
      top = lineStart(text, top - 1);
    }
    for (int at = nextLine(text, top); at < text.length() && at <= line; at = nextLine(text, at)) {
      if (indent(text, at) > 0) {
        return indent(text, at);
      }
    }
    return 0;
  }

  private static int previousEntry(String text, int line, int section) {
    for (int at = line; at > 0;) {
      at = lineStart(text, at - 1);
      int indent = indent(text, at);
      if (indent >= 0 && indent <= section) {
        return indent == section ? at : -1;
      }
    }
    return -1;
  }

  /** Blanks before the first character; -1 for an empty line or a comment. */
  private static int indent(String text, int line) {
    int at = line;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    boolean none = at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r' || text.charAt(at) == '#';
    return none ? -1 : at - line;
  }

  private static int lineStart(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private static int nextLine(String text, int line) {
    int end = text.indexOf('\n', line);
    return end < 0 ? text.length() : end + 1;
  }
}

package dev.slguard.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@link Path} from its text. One reader a text. */
final class PathReader {
  private final String text;
  private final List<Path.Step> steps = new ArrayList<>();
  private int next;

  private PathReader(String text) {
    this.text = text;
  }

  /** The path; empty if {@code text} is none. */
  static Optional<Path> read(String text) {
    if (text.isEmpty()) {
      return Optional.of(Path.SELF);
    }
    var reader = new PathReader(text);
    return reader.all() ? Optional.of(new Path(reader.steps, text)) : Optional.empty();
  }

  private boolean all() {
    while (true) {
      if (!step() || !brackets()) {
        return false;
      }
      if (next == text.length()) {
        return true;
      }
      if (text.charAt(next++) != '.') {
        return false;
      }
    }
  }

  private boolean step() {
    if (next == text.length()) {
      return false;
    }
    char first = text.charAt(next);
    if (first == '"') {
      int end = text.indexOf('"', next + 1);
      if (end < 0) {
        return false;
      }
      steps.add(new Path.Step.Key(text.substring(next + 1, end)));
      next = end + 1;
      return true;
    }
    if (first == '*') {
      steps.add(new Path.Step.Entries());
      next++;
      return true;
    }
    if (first == '[') {
      return steps.isEmpty();
    }
    int start = first == '@' ? next + 1 : next;
    next = start;
    while (next < text.length() && isNamePart(text.charAt(next))) {
      next++;
    }
    if (next == start) {
      return false;
    }
    String name = text.substring(start, next);
    steps.add(first == '@' ? new Path.Step.Meta(name) : new Path.Step.Key(name));
    return true;
  }

  private boolean brackets() {
    while (next < text.length() && text.charAt(next) == '[') {
      int end = text.indexOf(']', next);
      if (end < 0) {
        return false;
      }
      if (end == next + 1) {
        steps.add(new Path.Step.Each());
      } else {
        int index = index(text.substring(next + 1, end));
        if (index < 0) {
          return false;
        }
        steps.add(new Path.Step.Index(index));
      }
      next = end + 1;
    }
    return true;
  }

  private static int index(String digits) {
    if (digits.length() > 6) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(digits);
  }

  private static boolean isNamePart(char c) {
    return c != '.' && c != '[' && c != ']' && c != '"' && c != '*' && c != '@' && c > ' ';
  }
}

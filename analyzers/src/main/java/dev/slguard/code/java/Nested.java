package dev.slguard.code.java;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The methods of anonymous and local classes in a member that cannot be read as a whole: each that can be read alone is
 * kept at its place, what stands around them becomes one anonymous class. Where one begins and ends is told by indentation.
 */
final class Nested {
  private static final Set<String> STATEMENTS = Set.of("if", "for", "while", "do", "switch", "try", "else", "catch",
      "finally", "return", "throw", "new", "case", "yield", "assert", "break", "continue", "super", "this", "import",
      "package");
  /** Lines that are read on trial, times the lines of the file. */
  private static final int TRIALS = 4;
  /** Lines that the head of a method may have. */
  private static final int HEADER = 12;

  private final String[] lines;
  private final int[] indents;
  private final ToIntFunction<String> functions;
  private long trials;

  /**
   * Nested methods in lines of a file.
   *
   * @param indents columns before the code of each line, -1 for lines without any
   * @param functions how many functions a sound compilation unit has; -1 for one that is not sound
   */
  Nested(String[] lines, int[] indents, ToIntFunction<String> functions) {
    this.lines = lines;
    this.indents = indents;
    this.functions = functions;
    this.trials = TRIALS * (long) lines.length;
  }

  /** The lines from {@code first} to {@code last}, inclusive, with nothing but what can be kept; empty if nothing can. */
  Optional<List<String>> kept(int first, int last) {
    String[] kept = new String[last - first + 1];
    Arrays.fill(kept, "");
    boolean any = false;
    for (int i = first + 1; i < last; i++) {
      int end = mayStart(i) ? end(i, last) : -1;
      if (end >= 0 && isFunction(i, end)) {
        for (int k = i; k <= end; k++) {
          kept[k - first] = lines[k];
        }
        any = true;
        i = end;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    wrap(kept, first);
    return Optional.of(List.of(kept));
  }

  private void wrap(String[] kept, int first) {
    int last = kept.length - 1;
    int open = 0;
    while (open < Math.min(HEADER, last - 1) && !lines[first + open].stripTrailing().endsWith("{")) {
      open++;
    }
    List<String> header = List.of(lines).subList(first, first + open + 1);
    boolean method = functions.applyAsInt("class X {\n" + String.join("\n", header) + "\n}\n}") == 1;
    if (method) {
      for (int i = 0; i <= open; i++) {
        kept[i] = header.get(i);
      }
      kept[open] = kept[open] + " new Object() {";
    } else {
      kept[0] = "static Object x = new Object() {";
    }
    kept[last] = kept[last] + (method ? "}; }" : "};");
  }

  private boolean mayStart(int line) {
    if (indents[line] < 0) {
      return false;
    }
    String text = lines[line];
    char c = text.charAt(indents[line]);
    int end = indents[line];
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return c == '@' || c == '<'
        || Character.isJavaIdentifierStart(c) && !STATEMENTS.contains(text.substring(indents[line], end));
  }

  /** The line of the closing brace of what begins at {@code line}; that line itself if all of it stands there; or -1. */
  private int end(int line, int last) {
    if (isOneLine(line)) {
      return line;
    }
    for (int i = line + 1; i < last; i++) {
      if (indents[i] >= 0 && indents[i] <= indents[line]) {
        char c = lines[i].charAt(indents[i]);
        if (c == '}') {
          return indents[i] == indents[line] ? i : -1;
        }
        if (indents[i] < indents[line] || !isHead(line, i)) {
          return -1;
        }
        if (isOneLine(i)) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean isOneLine(int line) {
    String text = lines[line].stripTrailing();
    return text.endsWith("}") && text.contains("(");
  }

  /** Whether the lines before {@code to} hold annotations only. */
  private boolean isHead(int from, int to) {
    for (int i = from; i < to; i++) {
      if (indents[i] >= 0 && lines[i].charAt(indents[i]) != '@') {
        return false;
      }
    }
    return true;
  }

  private boolean isFunction(int first, int last) {
    trials -= last - first + 1;
    if (trials < 0) {
      return false;
    }
    var text = new ArrayList<String>();
    text.add("class X {");
    text.addAll(List.of(lines).subList(first, last + 1));
    text.add("}");
    return functions.applyAsInt(String.join("\n", text)) > 0;
  }
}

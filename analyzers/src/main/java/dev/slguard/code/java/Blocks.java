package dev.slguard.code.java;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Finds statements and blocks by braces alone, so that it works on text that is no Java. */
final class Blocks {
  /** Offsets, end exclusive. */
  record Range(int start, int end) {}

  private static final int MOST = 6;

  private final String text;
  /** For every code character whether it stands outside literals and comments. */
  private final boolean[] code;
  private final BitSet comments = new BitSet();

  Blocks(String text) {
    this.text = text;
    this.code = new boolean[text.length()];
    scan();
  }

  private void scan() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (text.startsWith("//", i)) {
        int end = lineEnd(i);
        comments.set(i, end);
        i = end;
      } else if (text.startsWith("/*", i)) {
        int close = text.indexOf("*/", i + 2);
        int end = close < 0 ? text.length() : close + 2;
        comments.set(i, end);
        i = end;
      } else if (text.startsWith("\"\"\"", i)) {
        i = textBlock(i + 3);
      } else if (c == '"' || c == '\'') {
        i = literal(i + 1, c);
      } else {
        code[i++] = true;
      }
    }
  }

  /** Whether the character stands outside literals and comments. */
  boolean isCode(int offset) {
    return offset < code.length && code[offset];
  }

  boolean isComment(int offset) {
    return comments.get(offset);
  }

  /** How deep brackets are nested, those without partner included. */
  int depth() {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      if (code[i] && "([{".indexOf(text.charAt(i)) >= 0) {
        deepest = Math.max(deepest, ++depth);
      } else if (code[i] && ")]}".indexOf(text.charAt(i)) >= 0) {
        depth--;
      }
    }
    return deepest;
  }

  /** Whether every brace has a partner. */
  boolean areBalanced() {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      if (code[i]) {
        depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      }
    }
    return depth == 0;
  }

  /** The rest of the header of a type behind its name, if {@code offset} is near it; empty otherwise. */
  private List<Range> header(int offset, int from) {
    int brace = offset;
    while (brace < text.length() && !(code[brace] && (text.charAt(brace) == '{' || text.charAt(brace) == ';'))) {
      brace++;
    }
    if (brace >= text.length() || text.charAt(brace) != '{') {
      return List.of();
    }
    Range whole = statement(offset, from);
    for (String word : List.of("class ", "interface ", "enum ")) {
      int at = text.indexOf(word, whole.start());
      if (at >= 0 && at < brace && code[at]) {
        int end = at + word.length();
        while (end < brace && Character.isJavaIdentifierPart(text.charAt(end))) {
          end++;
        }
        return List.of(new Range(end, brace));
      }
    }
    return List.of();
  }

  private int textBlock(int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith("\"\"\"", i)) {
        return i + 3;
      }
    }
    return text.length();
  }

  /** The end of a literal; one that is not closed ends with its line. */
  private int literal(int from, char quote) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote || c == '\n') {
        return i + 1;
      }
    }
    return text.length();
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** What may be left out because of an error at {@code offset}, smallest first: the statement, then block after block. */
  List<Range> around(int offset) {
    List<Range> ranges = new ArrayList<>();
    List<Integer> open = opened(offset);
    ranges.addAll(header(offset, open.isEmpty() ? 0 : open.getLast() + 1));
    if (!open.isEmpty()) {
      ranges.addAll(header(open.getLast(), open.size() > 1 ? open.get(open.size() - 2) + 1 : 0));
    }
    ranges.add(statement(offset, open.isEmpty() ? 0 : open.getLast() + 1));
    for (int i = open.size() - 1; i > 0 && ranges.size() < MOST; i--) {
      int close = closing(open.get(i));
      Range inside = new Range(open.get(i) + 1, close);
      ranges.add(inside);
      ranges.add(statement(open.get(i), open.get(i - 1) + 1));
    }
    return ranges.stream().filter(range -> range.start() < range.end()).distinct().toList();
  }

  /** The offsets of the braces that are open at {@code offset}, outermost first. */
  private List<Integer> opened(int offset) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      if (code[i] && text.charAt(i) == '{') {
        open.push(i);
      } else if (code[i] && text.charAt(i) == '}' && !open.isEmpty()) {
        open.pop();
      }
    }
    return new ArrayList<>(open).reversed();
  }

  private int closing(int brace) {
    int depth = 0;
    for (int i = brace; i < text.length(); i++) {
      if (code[i]) {
        depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return text.length();
  }

  /** The statement or member around {@code offset} that begins not before {@code from}. */
  private Range statement(int offset, int from) {
    int start = from;
    int depth = 0;
    for (int i = from; i < Math.min(offset, text.length()); i++) {
      if (code[i]) {
        char c = text.charAt(i);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0 && (c == ';' || c == '}')) {
          start = i + 1;
        }
      }
    }
    int nested = 0;
    for (int i = start; i < text.length(); i++) {
      if (code[i]) {
        char c = text.charAt(i);
        if (c == '}' && nested == 0) {
          return new Range(start, i);
        }
        nested += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (nested == 0 && i >= offset && (c == ';' || c == '}')) {
          return new Range(start, i + 1);
        }
      }
    }
    return new Range(start, text.length());
  }
}

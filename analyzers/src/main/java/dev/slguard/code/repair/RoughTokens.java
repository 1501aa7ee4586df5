package dev.slguard.code.repair;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens around an offset, told apart by how the languages of this project write them alike. Where one is cut wrongly
 * (in a regular expression, in a template), a repair is tried in vain.
 */
final class RoughTokens {
  private static final String[] LONG = {">>>=", "...", "===", "!==", "**=", "<<=", ">>=", "&&=", "||=", "??=", "=>",
      "->", "::", ":=", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=",
      "|=", "^=", "**", "<<", "${"};
  private static final int BEHIND = 400;
  private static final int BEFORE = 1_500;
  private static final int MOST_BEFORE = 12_000;

  /** A token from {@code start} up to {@code end}. */
  record Token(int start, int end) {
    String in(String text) {
      return text.substring(start, end);
    }
  }

  private final String text;
  private final int stop;
  private final List<Token> tokens = new ArrayList<>();

  private RoughTokens(String text, int stop) {
    this.text = text;
    this.stop = stop;
  }

  /** The tokens up to {@code wanted} or more before {@code offset}, and some behind it. */
  static List<Token> around(String text, int offset, int wanted) {
    int stop = Math.min(text.length(), offset + BEHIND);
    for (int back = BEFORE;; back *= 2) {
      int from = Math.max(0, Math.min(offset, text.length()) - back);
      var read = new RoughTokens(text, stop);
      read.from(begin(text, from));
      if (from == 0 || back >= MOST_BEFORE
          || read.tokens.stream().filter(token -> token.start < offset).count() >= wanted) {
        return read.tokens;
      }
    }
  }

  /** The first place from which on no token is cut: the start of a line, and outside of a comment. */
  private static int begin(String text, int from) {
    if (from == 0) {
      return 0;
    }
    int line = text.indexOf('\n', from);
    int begin = line < 0 || line - from > BEFORE / 2 ? from : line + 1;
    int close = text.indexOf("*/", begin);
    int open = text.indexOf("/*", begin);
    return close >= 0 && (open < 0 || close < open) && close - begin < MOST_BEFORE ? close + 2 : begin;
  }

  private void from(int begin) {
    int i = begin;
    while (i < stop) {
      char c = text.charAt(i);
      int start = i;
      if (Character.isWhitespace(c)) {
        i++;
      } else if (text.startsWith("//", i)) {
        i = end(text.indexOf('\n', i));
      } else if (text.startsWith("/*", i)) {
        int close = text.indexOf("*/", i + 2);
        i = close < 0 ? text.length() : close + 2;
      } else {
        i = c == '"' || c == '\'' ? quoted(i) : isPart(c) && !text.startsWith("${", i) ? word(i) : i + operator(i);
        tokens.add(new Token(start, i));
      }
    }
  }

  private int end(int found) {
    return found < 0 ? text.length() : found;
  }

  private int quoted(int from) {
    char quote = text.charAt(from);
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i + 1;
      } else if (c == '\n') {
        return from + 1;
      } else if (c == '\\') {
        i++;
      }
    }
    return from + 1;
  }

  private int word(int from) {
    int i = from;
    while (i < text.length() && isPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
  }

  private int operator(int at) {
    for (String one : LONG) {
      if (text.startsWith(one, at)) {
        return one.length();
      }
    }
    return 1;
  }
}

package dev.slguard.code.python;

/**
 * Finds where string literals end; formatted ones by PEP 701, where a replacement field may hold any string, the same
 * quotes included. Linear in the length of the text: looking in vain is paid from a budget. Not thread-safe.
 */
final class StringScanner {
  /** Formatted strings nested deeper than this are read as plain characters. */
  private static final int DEEPEST = 24;
  private static final int FAILED = -1;
  /** How far back the start of a line is sought, so that a long line costs no more than others. */
  private static final int LONGEST_START = 300;

  private final char[] text;
  private final boolean cautious;
  private int limit;
  private boolean unterminated;
  /** From these offsets on there is no closing triple quote: single, double. */
  private int noSingle = Integer.MAX_VALUE;
  private int noDouble = Integer.MAX_VALUE;
  private long waste;

  /**
   * A scanner of {@code text}.
   *
   * @param cautious whether a triple-quoted string that runs over a definition is taken for an unterminated one
   */
  StringScanner(char[] text, int limit, boolean cautious) {
    this.text = text;
    this.cautious = cautious;
    this.limit = limit;
    this.waste = 4L * limit + 1000;
  }

  /** Whether {@code text[from, to)} can stand before the quotes of a string: {@code r}, {@code Rb}, {@code f}, … */
  static boolean isPrefix(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (text[i]) {
        case 'r', 'R', 'b', 'B', 'u', 'U', 'f', 'F', 't', 'T' -> {
        }
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether that prefix is one of an f-string or t-string. */
  static boolean isFormatted(char[] text, int from, int to) {
    return has(text, from, to, 'f') || has(text, from, to, 't');
  }

  /** Whether that prefix makes backslashes plain. */
  static boolean isRaw(char[] text, int from, int to) {
    return has(text, from, to, 'r');
  }

  /** Whether {@code text[from, to)} holds the lower-case letter {@code wanted} in either case. */
  static boolean has(char[] text, int from, int to, char wanted) {
    for (int i = from; i < to; i++) {
      if ((text[i] | 0x20) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Whether three quotes stand at {@code quote}. */
  boolean isTriple(int quote) {
    return text[quote + 1] == text[quote] && text[quote + 2] == text[quote] && quote + 3 <= limit;
  }

  /** Whether a triple-quoted string was met that nothing ends. */
  boolean sawUnterminated() {
    return unterminated;
  }

  /** Where the literal whose opening quotes stand at {@code quote} ends; unterminated, it ends with its line. */
  int endOfPlain(int quote, int bound) {
    limit = bound;
    if (isTriple(quote)) {
      int found = endOfTriple(quote + 3, text[quote]);
      return found == FAILED ? lineEnd(quote) : found;
    }
    char closing = text[quote];
    int i = quote + 1;
    while (i < limit) {
      char c = text[i];
      if (c == closing) {
        return i + 1;
      }
      if (c == '\\') {
        i += text[i + 1] == '\r' && text[i + 2] == '\n' ? 3 : 2;
      } else if (c == '\n' || c == '\r') {
        return i;
      } else {
        i++;
      }
    }
    return limit;
  }

  private int endOfTriple(int from, char quote) {
    if (from >= (quote == '"' ? noDouble : noSingle)) {
      return FAILED;
    }
    int column = cautious ? columnOfLine(from) : 0;
    int i = from;
    while (i < limit) {
      char c = text[i];
      if (c == '\\') {
        i += 2;
      } else if (c == quote && text[i + 1] == quote && text[i + 2] == quote && i + 3 <= limit) {
        return i + 3;
      } else if (cautious && c == '\n' && isDefinition(i + 1, column)) {
        return FAILED;
      } else {
        i++;
      }
    }
    unterminated = true;
    if (quote == '"') {
      noDouble = from;
    } else {
      noSingle = from;
    }
    return FAILED;
  }

  /** The indentation of the line around {@code offset}, in characters; 0 far from the start of a line. */
  private int columnOfLine(int offset) {
    int start = offset;
    while (start > 0 && text[start - 1] != '\n') {
      start--;
      if (offset - start > LONGEST_START) {
        return 0;
      }
    }
    return afterBlanks(start) - start;
  }

  private int afterBlanks(int offset) {
    int i = offset;
    while (text[i] == ' ' || text[i] == '\t') {
      i++;
    }
    return i;
  }

  /** Whether a function or class is defined on the line that starts at {@code start}, at {@code column} or before. */
  private boolean isDefinition(int start, int column) {
    int i = afterBlanks(start);
    if (i - start > column) {
      return false;
    }
    if (startsWith(i, "async ")) {
      i = afterBlanks(i + 6);
    }
    int word = startsWith(i, "def ") ? 4 : startsWith(i, "class ") ? 6 : 0;
    return word > 0 && Lexer.isNameStart(text[afterBlanks(i + word)]);
  }

  private boolean startsWith(int offset, String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      if (offset + i >= limit || text[offset + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #endOfPlain} for an f-string or t-string. */
  int endOfFormatted(int quote, int bound, boolean raw) {
    limit = bound;
    if (waste > 0) {
      int found = formatted(quote, raw, 0);
      if (found != FAILED) {
        return found;
      }
    }
    return endOfPlain(quote, bound);
  }

  private int formatted(int quote, boolean raw, int depth) {
    if (depth > DEEPEST) {
      return FAILED;
    }
    boolean triple = isTriple(quote);
    char closing = text[quote];
    int i = triple ? quote + 3 : quote + 1;
    while (i < limit) {
      char c = text[i];
      if (c == closing && (!triple || text[i + 1] == closing && text[i + 2] == closing)) {
        int end = i + (triple ? 3 : 1);
        return end <= limit ? end : FAILED;
      }
      if (c == '\\') {
        i = escape(i, raw);
      } else if (c == '{') {
        int end = text[i + 1] == '{' ? i + 2 : field(i + 1, closing, triple, depth);
        if (end == FAILED) {
          return failed(i - quote);
        }
        i = end;
      } else if (!triple && (c == '\n' || c == '\r')) {
        return failed(i - quote);
      } else {
        i++;
      }
    }
    return failed(limit - quote);
  }

  private int escape(int backslash, boolean raw) {
    char next = text[backslash + 1];
    if (next == '{' || next == '}') {
      return backslash + 1;
    }
    if (!raw && next == 'N' && text[backslash + 2] == '{') {
      int i = backslash + 3;
      while (i < limit && text[i] != '}' && text[i] != '"' && text[i] != '\'') {
        i++;
      }
      return text[i] == '}' ? i + 1 : i;
    }
    return backslash + (next == '\r' && text[backslash + 2] == '\n' ? 3 : 2);
  }

  /** The offset after the brace that closes the replacement field whose content starts at {@code from}. */
  int endOfField(int from, int bound, char closing, boolean triple) {
    limit = bound;
    return field(from, closing, triple, 0);
  }

  private int field(int from, char closing, boolean triple, int depth) {
    int brackets = 0;
    int i = from;
    while (i < limit) {
      char c = text[i];
      switch (c) {
        case '(', '[', '{' -> brackets++;
        case ')', ']' -> brackets--;
        case '}' -> {
          if (brackets <= 0) {
            return i + 1;
          }
          brackets--;
        }
        case '"', '\'' -> {
          int end = nested(from, i, depth);
          if (end == FAILED) {
            return failed(i - from);
          }
          i = end - 1;
        }
        case '!' -> {
          if (text[i + 1] == '=') {
            i++;
          }
        }
        case ':' -> {
          if (brackets <= 0) {
            int end = specification(i + 1, closing, triple, depth);
            return end == FAILED ? failed(i - from) : end;
          }
        }
        case '#' -> i = lineEnd(i) - 1;
        case '\n', '\r' -> {
          if (waste <= 0 && !triple) {
            return FAILED;
          }
        }
        default -> {
        }
      }
      i++;
    }
    return failed(limit - from);
  }

  private int specification(int from, char closing, boolean triple, int depth) {
    if (depth > DEEPEST) {
      return FAILED;
    }
    int i = from;
    while (i < limit) {
      char c = text[i];
      if (c == '}') {
        return i + 1;
      }
      if (c == '{') {
        int end = field(i + 1, closing, triple, depth + 1);
        if (end == FAILED) {
          return failed(i - from);
        }
        i = end;
      } else if (!triple && (c == '\n' || c == '\r' || c == closing)) {
        return failed(i - from);
      } else if (triple && c == closing && text[i + 1] == closing && text[i + 2] == closing) {
        return failed(i - from);
      } else {
        i++;
      }
    }
    return failed(limit - from);
  }

  /** The end of the string literal inside a field that starts at {@code from}, its quotes at {@code quote}. */
  private int nested(int from, int quote, int depth) {
    int prefix = quote;
    while (prefix > from && Lexer.isNamePart(text[prefix - 1])) {
      prefix--;
    }
    if (quote - prefix > 3 || !isPrefix(text, prefix, quote)) {
      prefix = quote;
    }
    if (isFormatted(text, prefix, quote)) {
      return formatted(quote, isRaw(text, prefix, quote), depth + 1);
    }
    int end = endOfPlain(quote, limit);
    boolean closed = end > quote + 1 && text[end - 1] == text[quote];
    return closed ? end : failed(end - quote);
  }

  private int failed(int length) {
    waste -= length;
    return FAILED;
  }

  private int lineEnd(int offset) {
    int i = offset;
    while (i < limit && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }
}

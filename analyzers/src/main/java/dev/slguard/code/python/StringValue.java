package dev.slguard.code.python;

/** The value of string literals: escapes resolved as Python does, line ends as LF. */
final class StringValue {
  private StringValue() {}

  /**
   * The value of the characters {@code text[from, to)} between quotes, appended to {@code value}.
   *
   * @param raw whether backslashes are plain
   * @param bytes whether {@code \\u}, {@code \\U} and {@code \\N} are plain
   * @param braces whether doubled braces stand for one, as outside the fields of a formatted string
   */
  static void append(StringBuilder value, char[] text, int from, int to, boolean raw, boolean bytes, boolean braces) {
    int i = from;
    while (i < to) {
      char c = text[i];
      if (c == '\\' && !raw && i + 1 < to && !(braces && (text[i + 1] == '{' || text[i + 1] == '}'))) {
        i = escape(value, text, i + 1, to, bytes);
      } else if (c == '\r') {
        value.append('\n');
        i += i + 1 < to && text[i + 1] == '\n' ? 2 : 1;
      } else {
        value.append(c);
        i += braces && (c == '{' || c == '}') && i + 1 < to && text[i + 1] == c ? 2 : 1;
      }
    }
  }

  /** Appends what the escape at {@code at}, after its backslash, stands for; the offset after it. */
  private static int escape(StringBuilder value, char[] text, int at, int to, boolean bytes) {
    char c = text[at];
    switch (c) {
      case '\n' -> {
        return at + 1;
      }
      case '\r' -> {
        return at + 1 < to && text[at + 1] == '\n' ? at + 2 : at + 1;
      }
      case '\\', '\'', '"' -> value.append(c);
      case 'a' -> value.append('\u0007');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\u000B');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(value, text, at, to, bytes);
      }
      case 'x' -> {
        return hexadecimal(value, text, at, to, 2);
      }
      case 'u' -> {
        return bytes ? plain(value, c, at) : hexadecimal(value, text, at, to, 4);
      }
      case 'U' -> {
        return bytes ? plain(value, c, at) : hexadecimal(value, text, at, to, 8);
      }
      case 'N' -> {
        return bytes ? plain(value, c, at) : named(value, text, at, to);
      }
      default -> {
        return plain(value, c, at);
      }
    }
    return at + 1;
  }

  private static int plain(StringBuilder value, char c, int at) {
    value.append('\\').append(c);
    return at + 1;
  }

  private static int octal(StringBuilder value, char[] text, int at, int to, boolean bytes) {
    int code = 0;
    int i = at;
    while (i < to && i < at + 3 && text[i] >= '0' && text[i] <= '7') {
      code = code * 8 + text[i++] - '0';
    }
    value.append((char) (bytes ? code & 0xFF : code));
    return i;
  }

  private static int hexadecimal(StringBuilder value, char[] text, int at, int to, int length) {
    int code = 0;
    int i = at + 1;
    while (i < to && i < at + 1 + length && Character.digit(text[i], 16) >= 0) {
      code = code * 16 + Character.digit(text[i++], 16);
    }
    if (i - at - 1 < length || !Character.isValidCodePoint(code)) {
      return plain(value, text[at], at);
    }
    value.appendCodePoint(code);
    return i;
  }

  private static int named(StringBuilder value, char[] text, int at, int to) {
    int close = at + 1;
    while (close < to && text[close] != '}') {
      close++;
    }
    if (at + 1 >= to || text[at + 1] != '{' || close == to) {
      return plain(value, 'N', at);
    }
    try {
      value.appendCodePoint(Character.codePointOf(new String(text, at + 2, close - at - 2)));
    } catch (IllegalArgumentException unknownHere) {
      value.append('\uFFFD');
    }
    return close + 1;
  }
}

package dev.slguard.code.python;

/** The extent of number literals, those of Python 2 ({@code 0777}, {@code 10L}) included. */
final class Numbers {
  private Numbers() {}

  /** Where the number that starts at {@code start} ends, exclusive. */
  static int end(char[] text, int start) {
    int i = start;
    if (text[i] == '0') {
      switch (text[i + 1]) {
        case 'x', 'X' -> {
          return suffix(text, hexadecimal(text, i + 2));
        }
        case 'o', 'O', 'b', 'B' -> {
          return suffix(text, digits(text, i + 2));
        }
        default -> {
        }
      }
    }
    i = digits(text, i);
    if (text[i] == '.') {
      i = digits(text, i + 1);
    }
    if (text[i] == 'e' || text[i] == 'E') {
      int exponent = text[i + 1] == '+' || text[i + 1] == '-' ? i + 2 : i + 1;
      if (Lexer.isDigit(text[exponent])) {
        i = digits(text, exponent);
      }
    }
    return suffix(text, i);
  }

  private static int suffix(char[] text, int at) {
    return switch (text[at]) {
      case 'j', 'J', 'l', 'L' -> at + 1;
      default -> at;
    };
  }

  private static int digits(char[] text, int from) {
    int i = from;
    while (Lexer.isDigit(text[i]) || text[i] == '_' && Lexer.isDigit(text[i + 1])) {
      i++;
    }
    return i;
  }

  private static int hexadecimal(char[] text, int from) {
    int i = from;
    while (Character.digit(text[i], 16) >= 0 || text[i] == '_') {
      i++;
    }
    return i;
  }
}

package dev.slguard.source;

/** What a plain scalar is by its spelling. */
final class ScalarKind {
  private ScalarKind() {}

  /**
   * The kind of the plain scalar {@code text}. Numbers are those of JSON; {@code 010}, {@code 1_000}, {@code 22:30},
   * {@code 2012-10-17}, {@code yes} and {@code on} are text.
   */
  static Tree.Kind of(String text) {
    if (text.isEmpty()) {
      return Tree.Kind.NULL;
    }
    return switch (text.charAt(0)) {
      case '~', 'n', 'N', 't', 'T', 'f', 'F' -> word(text);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> isNumber(text) ? Tree.Kind.NUMBER : Tree.Kind.TEXT;
      default -> Tree.Kind.TEXT;
    };
  }

  private static Tree.Kind word(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> Tree.Kind.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Tree.Kind.BOOLEAN;
      default -> Tree.Kind.TEXT;
    };
  }

  /** Whether {@code text} is a JSON number. */
  static boolean isNumber(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int whole = digits(text, at);
    if (whole == at || whole - at > 1 && text.charAt(at) == '0') {
      return false;
    }
    at = whole;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digits(text, at + 1);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
      int exponent = digits(text, sign);
      if (exponent == sign) {
        return false;
      }
      at = exponent;
    }
    return at == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}

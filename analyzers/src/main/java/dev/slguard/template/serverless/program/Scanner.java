package dev.slguard.template.serverless.program;

/** Steps over the text of a JavaScript or TypeScript module: blanks, words, texts, balanced brackets. */
final class Scanner {
  private final String text;
  private int at;

  Scanner(String text, int at) {
    this.text = text;
    this.at = at;
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The character here; NUL at the end. */
  char here() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  char next(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  void advance(int count) {
    at = Math.min(at + count, text.length());
  }

  /** Steps over blanks and comments. */
  void blanks() {
    while (!atEnd()) {
      if (Character.isWhitespace(here())) {
        at++;
      } else if (here() == '/' && next(1) == '/') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (here() == '/' && next(1) == '*') {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
    }
  }

  /** Takes {@code word} if it stands here as a whole word. */
  boolean word(String word) {
    blanks();
    if (text.startsWith(word, at) && !isPart(next(word.length()))) {
      at += word.length();
      return true;
    }
    return false;
  }

  /** Takes {@code symbol} if it stands here. */
  boolean symbol(String symbol) {
    blanks();
    if (text.startsWith(symbol, at)) {
      at += symbol.length();
      return true;
    }
    return false;
  }

  /** The name that stands here, taken; empty if there is none. */
  String name() {
    blanks();
    int start = at;
    if (!atEnd() && isStart(here())) {
      while (!atEnd() && isPart(here())) {
        at++;
      }
    }
    return text.substring(start, at);
  }

  static boolean isStart(char c) {
    return c == '_' || c == '$' || Character.isLetter(c);
  }

  static boolean isPart(char c) {
    return isStart(c) || Character.isDigit(c);
  }

  /** Steps over one character, or over the whole text, template, comment or bracketed group that begins here. */
  void skipOne() {
    char c = here();
    switch (c) {
      case '\'', '"' -> skipText(c);
      case '`' -> skipTemplate();
      case '(', '[', '{' -> skipGroup();
      case '/' -> {
        int before = at;
        blanks();
        if (at == before) {
          at++;
        }
      }
      default -> at++;
    }
  }

  private void skipText(char quote) {
    at++;
    while (!atEnd() && here() != quote && here() != '\n') {
      at += here() == '\\' ? 2 : 1;
    }
    advance(1);
  }

  private void skipTemplate() {
    at++;
    while (!atEnd() && here() != '`') {
      at += here() == '\\' ? 2 : 1;
    }
    advance(1);
  }

  /** Steps over a bracketed group; brackets inside texts and comments do not count. */
  private void skipGroup() {
    int depth = 0;
    while (!atEnd()) {
      char c = here();
      if (c == '(' || c == '[' || c == '{') {
        depth++;
        at++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
        at++;
        if (depth <= 0) {
          return;
        }
      } else {
        skipOne();
      }
    }
  }

  /** Steps over the value of a declaration: a bracketed or quoted one, else up to the end of its line. */
  void skipValue() {
    blanks();
    if ("{[('\"`".indexOf(here()) >= 0) {
      skipOne();
      return;
    }
    while (!atEnd() && here() != ';' && here() != '\n') {
      skipOne();
    }
  }

  /** Steps to the end of an expression: a comma, semicolon or closing bracket outside brackets and texts. */
  void skipExpression() {
    while (!atEnd() && ",;)]}".indexOf(here()) < 0) {
      skipOne();
    }
  }
}

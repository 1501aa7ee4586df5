package dev.slguard.code.javascript;

/** Where a brace was opened, and how its contents are indented: says which closing brace is its own. */
final class Layout {
  private final Grammar g;
  private final Tokenizer t;
  private final int open;
  private final int body;

  /** Moves past the opening brace, which is the current token. */
  Layout(Grammar g) {
    this.g = g;
    this.t = g.t;
    open = t.indent();
    t.next();
    if (g.isGuided && t.token() == Token.LEFT_BRACE && !t.newlineBefore() && t.start() - t.previousEnd() <= 1) {
      t.problem("this '{' opens nothing; it is skipped");
      t.next();
    }
    boolean regular = t.newlineBefore() && t.token() != Token.RIGHT_BRACE && t.indent() > open;
    body = regular ? t.indent() : -1;
  }

  /**
   * Whether the contents end here. Moves past the closing brace if there is one, and past braces that belong to nothing.
   */
  boolean ends() {
    while (true) {
      if (t.token() == Token.END) {
        t.problem("'}' was expected, found the end of the file; it is assumed");
        return true;
      }
      // A column more or less is no other level where levels are wider.
      int slack = body - open > 2 ? 1 : 0;
      if (g.isGuided && body >= 0 && t.newlineBefore() && t.indent() <= open + slack
          && (t.token() != Token.RIGHT_BRACE || t.indent() < open - slack)) {
        t.problem("'}' was expected before this line, which is indented less than the block; it is assumed");
        return true;
      }
      boolean closer = t.token() == Token.RIGHT_PAREN || t.token() == Token.RIGHT_BRACKET;
      if (g.isGuided && closer && t.newlineBefore() && t.indent() < body) {
        t.problem("'}' was expected, found " + g.found() + "; it is assumed");
        return true;
      }
      if (t.token() != Token.RIGHT_BRACE) {
        return false;
      }
      if (!isStray()) {
        t.next();
        return true;
      }
      t.problem("this '}' closes nothing; it is skipped");
      t.next();
    }
  }

  /** Told by the line behind: it belongs to the contents still, or closes them. */
  private boolean isStray() {
    if (!g.isGuided || body < 0) {
      return false;
    }
    if (t.newlineBefore()) {
      return t.indent() >= body;
    }
    int line = t.nextLine();
    return line >= 0 && switch (t.at(line)) {
      case '}' -> t.columnsBefore(line) == open;
      case '.' -> false;
      default -> t.columnsBefore(line) >= body;
    };
  }
}

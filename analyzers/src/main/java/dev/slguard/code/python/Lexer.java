package dev.slguard.code.python;

/**
 * Splits Python source into tokens, one a call of {@link #next}. Indentation is no token: the first token of a line
 * knows its column, and whoever parses blocks compares columns, so a damaged line costs no more than itself.
 *
 * <p>A bracket left open ends where a line begins with a keyword that can stand in no expression. Not thread-safe.
 */
final class Lexer {
  /** Code units after the text that read as NUL, so that looking ahead needs no bounds check. */
  private static final int PADDING = 4;
  private static final int TAB = 8;

  private final char[] text;
  private final int limit;
  private final NameTable names;
  private final StringScanner strings;
  private int at;
  private int depth;
  private int lineStart;
  private boolean lineBegins;
  private boolean lineHasTokens;
  /** Whether this reads a replacement field: a colon outside brackets begins the format there. */
  private boolean field;

  private TokenKind kind = TokenKind.NEWLINE;
  private int start;
  private int end;
  private int column;
  private String name = "";

  private Lexer(char[] text, int from, int limit, NameTable names, StringScanner strings) {
    this.text = text;
    this.limit = limit;
    this.names = names;
    this.strings = strings;
    this.at = from;
    this.end = from;
    this.lineStart = from;
    this.lineBegins = true;
  }

  /** A lexer of the whole of {@code source}; {@code cautious} as in {@link StringScanner}. */
  static Lexer of(String source, boolean cautious) {
    char[] text = new char[source.length() + PADDING];
    source.getChars(0, source.length(), text, 0);
    return new Lexer(text, 0, source.length(), new NameTable(), new StringScanner(text, source.length(), cautious));
  }

  /** A lexer of the replacement field of a formatted string from {@code from}; line ends are spaces there. */
  Lexer field(int from, int to) {
    var lexer = new Lexer(text, from, to, names, strings);
    lexer.field = true;
    lexer.depth = 1;
    lexer.lineBegins = false;
    return lexer;
  }

  /** Whether a triple-quoted string was met that nothing ends. */
  boolean sawUnterminatedString() {
    return strings.sawUnterminated();
  }

  /** The text with some NULs behind it. */
  char[] text() {
    return text;
  }

  /** Where the text ends. */
  int limit() {
    return limit;
  }

  /** The kind of the token read last. */
  TokenKind kind() {
    return kind;
  }

  /** Where the token read last starts. */
  int start() {
    return start;
  }

  /** Where the token read last ends, exclusive. */
  int end() {
    return end;
  }

  /** The 0-based column of the token read last if it is the first of its line, tabs counted to 8; else -1. */
  int column() {
    return column;
  }

  /** The identifier or keyword read last. */
  String name() {
    return name;
  }

  /** Goes on at {@code offset}, where the first token of a line stands, as if every bracket were closed. */
  void restart(int offset) {
    at = offset;
    depth = 0;
    lineHasTokens = false;
    lineBegins = true;
    int back = offset;
    while (back > 0 && text[back - 1] != '\n' && text[back - 1] != '\r') {
      back--;
    }
    lineStart = back;
  }

  /** Reads the next token. */
  void next() {
    while (true) {
      char c = text[at];
      switch (c) {
        case ' ', '\t', '\f' -> at++;
        case '#' -> at = lineEnd(at);
        case '\\' -> {
          if (text[at + 1] != '\n' && text[at + 1] != '\r') {
            token(TokenKind.UNKNOWN, 1);
            return;
          }
          at = afterLineEnd(at + 1);
        }
        case '\n', '\r' -> {
          if (lineEnds()) {
            return;
          }
        }
        default -> {
          if (at < limit) {
            significant(c);
          } else {
            finish();
          }
          return;
        }
      }
      if (at >= limit) {
        finish();
        return;
      }
    }
  }

  private void finish() {
    at = limit;
    start = end = at;
    if (lineHasTokens && depth == 0) {
      lineHasTokens = false;
      kind = TokenKind.NEWLINE;
    } else {
      kind = TokenKind.END;
    }
    column = -1;
  }

  /** Reads a line end; true if it is a token. */
  private boolean lineEnds() {
    int from = at;
    at = afterLineEnd(at);
    lineStart = at;
    lineBegins = true;
    if (depth > 0 || !lineHasTokens) {
      return false;
    }
    lineHasTokens = false;
    kind = TokenKind.NEWLINE;
    start = from;
    end = at;
    column = -1;
    return true;
  }

  private void significant(char c) {
    column = -1;
    if (lineBegins) {
      column = columnOf(at);
      if (depth > 0 && endsBrackets(c)) {
        depth = 0;
        lineHasTokens = false;
        kind = TokenKind.NEWLINE;
        start = end = at;
        column = -1;
        return;
      }
      lineBegins = false;
    }
    lineHasTokens = true;
    start = at;
    if (isNameStart(c)) {
      word();
    } else if (c >= '0' && c <= '9' || c == '.' && isDigit(text[at + 1])) {
      at = Numbers.end(text, at);
      kind = TokenKind.NUMBER;
    } else if (c == '"' || c == '\'') {
      at = strings.endOfPlain(at, limit);
      kind = TokenKind.STRING;
    } else {
      operator(c);
    }
    end = at;
  }

  private void word() {
    int i = at + 1;
    while (isNamePart(text[i])) {
      i++;
    }
    i = Math.min(i, limit);
    if ((text[i] == '"' || text[i] == '\'') && i - at <= 3 && StringScanner.isPrefix(text, at, i)) {
      boolean formatted = StringScanner.isFormatted(text, at, i);
      kind = formatted ? TokenKind.FORMATTED : TokenKind.STRING;
      at = formatted
          ? strings.endOfFormatted(i, limit, StringScanner.isRaw(text, at, i))
          : strings.endOfPlain(i, limit);
      return;
    }
    name = names.name(text, at, i);
    kind = names.lastKind();
    at = i;
  }

  private void operator(char c) {
    char second = text[at + 1];
    switch (c) {
      case '(' -> open(TokenKind.LEFT_PARENTHESIS);
      case '[' -> open(TokenKind.LEFT_BRACKET);
      case '{' -> open(TokenKind.LEFT_BRACE);
      case ')' -> close(TokenKind.RIGHT_PARENTHESIS);
      case ']' -> close(TokenKind.RIGHT_BRACKET);
      case '}' -> close(TokenKind.RIGHT_BRACE);
      case ',' -> token(TokenKind.COMMA, 1);
      case ';' -> token(TokenKind.SEMICOLON, 1);
      case '`' -> token(TokenKind.BACKTICK, 1);
      case '~' -> token(TokenKind.TILDE, 1);
      case ':' -> {
        boolean walrus = second == '=' && (!field || depth > 1);
        token(walrus ? TokenKind.WALRUS : TokenKind.COLON, walrus ? 2 : 1);
      }
      case '.' -> {
        boolean ellipsis = second == '.' && text[at + 2] == '.';
        token(ellipsis ? TokenKind.ELLIPSIS : TokenKind.DOT, ellipsis ? 3 : 1);
      }
      case '=' -> token(second == '=' ? TokenKind.EQUAL : TokenKind.ASSIGN, second == '=' ? 2 : 1);
      case '!' -> token(second == '=' ? TokenKind.NOT_EQUAL : TokenKind.BANG, second == '=' ? 2 : 1);
      case '<' -> compare(second, '<', TokenKind.LESS, TokenKind.LESS_EQUAL, TokenKind.LEFT_SHIFT);
      case '>' -> compare(second, '>', TokenKind.GREATER, TokenKind.GREATER_EQUAL, TokenKind.RIGHT_SHIFT);
      case '-' -> {
        if (second == '>') {
          token(TokenKind.ARROW, 2);
        } else {
          arithmetic(TokenKind.MINUS, second, 1);
        }
      }
      case '+' -> arithmetic(TokenKind.PLUS, second, 1);
      case '%' -> arithmetic(TokenKind.PERCENT, second, 1);
      case '@' -> arithmetic(TokenKind.AT, second, 1);
      case '&' -> arithmetic(TokenKind.AMPERSAND, second, 1);
      case '|' -> arithmetic(TokenKind.PIPE, second, 1);
      case '^' -> arithmetic(TokenKind.CARET, second, 1);
      case '*' -> doubled('*', TokenKind.STAR, TokenKind.DOUBLE_STAR);
      case '/' -> doubled('/', TokenKind.SLASH, TokenKind.DOUBLE_SLASH);
      default -> token(TokenKind.UNKNOWN, Character.isHighSurrogate(c) && at + 1 < limit ? 2 : 1);
    }
  }

  private void compare(char second, char same, TokenKind single, TokenKind orEqual, TokenKind shift) {
    if (second == '=') {
      token(orEqual, 2);
    } else if (second == same) {
      arithmetic(shift, text[at + 2], 2);
    } else if (same == '<' && second == '>') {
      token(TokenKind.NOT_EQUAL, 2);
    } else {
      token(single, 1);
    }
  }

  private void doubled(char same, TokenKind single, TokenKind twice) {
    if (text[at + 1] == same) {
      arithmetic(twice, text[at + 2], 2);
    } else {
      arithmetic(single, text[at + 1], 1);
    }
  }

  private void arithmetic(TokenKind operator, char following, int length) {
    if (following == '=') {
      token(TokenKind.AUGMENTED, length + 1);
    } else {
      token(operator, length);
    }
  }

  private void open(TokenKind bracket) {
    depth++;
    token(bracket, 1);
  }

  private void close(TokenKind bracket) {
    if (depth > 0) {
      depth--;
    }
    token(bracket, 1);
  }

  private void token(TokenKind found, int length) {
    kind = found;
    start = at;
    at += length;
    end = at;
  }

  /** Whether what begins a line at {@link #at} can stand inside no bracket. */
  private boolean endsBrackets(char c) {
    if (c == '@') {
      return decorates(at);
    }
    if (c < 'a' || c > 'z') {
      return false;
    }
    int i = at;
    while (isNamePart(text[i])) {
      i++;
    }
    names.name(text, at, i);
    TokenKind word = names.lastKind();
    if (word == TokenKind.ASYNC) {
      return startsWith(skipBlanks(i), "def ") || startsWith(skipBlanks(i), "with ");
    }
    if (word == TokenKind.FROM) {
      return importsOnLine(i);
    }
    return word.isStatementOnly() && text[i] != '=';
  }

  /** Whether the line of a leading {@code @} is a decorator: a definition or a further one follows it. */
  private boolean decorates(int offset) {
    int next = skipBlanks(afterLineEnd(lineEnd(offset)));
    return isNameStart(text[offset + 1])
        && (text[next] == '@' || startsWith(next, "def ") || startsWith(next, "class ") || startsWith(next, "async "));
  }

  private boolean importsOnLine(int offset) {
    for (int i = offset; i < limit && text[i] != '\n' && text[i] != '\r'; i++) {
      if (text[i] == ' ' && startsWith(i + 1, "import ")) {
        return true;
      }
    }
    return false;
  }

  private int skipBlanks(int offset) {
    int i = offset;
    while (text[i] == ' ' || text[i] == '\t') {
      i++;
    }
    return i;
  }

  private boolean startsWith(int offset, String wanted) {
    if (offset + wanted.length() > limit) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (text[offset + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int columnOf(int offset) {
    int counted = 0;
    for (int i = lineStart; i < offset; i++) {
      char c = text[i];
      if (c == '\t') {
        counted += TAB - counted % TAB;
      } else {
        counted = c == '\f' ? 0 : counted + 1;
      }
    }
    return counted;
  }

  private int lineEnd(int offset) {
    int i = offset;
    while (i < limit && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  private int afterLineEnd(int offset) {
    if (offset >= limit) {
      return limit;
    }
    return text[offset] == '\r' && text[offset + 1] == '\n' ? offset + 2 : offset + 1;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
        || c > 127 && (Character.isUnicodeIdentifierStart(c) || Character.isSurrogate(c) || c == '\u2118');
  }

  static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9'
        || c > 127 && (Character.isUnicodeIdentifierPart(c) || Character.isSurrogate(c));
  }
}

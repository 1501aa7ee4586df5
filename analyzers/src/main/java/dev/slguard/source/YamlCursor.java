package dev.slguard.source;

/** A place in a YAML text that moves forward over blanks, line ends and comments. Not thread-safe. */
final class YamlCursor {
  private final SourceFile file;
  /** The text, and a NUL behind its end, so that looking ahead needs no care. */
  private final char[] chars;
  private final String text;
  private int at;
  private int row;
  private int lineStart;
  private boolean begun;

  /** At the start of {@code file}, whose text has no line end but LF and no NUL. */
  YamlCursor(SourceFile file) {
    this.file = file;
    this.text = file.text();
    this.chars = new char[text.length() + 2];
    text.getChars(0, text.length(), chars, 0);
  }

  /** Where it stands, an offset of the text. */
  int at() {
    return at;
  }

  /** The 0-based line. */
  int row() {
    return row;
  }

  /** The 0-based column. */
  int column() {
    return at - lineStart;
  }

  /** The character here; NUL at the end. */
  char peek() {
    return chars[at];
  }

  /** The next character. */
  char next() {
    return chars[at + 1];
  }

  /** The character at {@code offset}; NUL at the end. */
  char charAt(int offset) {
    return chars[offset];
  }

  /** The characters from {@code start} up to, not including, {@code end}. */
  String text(int start, int end) {
    return text.substring(start, end);
  }

  /** Moves to {@code offset} in the same line. */
  void moveTo(int offset) {
    at = offset;
  }

  /** Appends the characters from {@code start} up to {@code end} to {@code out}. */
  void append(int start, int end, StringBuilder out) {
    out.append(chars, start, end - start);
  }

  /** Moves to the start of the next line; this one ends here. */
  void nextLine() {
    at++;
    row++;
    lineStart = at;
  }

  /** Moves over spaces. */
  void spaces() {
    while (chars[at] == ' ') {
      at++;
    }
  }

  /** The end of this line: an LF or the end of the text. */
  int lineEnd() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /** Whether nothing is left. */
  boolean atEnd() {
    return at >= text.length();
  }

  /** From here on no further document may begin. */
  void begin() {
    begun = true;
  }

  /** Moves over spaces, line ends and comments to what comes next. */
  void skip() {
    while (true) {
      spaces();
      char c = chars[at];
      if (c == '\n') {
        nextLine();
        if (begun && separator()) {
          throw new Unusual();
        }
      } else if (c == '#' && (at == 0 || chars[at - 1] == ' ' || chars[at - 1] == '\n')) {
        at = lineEnd();
      } else {
        return;
      }
    }
  }

  /** Whether a document begins or ends here, at the start of a line. */
  boolean separator() {
    char c = chars[at];
    return (c == '-' || c == '.') && at + 2 < text.length() && chars[at + 1] == c && chars[at + 2] == c;
  }

  /** Whether {@code c} is a space, a line end or the end of the text. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\0';
  }

  /** The place of what begins at {@code start} in the line {@code firstRow} and ends at {@code end} in {@code lastRow}. */
  Span span(int firstRow, int start, int lastRow, int end) {
    return file.span(firstRow, start, lastRow, end);
  }
}

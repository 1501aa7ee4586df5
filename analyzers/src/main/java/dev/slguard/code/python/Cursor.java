package dev.slguard.code.python;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.util.Arrays;

/**
 * The parser's place in the tokens of a statement. After {@link #fail} every token reads as {@link TokenKind#BROKEN},
 * which nothing accepts, so that all productions end at once and keep what they have; the statement that failed then
 * calls {@link #resume} or {@link #resumeBlock}. Not thread-safe.
 */
final class Cursor {
  private final Lexer lexer;
  private final SourceFile source;
  private final Diagnostics diagnostics;
  private TokenKind[] kinds;
  private int[] starts;
  private int[] ends;
  private int[] columns;
  private String[] names;
  private int count;
  private int index;
  private TokenKind kind = TokenKind.NEWLINE;
  private int lastEnd;
  private boolean failed;
  private boolean quiet;

  Cursor(Lexer lexer, SourceFile source, Diagnostics diagnostics, int capacity) {
    this.lexer = lexer;
    this.source = source;
    this.diagnostics = diagnostics;
    this.kinds = new TokenKind[capacity];
    this.starts = new int[capacity];
    this.ends = new int[capacity];
    this.columns = new int[capacity];
    this.names = new String[capacity];
    read();
    kind = kinds[0];
  }

  /** A cursor over the replacement field of a formatted string that starts at {@code from}. */
  Cursor field(int from, int to) {
    var field = new Cursor(lexer.field(from, to), source, diagnostics, 16);
    field.quiet = quiet;
    return field;
  }

  /** The text with some NULs behind it. */
  char[] text() {
    return lexer.text();
  }

  /** The kind of the current token. */
  TokenKind kind() {
    return kind;
  }

  /** Where the current token starts. */
  int start() {
    return starts[index];
  }

  /** Where the current token ends, exclusive. */
  int end() {
    return ends[index];
  }

  /** The text of the current name or keyword. */
  String name() {
    return names[index];
  }

  /** The column of the current token if it is the first of its line, else -1. */
  int column() {
    return columns[index];
  }

  /** Where the token before the current one ends: the end of what was just parsed. */
  int lastEnd() {
    return lastEnd;
  }

  /** Whether an error was met from which nobody has resumed yet. */
  boolean failed() {
    return failed;
  }

  /** Whether the current token is the name {@code word}, as soft keywords are. */
  boolean isWord(String word) {
    return kind == TokenKind.NAME && names[index].equals(word);
  }

  /** Goes to the next token. */
  void advance() {
    if (failed) {
      return;
    }
    if (kind != TokenKind.NEWLINE) {
      lastEnd = ends[index];
    }
    if (kind != TokenKind.END) {
      move();
    }
  }

  private void move() {
    index++;
    if (index == count) {
      read();
    }
    kind = kinds[index];
  }

  /** Goes over the current token if it is {@code wanted}. */
  boolean accept(TokenKind wanted) {
    if (kind != wanted) {
      return false;
    }
    advance();
    return true;
  }

  /** Goes over the current token, which must be {@code wanted}. */
  boolean expect(TokenKind wanted) {
    if (accept(wanted)) {
      return true;
    }
    fail(wanted == TokenKind.NAME || wanted == TokenKind.NEWLINE ? wanted.spelling() : "'" + wanted.spelling() + "'");
    return false;
  }

  /** The kind of the token {@code distance} after the current one; nothing is known after an error. */
  TokenKind peek(int distance) {
    if (failed) {
      return TokenKind.BROKEN;
    }
    int wanted = at(distance);
    return kinds[wanted];
  }

  /** The column of the token {@code distance} after the current one. */
  int peekColumn(int distance) {
    int wanted = at(distance);
    return columns[wanted];
  }

  /** The index of that token, read if need be; the arrays may have moved. */
  private int at(int distance) {
    while (index + distance >= count) {
      read();
    }
    return index + distance;
  }

  /** Forgets the tokens before the current one: the next statement begins here. */
  void beginStatement() {
    int kept = count - index;
    if (index > 0) {
      System.arraycopy(kinds, index, kinds, 0, kept);
      System.arraycopy(starts, index, starts, 0, kept);
      System.arraycopy(ends, index, ends, 0, kept);
      System.arraycopy(columns, index, columns, 0, kept);
      System.arraycopy(names, index, names, 0, kept);
      count = kept;
      index = 0;
    }
  }

  /** The current place, to come back to within the same statement. */
  int mark() {
    return index;
  }

  /** Tries a production without reporting errors, until {@link #decide}. */
  void speculate() {
    quiet = true;
  }

  /** Ends speculation; unless {@code right}, goes back to {@code mark}, whose predecessor ended at {@code end}. */
  void decide(boolean right, int mark, int end) {
    quiet = false;
    if (!right) {
      failed = false;
      index = mark;
      lastEnd = end;
      kind = kinds[index];
    }
  }

  /** Notes that {@code expected} was to stand here; from now on every token reads as {@link TokenKind#BROKEN}. */
  void fail(String expected) {
    if (failed) {
      return;
    }
    failed = true;
    kind = TokenKind.BROKEN;
    if (!quiet) {
      diagnostics.error(source.span(start(), Math.max(start(), end())),
          "expected " + expected + ", found " + found() + "; the rest of this statement is skipped");
    }
  }

  /** Reports doubtful layout at the current token. */
  void doubt(String message) {
    if (!quiet) {
      diagnostics.warning(source.span(start(), end()), message);
    }
  }

  private String found() {
    TokenKind real = kinds[index];
    if (real == TokenKind.END || real == TokenKind.NEWLINE) {
      return real.spelling();
    }
    return quoted();
  }

  private String quoted() {
    var shown = new StringBuilder("'");
    int stop = Math.min(end(), start() + 30);
    for (int i = start(); i < stop; i++) {
      char c = text()[i];
      shown.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
    }
    return shown.append(stop < end() ? "…'" : "'").toString();
  }

  /** After an error in a plain statement at {@code column}: goes to the line where the next one begins. */
  void resume(int column) {
    recover();
    while (kind != TokenKind.END) {
      if (kind == TokenKind.NEWLINE) {
        advance();
        return;
      }
      if (columns[index] >= 0 && columns[index] <= column && index > 0 && !kind.isCloser()) {
        restartHere();
        return;
      }
      advance();
    }
  }

  /** After an error in the header of a compound statement at {@code column}: goes to where its block should begin. */
  void resumeBlock(int column) {
    recover();
    int failedAt = index;
    for (int i = 1; i <= failedAt; i++) {
      if (columns[i] > column && kinds[i - 1] == TokenKind.COLON) {
        index = i;
        kind = kinds[i];
        restartHere();
        return;
      }
    }
    while (kind != TokenKind.END) {
      if (kind == TokenKind.NEWLINE) {
        advance();
        return;
      }
      boolean begins = columns[index] >= 0 && index > 0;
      if (begins && (columns[index] > column ? kinds[index - 1] == TokenKind.COLON : !kind.isCloser())) {
        restartHere();
        return;
      }
      advance();
    }
  }

  /** Lets the parser go on at the current token after an error. */
  void recover() {
    failed = false;
    kind = kinds[index];
  }

  private void restartHere() {
    lexer.restart(starts[index]);
    count = index;
    read();
    kind = kinds[index];
  }

  private void read() {
    if (count == kinds.length) {
      grow();
    }
    lexer.next();
    kinds[count] = lexer.kind();
    starts[count] = lexer.start();
    ends[count] = lexer.end();
    columns[count] = lexer.column();
    names[count] = lexer.name();
    count++;
  }

  private void grow() {
    int capacity = count * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    columns = Arrays.copyOf(columns, capacity);
    names = Arrays.copyOf(names, capacity);
  }
}

package dev.slguard.source;

import java.util.Arrays;

/**
 * The text of one file, or of a program embedded in another file, and where each of its characters stands. Immutable.
 *
 * <p>Offsets are 0-based positions in {@link #text}, ends are exclusive. A line ends at LF, CR LF or CR.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private final int[] lineStarts;
  private final int lineShift;
  private final int columnShift;
  private final int firstColumnShift;

  private SourceFile(String path, String text, int lineShift, int columnShift, int firstColumnShift) {
    this.path = path;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.lineShift = lineShift;
    this.columnShift = columnShift;
    this.firstColumnShift = firstColumnShift;
  }

  /** A whole file; {@code path} is relative to the scanned root, with {@code /} between its parts. */
  public static SourceFile of(String path, String text) {
    return new SourceFile(path, text, 0, 0, 0);
  }

  /**
   * A program written inside the file {@code path}, as inline code of a template is.
   *
   * @param line 1-based line of that file on which the program's first line stands
   * @param firstColumn 1-based column of the first character of the first line
   * @param column 1-based column at which every further line begins (the indentation of a block scalar)
   */
  public static SourceFile embedded(String path, String text, int line, int firstColumn, int column) {
    return new SourceFile(path, text, line - 1, column - 1, firstColumn - 1);
  }

  /** Path relative to the scanned root, with {@code /} between its parts. */
  public String path() {
    return path;
  }

  /** The whole text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** Number of lines; an empty text has one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The place of the characters from {@code start} up to, not including, {@code end}. */
  public Span span(int start, int end) {
    int first = row(start);
    int last = end == start ? first : row(end);
    return new Span(path, line(first), column(first, start), line(last), column(last, end));
  }

  /** The 1-based line of the file on which the character at {@code offset} stands. */
  public int lineOf(int offset) {
    return line(row(offset));
  }

  private int line(int row) {
    return row + 1 + lineShift;
  }

  private int column(int row, int offset) {
    return offset - lineStarts[row] + 1 + (row == 0 ? firstColumnShift : columnShift);
  }

  private int row(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return path;
  }
}

package dev.slguard.source;

import java.util.Arrays;
import java.util.List;

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
  /** For a text that stands in pieces: line and column of each row, two entries a row; empty for all others. */
  private final int[] places;

  private SourceFile(String path, String text, int lineShift, int columnShift, int firstColumnShift, int[] places) {
    this.path = path;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.lineShift = lineShift;
    this.columnShift = columnShift;
    this.firstColumnShift = firstColumnShift;
    this.places = places;
  }

  /** A whole file; {@code path} is relative to the scanned root, with {@code /} between its parts. */
  public static SourceFile of(String path, String text) {
    return new SourceFile(path, text, 0, 0, 0, new int[0]);
  }

  /**
   * A program written inside the file {@code path}, as inline code of a template is.
   *
   * @param line 1-based line of that file on which the program's first line stands
   * @param firstColumn 1-based column of the first character of the first line
   * @param column 1-based column at which every further line begins (the indentation of a block scalar)
   */
  public static SourceFile embedded(String path, String text, int line, int firstColumn, int column) {
    return new SourceFile(path, text, line - 1, column - 1, firstColumn - 1, new int[0]);
  }

  /**
   * A program written inside the file {@code path} in pieces: as one quoted text with escaped line ends, or as a list of
   * lines that are joined.
   *
   * @param rows where each line of {@code text} begins in that file; lines beyond the last stand where that does
   */
  public static SourceFile pieced(String path, String text, List<Span> rows) {
    int[] places = new int[rows.size() * 2];
    for (int i = 0; i < rows.size(); i++) {
      places[2 * i] = rows.get(i).line();
      places[2 * i + 1] = rows.get(i).column();
    }
    return new SourceFile(path, text, 0, 0, 0, places);
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

  /** The offset of the 1-based {@code line} and {@code column} of {@link #text}; the nearest one if there is no such place. */
  public int offset(int line, int column) {
    if (line < 1 || line > lineStarts.length) {
      return line < 1 ? 0 : text.length();
    }
    return Math.clamp(lineStarts[line - 1] + (long) column - 1, 0, text.length());
  }

  private int line(int row) {
    return places.length == 0 ? row + 1 + lineShift : places[2 * place(row)];
  }

  private int place(int row) {
    return Math.min(row, places.length / 2 - 1);
  }

  private int column(int row, int offset) {
    if (places.length > 0) {
      return offset - lineStarts[row] + places[2 * place(row) + 1];
    }
    return offset - lineStarts[row] + 1 + (row == 0 ? firstColumnShift : columnShift);
  }

  private int row(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  private boolean isRow(int row, int offset) {
    return row < lineStarts.length && lineStarts[row] <= offset
        && (row + 1 == lineStarts.length || offset < lineStarts[row + 1]);
  }

  /** Makes spans of a file that is read from its start to its end: looks near the one made last. Not thread-safe. */
  final class Cursor {
    private int row;

    /** As {@link SourceFile#span}. */
    Span span(int start, int end) {
      int first = near(row, start);
      int last = near(first, end);
      row = first;
      return new Span(path, line(first), column(first, start), line(last), column(last, end));
    }

    private int near(int from, int offset) {
      for (int next = from; next < from + 3; next++) {
        if (isRow(next, offset)) {
          return next;
        }
      }
      return row(offset);
    }
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    // Most files have no CR: then one intrinsic search a line is all, which matters before anything is compiled.
    boolean returns = text.indexOf('\r') >= 0;
    int end = returns ? anyLineEnd(text, 0) : text.indexOf('\n');
    while (end >= 0) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end + 1;
      end = returns ? anyLineEnd(text, end + 1) : text.indexOf('\n', end + 1);
    }
    return Arrays.copyOf(starts, count);
  }

  /** The last character of the line break at or after {@code from}; -1 if there is none. Reads no further than that. */
  private static int anyLineEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return path;
  }
}

package dev.slguard.source;

/**
 * A place in a file: lines and columns are 1-based, columns count UTF-16 code units, the end is exclusive (as in SARIF).
 *
 * @param file path relative to the scanned root, with {@code /} between its parts
 */
public record Span(String file, int line, int column, int endLine, int endColumn) implements Comparable<Span> {
  /** The first character of {@code file}: the place of what concerns the file as a whole. */
  public static Span startOf(String file) {
    return new Span(file, 1, 1, 1, 1);
  }

  /** From the start of this span to the end of {@code last}, which stands in the same file. */
  public Span to(Span last) {
    return new Span(file, line, column, last.endLine, last.endColumn);
  }

  /** Whether {@code inner} stands inside this span. */
  public boolean contains(Span inner) {
    return file.equals(inner.file) && before(line, column, inner.line, inner.column)
        && before(inner.endLine, inner.endColumn, endLine, endColumn);
  }

  private static boolean before(int line, int column, int otherLine, int otherColumn) {
    return line < otherLine || line == otherLine && column <= otherColumn;
  }

  @Override
  public int compareTo(Span other) {
    // By hand here and where findings are sorted: the lambdas of Comparator's own methods cost every cold start milliseconds.
    int order = file.compareTo(other.file);
    order = order != 0 ? order : Integer.compare(line, other.line);
    order = order != 0 ? order : Integer.compare(column, other.column);
    order = order != 0 ? order : Integer.compare(endLine, other.endLine);
    return order != 0 ? order : Integer.compare(endColumn, other.endColumn);
  }

  /** {@code file:line:column}, as compilers write it. */
  @Override
  public String toString() {
    return file + ':' + line + ':' + column;
  }
}

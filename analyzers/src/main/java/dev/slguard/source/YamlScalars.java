package dev.slguard.source;

/**
 * Reads the scalars of a YAML text as {@link QuickYaml} meets them. After each, {@link #end} and {@link #endRow} say where
 * it ended, and the cursor stands there; after a plain scalar of several lines or a block scalar it stands further on.
 */
final class YamlScalars {
  private final YamlCursor cursor;
  private int end;
  private int endRow;

  YamlScalars(YamlCursor cursor) {
    this.cursor = cursor;
  }

  /** Offset behind the last character of the scalar read last. */
  int end() {
    return end;
  }

  /** The 0-based line of {@link #end}. */
  int endRow() {
    return endRow;
  }

  /** Whether a plain scalar may begin here. */
  boolean startsPlain(boolean flow) {
    return switch (cursor.peek()) {
      case '\0', ' ', '\n', '\t', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' ->
        false;
      case '-' -> !YamlCursor.isBlank(cursor.next()) && cursor.next() != '\t';
      case '?', ':' -> !flow && !YamlCursor.isBlank(cursor.next()) && cursor.next() != '\t';
      default -> true;
    };
  }

  /** What a line holds of a plain scalar; the cursor ends behind its last character, which is no blank. */
  String plainLine(boolean flow) {
    int start = cursor.at();
    int at = start;
    int last = at;
    while (true) {
      char c = cursor.charAt(at);
      if (c == ' ') {
        at++;
        continue;
      }
      if (c == '\n' || c == '\0' || c == '#' && at > last) {
        break;
      }
      if (c == ':' && endsAtColon(cursor.charAt(at + 1), flow)) {
        break;
      }
      if (flow && (c == ',' || c == '[' || c == ']' || c == '{' || c == '}')) {
        break;
      }
      if (c == '\t' || flow && c == '?') {
        throw new Unusual();
      }
      last = ++at;
    }
    cursor.moveTo(last);
    end = last;
    endRow = cursor.row();
    return cursor.text(start, last);
  }

  private static boolean endsAtColon(char next, boolean flow) {
    return YamlCursor.isBlank(next) || next == '\t' || flow && ",[]{}".indexOf(next) >= 0;
  }

  /** A plain scalar in a block of the indentation {@code indent}, whose further lines are indented deeper. */
  String plain(int indent) {
    String first = plainLine(false);
    cursor.spaces();
    if (cursor.peek() != '\n') {
      restOfLine();
      return first;
    }
    int breaks = continuation(indent);
    if (breaks == 0) {
      return first;
    }
    var whole = new StringBuilder(first);
    while (breaks > 0) {
      whole.append(breaks == 1 ? " " : "\n".repeat(breaks - 1));
      int start = cursor.at();
      plainLine(false);
      cursor.append(start, end, whole);
      cursor.spaces();
      if (cursor.peek() != '\n') {
        restOfLine();
        break;
      }
      breaks = continuation(indent);
    }
    return whole.toString();
  }

  /** Moves to the next line that is not blank; how many line ends that took if it goes on with a plain scalar, else 0. */
  private int continuation(int indent) {
    int breaks = 0;
    while (cursor.peek() == '\n') {
      breaks++;
      cursor.nextLine();
      if (cursor.separator()) {
        throw new Unusual();
      }
      cursor.spaces();
    }
    if (cursor.peek() == ':' && endsAtColon(cursor.next(), false)) {
      throw new Unusual();
    }
    return cursor.atEnd() || cursor.column() <= indent || cursor.peek() == '#' ? 0 : breaks;
  }

  /** Moves behind spaces and a comment to the end of the line, where nothing else may stand. */
  void restOfLine() {
    boolean spaced = cursor.at() > 0 && cursor.charAt(cursor.at() - 1) == ' ';
    cursor.spaces();
    spaced |= cursor.at() > 0 && cursor.charAt(cursor.at() - 1) == ' ';
    if (cursor.peek() == '#' && spaced) {
      cursor.moveTo(cursor.lineEnd());
    }
    if (cursor.peek() != '\n' && !cursor.atEnd()) {
      throw new Unusual();
    }
  }

  /** A text in single or double quotes, on one line. */
  String quoted() {
    char quote = cursor.peek();
    int start = cursor.at() + 1;
    int at = start;
    while (true) {
      char c = cursor.charAt(at);
      if (c == quote) {
        break;
      }
      if (c == '\n' || c == '\0') {
        throw new Unusual();
      }
      if (c == '\\' && quote == '"') {
        return escaped(start, at);
      }
      at++;
    }
    if (quote == '\'' && cursor.charAt(at + 1) == '\'') {
      return doubled(start, at);
    }
    ended(at + 1);
    return cursor.text(start, at);
  }

  private void ended(int offset) {
    cursor.moveTo(offset);
    end = offset;
    endRow = cursor.row();
  }

  private String doubled(int start, int firstQuote) {
    var decoded = new StringBuilder();
    int from = start;
    int at = firstQuote;
    while (true) {
      char c = cursor.charAt(at);
      if (c == '\n' || c == '\0') {
        throw new Unusual();
      }
      if (c == '\'') {
        cursor.append(from, at, decoded);
        if (cursor.charAt(at + 1) != '\'') {
          break;
        }
        decoded.append('\'');
        at++;
        from = at + 1;
      }
      at++;
    }
    ended(at + 1);
    return decoded.toString();
  }

  private String escaped(int start, int firstEscape) {
    var decoded = new StringBuilder();
    cursor.append(start, firstEscape, decoded);
    int at = firstEscape;
    while (true) {
      char c = cursor.charAt(at);
      if (c == '"') {
        break;
      }
      if (c == '\n' || c == '\0') {
        throw new Unusual();
      }
      if (c == '\\') {
        at++;
        c = switch (cursor.charAt(at)) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case '"' -> '"';
          case '\\' -> '\\';
          default -> throw new Unusual();
        };
      }
      decoded.append(c);
      at++;
    }
    ended(at + 1);
    return decoded.toString();
  }

  /** A literal or folded scalar in a block of the indentation {@code indent}; the cursor ends at what comes next. */
  String block(int indent) {
    boolean folded = cursor.peek() == '>';
    cursor.moveTo(cursor.at() + 1);
    char chomping = cursor.peek();
    if (chomping == '-' || chomping == '+') {
      cursor.moveTo(cursor.at() + 1);
    }
    cursor.spaces();
    if (cursor.peek() != '\n') {
      throw new Unusual();
    }
    int breaks = -1;
    int deepest = 0;
    while (cursor.peek() == '\n') {
      breaks++;
      cursor.nextLine();
      cursor.spaces();
      deepest = Math.max(deepest, cursor.column());
    }
    int column = cursor.column();
    if (cursor.atEnd() || column <= indent || column < 1 || column < deepest) {
      throw new Unusual();
    }
    var whole = new StringBuilder("\n".repeat(breaks));
    breaks = lines(column, folded, whole);
    // The last line was ended by the end of the text if there is no break at all.
    if (chomping != '-' && breaks > 0) {
      whole.append('\n');
    }
    if (chomping == '+' && breaks > 1) {
      whole.append("\n".repeat(breaks - 1));
    }
    return whole.toString();
  }

  /** Adds the lines of a block scalar that begin at {@code column}; how many line ends follow the last of them. */
  private int lines(int column, boolean folded, StringBuilder whole) {
    while (true) {
      int start = cursor.at();
      int stop = cursor.lineEnd();
      cursor.append(start, stop, whole);
      int last = stop;
      while (last > start && isSpace(cursor.charAt(last - 1))) {
        last--;
      }
      if (last > start) {
        end = last;
        endRow = cursor.row();
      }
      cursor.moveTo(stop);
      int breaks = 0;
      while (cursor.peek() == '\n') {
        breaks++;
        cursor.nextLine();
        while (cursor.column() < column && cursor.peek() == ' ') {
          cursor.moveTo(cursor.at() + 1);
        }
      }
      if (cursor.column() != column || cursor.atEnd()) {
        if (cursor.column() == 0 && cursor.separator()) {
          throw new Unusual();
        }
        return breaks;
      }
      if (folded && !isSpace(cursor.charAt(start)) && !isSpace(cursor.peek())) {
        whole.append(breaks == 1 ? " " : "\n".repeat(breaks - 1));
      } else {
        whole.append("\n".repeat(breaks));
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}

package dev.slguard.template.binding;

import dev.slguard.model.Value;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs and documents written as text inside a template, with the place of each of their lines. */
final class EmbeddedText {
  private static final int COMPARED_ROWS = 4;

  private EmbeddedText() {}

  /**
   * {@code text}, which the template has at {@code at}, so that its places are those of the template's lines.
   *
   * @param written the property as written, if it is known: shows the lines of a Fn::Join
   */
  static SourceFile of(Stack stack, String text, Span at, Optional<Tree> written) {
    Optional<List<Span>> joined = written.flatMap(tree -> joinedRows(tree, text));
    if (joined.isPresent()) {
      return SourceFile.pieced(at.file(), text, joined.get());
    }
    Span exact = written.flatMap(EmbeddedText::onlyScalar).map(Tree::at).orElse(at);
    Optional<SourceFile> file = stack.template(exact.file());
    return file.map(template -> inFile(template, text, exact))
        .orElseGet(() -> SourceFile.embedded(exact.file(), text, exact.line(), exact.column(), exact.column()));
  }

  private static SourceFile inFile(SourceFile template, String text, Span at) {
    String raw = template.text();
    int start = skipTags(raw, template.offset(at.line(), at.column()));
    char c = start < raw.length() ? raw.charAt(start) : ' ';
    int line = template.lineOf(start);
    int column = template.span(start, start).column();
    return switch (c) {
      case '|', '>' -> block(template, text, line);
      case '"' -> SourceFile.pieced(at.file(), text, quotedRows(template, start));
      case '\'' -> SourceFile.embedded(at.file(), text, line, column + 1, column + 1);
      default -> SourceFile.embedded(at.file(), text, line, column, column);
    };
  }

  /**
   * Whether {@code text} stands in the template at {@code at} as it is, holes aside: a text that lowering made (a state
   * machine's definition written out as JSON) has the place of what it was made from, and no lines of its own.
   */
  static boolean standsAt(Stack stack, String text, Span at, String holeMark) {
    Optional<SourceFile> file = stack.template(at.file());
    if (file.isEmpty()) {
      return true;
    }
    String raw = file.get().text();
    int from = skipTags(raw, file.get().offset(at.line(), at.column()));
    String rest = raw.substring(Math.min(from, raw.length()), file.get().offset(at.endLine(), at.endColumn() + 1));
    int compared = 0;
    int position = 0;
    for (String row : text.split("\n", COMPARED_ROWS + 1)) {
      int hole = row.indexOf(holeMark);
      String known = (hole < 0 ? row : row.substring(0, hole)).strip();
      if (compared++ == COMPARED_ROWS || known.contains("\"") && rest.startsWith("\"")) {
        break;
      }
      int found = rest.indexOf(known, position);
      if (found < 0) {
        return false;
      }
      position = found + known.length();
    }
    return true;
  }

  /** Behind the tags and anchors that stand before a scalar. */
  private static int skipTags(String raw, int from) {
    int at = from;
    while (at < raw.length() && (raw.charAt(at) == '!' || raw.charAt(at) == '&')) {
      while (at < raw.length() && !Character.isWhitespace(raw.charAt(at))) {
        at++;
      }
      while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  /** A block scalar: begins on the line behind its header, each line indented by the same width. */
  private static SourceFile block(SourceFile template, String text, int header) {
    int row = firstWritten(text);
    int rawLine = header + 1 + row;
    int rawStart = template.offset(rawLine, 1);
    int rawIndent = blanks(template.text(), rawStart);
    int ownStart = SourceFile.of(template.path(), text).offset(row + 1, 1);
    int indent = Math.max(0, rawIndent - blanks(text, ownStart));
    return SourceFile.embedded(template.path(), text, header + 1, indent + 1, indent + 1);
  }

  /** 0-based number of the first line that is not empty. */
  private static int firstWritten(String text) {
    int row = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        row++;
      } else if (c != ' ' && c != '\r' && c != '\t') {
        return row;
      }
    }
    return 0;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - from;
  }

  /** Where each line of a double-quoted text begins: behind an escaped line end, or on the next line of the file. */
  private static List<Span> quotedRows(SourceFile template, int quote) {
    String raw = template.text();
    var rows = new ArrayList<Span>();
    int at = quote + 1;
    rows.add(template.span(at, at));
    while (at < raw.length() && raw.charAt(at) != '"') {
      boolean escape = raw.charAt(at) == '\\';
      boolean lineEnd = escape && at + 1 < raw.length() && raw.charAt(at + 1) == 'n';
      at += escape ? 2 : 1;
      if (lineEnd) {
        rows.add(template.span(Math.min(at, raw.length()), Math.min(at, raw.length())));
      }
    }
    return rows;
  }

  /** The text that {@code tree} or the function in it consists of. */
  private static Optional<Tree> onlyScalar(Tree tree) {
    return switch (tree) {
      case Tree.Scalar _ -> Optional.of(tree);
      case Tree.Mapping mapping -> mapping.single().filter(entry -> entry.getKey().equals("Fn::Sub"))
          .flatMap(entry -> switch (entry.getValue().value()) {
            case Tree.Scalar scalar -> Optional.of(scalar);
            case Tree.Sequence(var items, _) when !items.isEmpty() && items.getFirst() instanceof Tree.Scalar scalar ->
              Optional.of(scalar);
            case Tree.Sequence _,Tree.Mapping _ -> Optional.<Tree>empty();
          });
      case Tree.Sequence _ -> Optional.empty();
    };
  }

  /** The text of a Fn::Sub before substitution, so that its columns are those of the file; empty for all else. */
  static Optional<String> unsubstituted(Optional<Tree> written) {
    return written.filter(Tree.Mapping.class::isInstance).flatMap(EmbeddedText::onlyScalar)
        .filter(Tree.Scalar.class::isInstance).map(tree -> ((Tree.Scalar) tree).text().replace("${!", "${"));
  }

  /** Where each line of a Fn::Join of lines stands; empty if {@code tree} is something else. */
  private static Optional<List<Span>> joinedRows(Tree tree, String text) {
    if (!(tree instanceof Tree.Mapping mapping) || !mapping.has("Fn::Join")
        || !(mapping.get("Fn::Join").orElseThrow() instanceof Tree.Sequence(var call, _)) || call.size() != 2
        || !(call.getFirst() instanceof Tree.Scalar delimiter) || !(call.getLast() instanceof Tree.Sequence lines)) {
      return Optional.empty();
    }
    var rows = new ArrayList<Span>();
    boolean newRow = true;
    for (Tree item : lines.items()) {
      Span start = new Span(item.at().file(), item.at().line(), item.at().column() + 1, item.at().line(),
          item.at().column() + 1);
      if (newRow) {
        rows.add(start);
      }
      String piece = item instanceof Tree.Scalar scalar ? scalar.text() : "";
      for (int i = piece.indexOf('\n'); i >= 0 && i + 1 < piece.length(); i = piece.indexOf('\n', i + 1)) {
        rows.add(start);
      }
      newRow = piece.endsWith("\n") || delimiter.text().endsWith("\n");
      if (delimiter.text().endsWith("\n") && piece.endsWith("\n")) {
        rows.add(start);
      }
    }
    return rows.isEmpty() || text.isEmpty() ? Optional.empty() : Optional.of(rows);
  }

  /** The text of a known or half-known value: holes are spelled {@code ${Name}}; empty for what is no text. */
  static Optional<String> spelled(Value value) {
    return switch (value) {
      case Value.Scalar _,Value.Text _ -> Optional.of(Spelling.of(value));
      case Value.Listing _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ ->
        Optional.empty();
    };
  }
}

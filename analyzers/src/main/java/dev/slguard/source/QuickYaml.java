package dev.slguard.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML as nearly all templates are written, straight into a tree: one document, a mapping, without anchors, explicit
 * keys, quoted texts of several lines, tabs between tokens and other rarities. What it does not know, and all that is
 * wrong, it leaves to {@link YamlReader}; what it reads it reads exactly as that does (YAML 1.1 as SnakeYAML has it), which
 * QuickYamlTest holds.
 */
final class QuickYaml {
  /** SnakeYAML takes no longer key; a few less, since what counts is where its value begins. */
  private static final int LONGEST_KEY = 1000;

  private final YamlCursor cursor;
  private final YamlScalars scalars;
  /** Keys seen, by hash: templates say the same few over and over. */
  private final String[] seen = new String[128];
  private final Limits limits;
  private final Diagnostics diagnostics;
  private int nodes;
  /** Where the node read last ended. */
  private int end;
  private int endRow;

  private QuickYaml(SourceFile file, Limits limits, Diagnostics diagnostics) {
    this.cursor = new YamlCursor(file);
    this.scalars = new YamlScalars(cursor);
    this.limits = limits;
    this.diagnostics = diagnostics;
  }

  /** The only document of {@code file}; empty, and nothing said, if there is something in it that is not known here. */
  static Optional<Tree> read(SourceFile file, Limits limits, Diagnostics diagnostics) {
    if (file.text().length() > limits.fileBytes() || !isUsual(file.text())) {
      return Optional.empty();
    }
    var said = new Diagnostics();
    try {
      Tree tree = new QuickYaml(file, limits, said).document();
      if (said.isFull()) {
        return Optional.empty();
      }
      said.toList().forEach(diagnostics::add);
      return Optional.of(tree);
    } catch (Unusual _) {
      return Optional.empty();
    }
  }

  /** Whether all characters are such that neither line ends nor offsets need any care. */
  private static boolean isUsual(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean usual = c >= ' ' && c < '\u007F' || c == '\n' || c == '\t' || c >= '\u00A0' && c < '\u2028'
          || c > '\u2029' && c < '\uD800' || c >= '\uE000' && c < '\uFEFF';
      if (!usual) {
        return false;
      }
    }
    return true;
  }

  private Tree document() {
    cursor.skip();
    if (cursor.column() == 0 && cursor.separator()) {
      if (cursor.peek() != '-') {
        throw new Unusual();
      }
      cursor.moveTo(cursor.at() + 3);
      scalars.restOfLine();
      cursor.skip();
    }
    cursor.begin();
    Tree tree = blockNode(-1, 0);
    cursor.skip();
    if (!cursor.atEnd() || !(tree instanceof Tree.Mapping)) {
      throw new Unusual();
    }
    return tree;
  }

  private void enter(int depth) {
    if (++nodes > limits.nodes() || depth * 2 > limits.depth()) {
      throw new Unusual();
    }
  }

  private Span from(int row, int start) {
    return cursor.span(row, start, endRow, end);
  }

  /** The node that begins here, as the first thing in its line or behind a dash, deeper than {@code indent}. */
  private Tree blockNode(int indent, int depth) {
    char c = cursor.peek();
    if (c == '-' && YamlCursor.isBlank(cursor.next())) {
      enter(depth);
      return blockSequence(depth);
    }
    if (c == '"' || c == '\'' || scalars.startsPlain(false)) {
      int start = cursor.at();
      String key = c == '"' || c == '\'' ? scalars.quoted() : scalars.plainLine(false);
      cursor.spaces();
      if (cursor.peek() == ':') {
        enter(depth);
        return blockMapping(start, key, depth);
      }
      cursor.moveTo(start);
    }
    return content(indent, depth);
  }

  /** A tag or a node that is no block collection. */
  private Tree content(int indent, int depth) {
    int start = cursor.at();
    int row = cursor.row();
    if (cursor.peek() == '!') {
      return tagged(indent, indent + 1, depth);
    }
    enter(depth);
    return scalarOrFlow(row, start, false, indent, depth);
  }

  /** A flow collection or a scalar, which under a tag begins with that at {@code start}. */
  private Tree scalarOrFlow(int row, int start, boolean tagged, int indent, int depth) {
    char c = cursor.peek();
    return switch (c) {
      case '[', '{' -> {
        Tree flow = c == '[' ? flowSequence(row, start, depth) : flowMapping(row, start, depth);
        scalars.restOfLine();
        yield flow;
      }
      case '"', '\'' -> {
        String text = scalars.quoted();
        scalars.restOfLine();
        yield scalar(row, start, text, Tree.Kind.TEXT);
      }
      case '|', '>' -> scalar(row, start, scalars.block(indent), Tree.Kind.TEXT);
      default -> {
        if (!scalars.startsPlain(false)) {
          throw new Unusual();
        }
        String text = scalars.plain(indent);
        yield scalar(row, start, text, tagged ? Tree.Kind.TEXT : ScalarKind.of(text));
      }
    };
  }

  private Tree scalar(int row, int start, String text, Tree.Kind kind) {
    end = scalars.end();
    endRow = scalars.endRow();
    return new Tree.Scalar(kind == Tree.Kind.NULL ? "" : text, kind, from(row, start));
  }

  private Tree empty(int row, int offset) {
    end = offset;
    endRow = row;
    return new Tree.Scalar("", Tree.Kind.NULL, from(row, offset));
  }

  /**
   * A node with a short tag. Its content may begin in the next line.
   *
   * @param dash the first column at which the dashes of a sequence below it may stand
   */
  private Tree tagged(int indent, int dash, int depth) {
    int start = cursor.at();
    int row = cursor.row();
    String tag = tag();
    cursor.spaces();
    enter(depth);
    Tree tree;
    if (cursor.peek() == '\n' || cursor.peek() == '#') {
      cursor.skip();
      tree = below(row, start, indent, dash, depth);
    } else {
      tree = scalarOrFlow(row, start, true, indent, depth);
    }
    return ShortTag.expand(tag, tree, diagnostics);
  }

  /** A block collection under a tag, in the lines below it. */
  private Tree below(int row, int start, int indent, int dash, int depth) {
    int column = cursor.column();
    if (cursor.atEnd()) {
      throw new Unusual();
    }
    if (cursor.peek() == '-' && YamlCursor.isBlank(cursor.next()) && column >= dash) {
      return new Tree.Sequence(blockSequence(depth).items(), from(row, start));
    }
    if (column <= indent) {
      throw new Unusual();
    }
    int first = cursor.at();
    char c = cursor.peek();
    if (c == '"' || c == '\'' || scalars.startsPlain(false)) {
      String key = c == '"' || c == '\'' ? scalars.quoted() : scalars.plainLine(false);
      cursor.spaces();
      if (cursor.peek() == ':') {
        return new Tree.Mapping(blockMapping(first, key, depth).entries(), from(row, start));
      }
    }
    throw new Unusual();
  }

  private String tag() {
    int start = cursor.at();
    int at = start + 1;
    while (isLetterOrDigit(cursor.charAt(at))) {
      at++;
    }
    if (at == start + 1 || !YamlCursor.isBlank(cursor.charAt(at))) {
      throw new Unusual();
    }
    cursor.moveTo(at);
    return cursor.text(start, at);
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /** The mapping whose first key, {@code firstKey}, begins at {@code start} in this line; the cursor is at its colon. */
  private Tree.Mapping blockMapping(int start, String firstKey, int depth) {
    int row = cursor.row();
    int column = start - (cursor.at() - cursor.column());
    var entries = new Entries(diagnostics);
    int keyStart = start;
    String key = firstKey;
    while (true) {
      if (!YamlCursor.isBlank(cursor.next()) || cursor.at() - keyStart > LONGEST_KEY
          || key.equals("<<") && cursor.charAt(keyStart) == '<') {
        throw new Unusual();
      }
      Span keyAt = cursor.span(cursor.row(), keyStart, scalars.endRow(), scalars.end());
      cursor.moveTo(cursor.at() + 1);
      nodes++;
      entries.put(known(key), new Tree.Entry(keyAt, value(column, depth + 1)));
      cursor.skip();
      if (cursor.atEnd() || cursor.column() < column) {
        break;
      }
      keyStart = cursor.at();
      char c = cursor.peek();
      if (cursor.column() > column || c != '"' && c != '\'' && !scalars.startsPlain(false)) {
        throw new Unusual();
      }
      key = c == '"' || c == '\'' ? scalars.quoted() : scalars.plainLine(false);
      cursor.spaces();
      if (cursor.peek() != ':') {
        throw new Unusual();
      }
    }
    return new Tree.Mapping(entries.build(), from(row, start));
  }

  /** The value of a key of a mapping at {@code column}, from behind the colon. */
  private Tree value(int column, int depth) {
    int colonEnd = cursor.at();
    int row = cursor.row();
    cursor.spaces();
    if (cursor.peek() == '!') {
      return tagged(column, column, depth);
    }
    if (cursor.peek() != '\n' && cursor.peek() != '#' && !cursor.atEnd()) {
      int start = cursor.at();
      enter(depth);
      return scalarOrFlow(row, start, false, column, depth);
    }
    cursor.skip();
    if (!cursor.atEnd() && cursor.column() == column && cursor.peek() == '-' && YamlCursor.isBlank(cursor.next())) {
      enter(depth);
      return blockSequence(depth);
    }
    if (cursor.atEnd() || cursor.column() <= column) {
      enter(depth);
      return empty(row, colonEnd);
    }
    return blockNode(column, depth);
  }

  /** The sequence whose first dash is here. */
  private Tree.Sequence blockSequence(int depth) {
    int start = cursor.at();
    int row = cursor.row();
    int column = cursor.column();
    var items = new ArrayList<Tree>();
    do {
      int dashRow = cursor.row();
      int dashEnd = cursor.at() + 1;
      cursor.moveTo(dashEnd);
      cursor.skip();
      if (cursor.atEnd() || cursor.column() <= column) {
        enter(depth + 1);
        items.add(empty(dashRow, dashEnd));
      } else {
        items.add(blockNode(column, depth + 1));
        cursor.skip();
      }
    } while (!cursor.atEnd() && cursor.column() == column && cursor.peek() == '-' && YamlCursor.isBlank(cursor.next()));
    if (!cursor.atEnd() && cursor.column() > column) {
      throw new Unusual();
    }
    return new Tree.Sequence(items, from(row, start));
  }

  private Tree flowNode(int depth) {
    enter(depth);
    int start = cursor.at();
    int row = cursor.row();
    if (cursor.peek() != '!') {
      return flowContent(row, start, false, depth);
    }
    String tag = tag();
    if (cursor.peek() != ' ') {
      throw new Unusual();
    }
    cursor.spaces();
    return ShortTag.expand(tag, flowContent(row, start, true, depth), diagnostics);
  }

  private Tree flowContent(int row, int start, boolean tagged, int depth) {
    char c = cursor.peek();
    if (c == '[' || c == '{') {
      return c == '[' ? flowSequence(row, start, depth) : flowMapping(row, start, depth);
    }
    if (c == '"' || c == '\'') {
      return scalar(row, start, scalars.quoted(), Tree.Kind.TEXT);
    }
    if (!scalars.startsPlain(true)) {
      throw new Unusual();
    }
    String text = scalars.plainLine(true);
    return scalar(row, start, text, tagged ? Tree.Kind.TEXT : ScalarKind.of(text));
  }

  private Tree flowSequence(int row, int start, int depth) {
    cursor.moveTo(cursor.at() + 1);
    List<Tree> items = new ArrayList<>();
    cursor.skip();
    while (items.isEmpty() ? cursor.peek() != ']' : comma(']')) {
      items.add(flowNode(depth + 1));
    }
    closed();
    return new Tree.Sequence(items, from(row, start));
  }

  private Tree flowMapping(int row, int start, int depth) {
    cursor.moveTo(cursor.at() + 1);
    var entries = new Entries(diagnostics);
    cursor.skip();
    boolean first = true;
    while (first ? cursor.peek() != '}' : comma('}')) {
      first = false;
      int keyStart = cursor.at();
      char c = cursor.peek();
      if (c != '"' && c != '\'' && !scalars.startsPlain(true)) {
        throw new Unusual();
      }
      String key = c == '"' || c == '\'' ? scalars.quoted() : scalars.plainLine(true);
      Span keyAt = cursor.span(cursor.row(), keyStart, scalars.endRow(), scalars.end());
      cursor.spaces();
      if (cursor.peek() != ':' || cursor.at() - keyStart > LONGEST_KEY
          || key.equals("<<") && cursor.charAt(keyStart) == '<') {
        throw new Unusual();
      }
      cursor.moveTo(cursor.at() + 1);
      cursor.skip();
      nodes++;
      entries.put(known(key), new Tree.Entry(keyAt, flowNode(depth + 1)));
    }
    closed();
    return new Tree.Mapping(entries.build(), from(row, start));
  }

  /** Moves over a comma to the next entry; false at the bracket {@code close}. */
  private boolean comma(char close) {
    cursor.skip();
    if (cursor.peek() == close) {
      return false;
    }
    if (cursor.peek() != ',') {
      throw new Unusual();
    }
    cursor.moveTo(cursor.at() + 1);
    cursor.skip();
    if (cursor.peek() == close) {
      throw new Unusual();
    }
    return true;
  }

  private void closed() {
    cursor.moveTo(cursor.at() + 1);
    end = cursor.at();
    endRow = cursor.row();
  }

  private String known(String key) {
    int slot = key.hashCode() & seen.length - 1;
    if (!key.equals(seen[slot])) {
      seen[slot] = key;
    }
    return seen[slot];
  }
}

package dev.slguard.code.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * Keeps damage to one member from costing the others. Where a member begins is told by the indentation of its first line
 * and by how that looks, never by braces; each member is then read alone, and one that cannot be is mended or blanked.
 * Text is added behind lines only, so that no position moves. Every line is looked at once for each type around it.
 */
final class Outline {
  private static final Set<String> MODIFIERS = Set.of("public", "protected", "private", "static", "final", "abstract",
      "default", "sealed", "non", "strictfp", "native", "synchronized", "transient", "volatile");
  private static final Set<String> CONTINUATIONS = Set.of("throws", "extends", "implements", "permits", "else", "catch",
      "finally");
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");
  private static final int DEEPEST = 12;
  /** Types within types that are read as a whole before their members are looked at. */
  private static final int WHOLE = 3;

  private final String[] lines;
  /** The lines without literals and comments. */
  private final String[] code;
  private final int[] indents;
  private final ToIntFunction<String> functions;
  private final Nested nested;
  private final UnaryOperator<String> mended;

  /** Lines, both inclusive. */
  private record Lines(int first, int last) {}

  /** The type around a member: its keyword and name. */
  private record Around(String keyword, String name) {
    String opened() {
      return switch (keyword) {
        case "interface" -> "interface " + name + " {";
        case "@interface" -> "@interface " + name + " {";
        case "enum" -> "enum " + name + " { ;";
        case "record" -> "record " + name + "() {";
        default -> "class " + name + " {";
      };
    }
  }

  /**
   * An outline of {@code text}.
   *
   * @param functions how many functions a sound compilation unit has; -1 for one that is not sound
   * @param mended a compilation unit with what is wrong in it left out
   */
  Outline(String text, ToIntFunction<String> functions, UnaryOperator<String> mended) {
    this.functions = functions;
    this.mended = mended;
    lines = text.split("\n", -1);
    code = new String[lines.length];
    indents = new int[lines.length];
    var blocks = new Blocks(text);
    int offset = 0;
    for (int i = 0; i < lines.length; i++) {
      StringBuilder plain = new StringBuilder(lines[i]);
      for (int k = 0; k < plain.length(); k++) {
        if (!blocks.isCode(offset + k)) {
          boolean quote = plain.charAt(k) == '"' || plain.charAt(k) == '\'';
          plain.setCharAt(k, quote && !blocks.isComment(offset + k) ? '"' : ' ');
        }
      }
      code[i] = plain.toString();
      indents[i] = indent(code[i]);
      offset += lines[i].length() + 1;
    }
    nested = new Nested(lines, indents, functions);
  }

  private boolean isRead(String text) {
    return functions.applyAsInt(text) >= 0;
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at == line.length() ? -1 : at;
  }

  /** The text with what cannot be read blanked. */
  String repaired() {
    for (Lines each : chunks(0, lines.length - 1)) {
      String word = word(code[each.first()], Math.max(0, indents[each.first()]));
      if (word.equals("package") || word.equals("import")) {
        if (!isRead(text(each))) {
          blank(each);
        }
      } else {
        type(each, 0);
      }
    }
    return String.join("\n", lines);
  }

  // Members

  /** The declarations between two lines, each with the annotations before it; the first may be what is left of one. */
  private List<Lines> chunks(int first, int last) {
    int least = Integer.MAX_VALUE;
    for (int i = first; i <= last; i++) {
      least = indents[i] >= 0 && mayStart(i) ? Math.min(least, indents[i]) : least;
    }
    List<Lines> chunks = new ArrayList<>();
    int start = -1;
    boolean headOnly = false;
    for (int i = first; i <= last; i++) {
      if (indents[i] < 0) {
        continue;
      }
      boolean begins = start < 0 || indents[i] == least && mayStart(i) && !headOnly && !isOpen(i, start);
      if (begins && start >= 0) {
        chunks.add(new Lines(start, lastCode(start, i - 1)));
      }
      if (begins) {
        start = i;
      }
      headOnly = (begins || headOnly) && isHeadOnly(start, i);
    }
    if (start >= 0) {
      chunks.add(new Lines(start, lastCode(start, last)));
    }
    return chunks;
  }

  private int lastCode(int first, int last) {
    int end = last;
    while (end > first && indents[end] < 0) {
      end--;
    }
    return end;
  }

  private boolean mayStart(int line) {
    char c = code[line].charAt(indents[line]);
    return c == '@' || c == '<' || c == '{' && isComplete(line) || !isLabel(line) && Character.isJavaIdentifierStart(c)
        && !CONTINUATIONS.contains(word(code[line], indents[line]));
  }

  /** Whether the code before {@code line} ends as a member does, so that a brace opens an initialiser. */
  private boolean isComplete(int line) {
    String before = code[lastCode(0, Math.max(0, line - 1))].stripTrailing();
    return before.isEmpty() || ";{}".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /** Labels of statements often stand further left than their statements. */
  private boolean isLabel(int line) {
    String text = code[line].strip();
    return text.endsWith(":") && word(text, 0).length() == text.length() - 1;
  }

  /** Whether the line before {@code line} plainly goes on in it. */
  private boolean isOpen(int line, int start) {
    char first = code[line].charAt(indents[line]);
    if (first == '@' || MODIFIERS.contains(word(code[line], indents[line]))) {
      return false;
    }
    int before = lastCode(start, line - 1);
    String word = word(code[line], indents[line]);
    int next = skip(code[line], indents[line] + word.length());
    boolean named = next < code[line].length() && code[line].charAt(next) == '('
        && Character.isLowerCase(code[line].charAt(indents[line]));
    if (named && before - start <= 3 && isTypeOnly(start, before)) {
      return true;
    }
    String end = code[before].stripTrailing();
    return !end.isEmpty() && "(=+-.&|?:<".indexOf(end.charAt(end.length() - 1)) >= 0;
  }

  /** Whether the lines hold the result type of a method whose name follows. */
  private boolean isTypeOnly(int first, int last) {
    String all = String.join("\n", List.of(code).subList(first, last + 1));
    int at = head(all);
    return at < all.length() && all.substring(at).chars().noneMatch(c -> ";{}=()".indexOf(c) >= 0);
  }

  /** Whether the lines hold nothing but annotations and modifiers. */
  private boolean isHeadOnly(int first, int last) {
    String all = String.join("\n", List.of(code).subList(first, last + 1));
    return all.length() < 2_000 && head(all) >= all.stripTrailing().length();
  }

  /** Where the annotations and modifiers end that {@code text} begins with. */
  private static int head(String text) {
    int at = skip(text, 0);
    while (at < text.length()) {
      char c = text.charAt(at);
      String word = word(text, at);
      if (c == '@' && !word(text, at + 1).equals("interface")) {
        at = annotation(text, at + 1);
      } else if (MODIFIERS.contains(word)) {
        at += word.length();
      } else if (c == '-') {
        at++;
      } else {
        return at;
      }
      at = skip(text, at);
    }
    return at;
  }

  private static int annotation(String text, int from) {
    int at = skip(text, from);
    while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    int open = skip(text, at);
    if (open >= text.length() || text.charAt(open) != '(') {
      return at;
    }
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private static int skip(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String word(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return text.substring(Math.min(from, text.length()), end);
  }

  private void member(Lines member, Around around, int depth) {
    boolean type = depth < DEEPEST && isType(member);
    if ((!type || depth <= WHOLE) && isRead(around.opened() + '\n' + text(member) + "\n}")) {
      return;
    }
    if (type) {
      type(member, depth);
    } else {
      Optional<List<String>> mended = mend(member, around);
      Optional<List<String>> kept = nested.kept(member.first(), member.last());
      if (functions(kept, around) > functions(mended, around)) {
        put(member, kept.orElse(List.of()));
      } else if (mended.isPresent()) {
        put(member, mended.get());
      } else {
        blank(member);
      }
    }
  }

  /** Whether the lines have the header of a type: with its keyword, or one that is no method's, field's or initialiser's. */
  private boolean isType(Lines member) {
    if (member.first() == member.last()) {
      return false;
    }
    String all = String.join("\n", List.of(code).subList(member.first(), member.last() + 1));
    int start = head(all);
    int end = start;
    boolean keyword = false;
    while (end < all.length() && "{;=(".indexOf(all.charAt(end)) < 0) {
      String word = word(all, end);
      keyword |= TYPES.contains(word);
      end += Math.max(1, word.length());
    }
    boolean opens = end < all.length() && all.charAt(end) == '{';
    return keyword || opens && end > start;
  }

  // Types

  private void type(Lines type, int depth) {
    if (type.first() == type.last()) {
      if (!isRead(text(type))) {
        blank(type);
      }
      return;
    }
    int close = closing(type);
    int[] brace = brace(type, close);
    int header = brace[0];
    Around around = around(type.first(), header);
    String written = headerText(type.first(), header, brace[1]);
    if (!isRead(written + "}") || around.keyword().equals("enum") && !written.contains("enum ")) {
      replaceHeader(type.first(), header, around);
    } else if (brace[1] < 0) {
      lines[header] += " {";
    } else {
      lines[header] = lines[header].substring(0, brace[1] + 1);
    }
    List<Lines> members = header + 1 > close - 1 ? List.of() : chunks(header + 1, close - 1);
    int next = around.keyword().equals("enum") ? constants(members, around) : 0;
    for (Lines member : members.subList(next, members.size())) {
      member(member, around, depth + 1);
    }
    if (close > type.last()) {
      lines[type.last()] += "}";
    } else {
      int at = indents[close];
      lines[close] = lines[close].substring(0, at + 1);
      for (int i = close + 1; i <= type.last(); i++) {
        lines[i] = "";
      }
    }
  }

  /** The line of the closing brace; the one behind the type if it has none. */
  private int closing(Lines type) {
    for (int i = type.last(); i > type.first(); i--) {
      if (indents[i] >= 0 && indents[i] <= indents[type.first()] && code[i].charAt(indents[i]) == '}') {
        return i;
      }
    }
    return type.last() + 1;
  }

  /** Line and column of the opening brace; column -1 for a line behind which it is missing. */
  private int[] brace(Lines type, int close) {
    int parentheses = 0;
    int name = type.first();
    boolean seen = false;
    for (int i = type.first(); i < close; i++) {
      String line = code[i];
      if (seen && i > name && indents[i] >= 0 && indents[i] <= indents[type.first()] + 4 && isMember(i, type.first())) {
        return new int[]{lastCode(name, i - 1), -1};
      }
      for (int k = 0; k < line.length(); k++) {
        char c = line.charAt(k);
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (!seen && Character.isJavaIdentifierStart(c) && TYPES.contains(word(line, k))) {
          seen = true;
          name = i;
        }
        if (c == '{' && parentheses <= 0) {
          return new int[]{i, k};
        } else if (c == ';' || c == '}' && parentheses <= 0) {
          return new int[]{name, -1};
        }
        k += Math.max(0, word(line, k).length() - 1);
      }
    }
    return new int[]{name, -1};
  }

  /** Whether a line behind the name of a type begins a member, and no part of the header. */
  private boolean isMember(int line, int type) {
    String text = code[line];
    char first = text.charAt(indents[line]);
    String word = word(text, indents[line]);
    return first == '@' || MODIFIERS.contains(word) || indents[line] > indents[type] && mayStart(line) && first != '<'
        && first != '{' && text.indexOf('(', indents[line]) > 0 && text.indexOf('@', indents[line]) < 0;
  }

  private String headerText(int first, int last, int column) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < last; i++) {
      text.append(lines[i]).append('\n');
    }
    return column < 0
        ? text.append(lines[last]).append(" {").toString()
        : text.append(lines[last], 0, column + 1).toString();
  }

  private Around around(int first, int last) {
    String all = String.join("\n", List.of(code).subList(first, last + 1));
    int at = head(all);
    String keyword = "class";
    String name = "";
    boolean known = false;
    while (at < all.length() && (name.isEmpty() || !known && "{;=(".indexOf(all.charAt(at)) < 0)) {
      String word = word(all, at);
      if (TYPES.contains(word) && !known) {
        keyword = at > 0 && all.charAt(at - 1) == '@' ? "@interface" : word;
        known = true;
        name = "";
      } else if (name.isEmpty() && !TYPES.contains(word) && !word.isEmpty() && !MODIFIERS.contains(word)
          && !CONTINUATIONS.contains(word)) {
        name = word;
      }
      at += Math.max(1, word.length());
    }
    return new Around(keyword, name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)) ? "X" : name);
  }

  /** Puts a header with no more than keyword and name in place of one that cannot be read. */
  private void replaceHeader(int first, int last, Around around) {
    for (int i = first; i < last; i++) {
      lines[i] = "";
    }
    int indent = Math.max(0, indents[first]);
    String header = around.keyword().equals("record")
        ? "record " + around.name() + "() {"
        : around.keyword() + ' ' + around.name() + " {";
    lines[last] = " ".repeat(indent) + header;
  }

  /** Keeps the constants of an enum if they can be read; the number of the members that they are. */
  private int constants(List<Lines> members, Around around) {
    int count = 0;
    boolean ends = false;
    while (count < members.size() && !ends && isConstant(members.get(count))) {
      ends = code[members.get(count).last()].indexOf(';') >= 0;
      count++;
    }
    if (count == 0) {
      return 0;
    }
    Lines all = new Lines(members.getFirst().first(), members.get(count - 1).last());
    if (isRead("enum " + around.name() + " {\n" + text(all) + (ends ? "\n}" : "\n;}"))) {
      lines[all.last()] += ends || count == members.size() ? "" : ";";
    } else {
      for (Lines each : members.subList(0, count)) {
        if (!isRead("enum " + around.name() + " {\n" + text(each) + "\n}")) {
          blank(each);
        } else if (",;"
            .indexOf(code[each.last()].stripTrailing().charAt(code[each.last()].stripTrailing().length() - 1)) < 0) {
          lines[each.last()] += ",";
        }
      }
      String last = lines[all.last()].stripTrailing();
      lines[all.last()] += last.endsWith(";") ? "" : ";";
    }
    return count;
  }

  /** Whether it begins as a constant does: with a name and no type before it. */
  private boolean isConstant(Lines member) {
    String line = String.join("\n", List.of(code).subList(member.first(), member.last() + 1));
    int at = skip(line, 0);
    while (at < line.length() && line.charAt(at) == '@') {
      at = skip(line, annotation(line, at + 1));
    }
    String word = word(line, at);
    if (word.isEmpty() || MODIFIERS.contains(word) || TYPES.contains(word)) {
      return false;
    }
    int next = skip(line, at + word.length());
    return next >= line.length() || ",;({".indexOf(line.charAt(next)) >= 0
        || Character.isUpperCase(word.charAt(0)) && word.equals(word.toUpperCase(java.util.Locale.ROOT));
  }

  // Text

  private String text(Lines range) {
    return String.join("\n", List.of(lines).subList(range.first(), range.last() + 1));
  }

  private void blank(Lines range) {
    for (int i = range.first(); i <= range.last(); i++) {
      lines[i] = "";
    }
  }

  /** A member alone with its worst statements left out; empty if that does not help. */
  private Optional<List<String>> mend(Lines member, Around around) {
    if (member.first() == 0) {
      return Optional.empty();
    }
    var alone = new StringBuilder("\n".repeat(member.first() - 1)).append(around.opened()).append('\n');
    alone.append(text(member)).append("\n}\n");
    String[] result = mended.apply(alone.toString()).split("\n", -1);
    if (result.length <= member.last()) {
      return Optional.empty();
    }
    List<String> kept = List.of(result).subList(member.first(), member.last() + 1);
    return functions(Optional.of(kept), around) >= 0 ? Optional.of(kept) : Optional.empty();
  }

  private int functions(Optional<List<String>> member, Around around) {
    String text = String.join("\n", member.orElse(List.of()));
    return text.isBlank() ? -1 : functions.applyAsInt(around.opened() + '\n' + text + "\n}");
  }

  private void put(Lines member, List<String> text) {
    for (int i = member.first(); i <= member.last(); i++) {
      lines[i] = text.get(i - member.first());
    }
  }
}

package dev.slguard.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON with the place of every node. Comments and trailing commas are accepted with a warning; after an error the
 * part before it is the result.
 */
final class JsonReader {
  private final SourceFile file;
  private final String text;
  private final Limits limits;
  private final Diagnostics diagnostics;
  private int at;
  private int nodes;
  private boolean failed;
  private boolean commented;

  JsonReader(SourceFile file, Limits limits, Diagnostics diagnostics) {
    this.file = file;
    this.text = file.text();
    this.limits = limits;
    this.diagnostics = diagnostics;
  }

  /** The document, or what stands before the first error; empty if that is nothing. */
  List<Tree> read() {
    blanks();
    Tree tree = value(0);
    blanks();
    if (!failed && at < text.length()) {
      fail("expected the end of the file, found '" + text.charAt(at) + "'");
    }
    return List.of(tree);
  }

  /** Whether an error was met. */
  boolean failed() {
    return failed;
  }

  private Tree value(int depth) {
    int start = at;
    if (++nodes > limits.nodes()) {
      return fail("the document has more than " + limits.nodes() + " nodes; the rest is not read");
    }
    if (depth > limits.depth()) {
      return fail("nested deeper than " + limits.depth() + " levels; the rest is not read");
    }
    if (at >= text.length()) {
      return fail("expected a value, found the end of the file");
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> Tree.Scalar.text(string(), file.span(start, at));
      default -> word(start);
    };
  }

  private Tree object(int depth) {
    int start = at++;
    var entries = new Entries(diagnostics);
    boolean comma = false;
    while (!failed) {
      blanks();
      if (peek('}')) {
        trailing(comma);
        at++;
        break;
      }
      if (!peek('"')) {
        fail(at >= text.length() ? "the object that begins here is not closed" : "expected a key in quotes",
            at >= text.length() ? start : at);
        break;
      }
      int keyStart = at;
      String key = string();
      Span keyAt = file.span(keyStart, at);
      blanks();
      if (failed || !expect(':')) {
        break;
      }
      blanks();
      Tree value = value(depth + 1);
      entries.put(key, new Tree.Entry(keyAt, value));
      blanks();
      comma = !failed && peek(',');
      if (comma) {
        at++;
      } else if (!failed && !peek('}')) {
        fail(at >= text.length() ? "the object that begins here is not closed" : "expected ',' or '}'",
            at >= text.length() ? start : at);
      }
    }
    return new Tree.Mapping(entries.build(), file.span(start, at));
  }

  private Tree array(int depth) {
    int start = at++;
    var items = new ArrayList<Tree>();
    boolean comma = false;
    while (!failed) {
      blanks();
      if (peek(']')) {
        trailing(comma);
        at++;
        break;
      }
      int before = at;
      Tree item = value(depth + 1);
      if (at > before) {
        items.add(item);
      }
      blanks();
      comma = !failed && peek(',');
      if (comma) {
        at++;
      } else if (!failed && !peek(']')) {
        fail(at >= text.length() ? "the list that begins here is not closed" : "expected ',' or ']'",
            at >= text.length() ? start : at);
      }
    }
    return new Tree.Sequence(items, file.span(start, at));
  }

  private void trailing(boolean comma) {
    if (comma) {
      diagnostics.warning(file.span(at, at + 1), "a comma stands before this bracket; it is ignored");
    }
  }

  private Tree word(int start) {
    while (at < text.length() && ",]}: \t\r\n\"[{/".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    Span span = file.span(start, at);
    return switch (word) {
      case "true", "false" -> new Tree.Scalar(word, Tree.Kind.BOOLEAN, span);
      case "null" -> new Tree.Scalar("", Tree.Kind.NULL, span);
      default -> {
        if (ScalarKind.isNumber(word)) {
          yield new Tree.Scalar(word, Tree.Kind.NUMBER, span);
        }
        yield fail(word.isEmpty()
            ? "expected a value, found '" + Text.shown(text.substring(start, Math.min(start + 1, text.length()))) + "'"
            : "'" + Text.shown(word) + "' is no JSON value", start);
      }
    };
  }

  private String string() {
    int start = at++;
    int plain = at;
    int quote = text.indexOf('"', at);
    int end = quote < 0 ? text.length() : quote;
    if (quote >= 0 && text.indexOf('\\', at, end) < 0 && text.indexOf('\n', at, end) < 0) {
      at = end + 1;
      return text.substring(plain, end);
    }
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\' && text.charAt(at) != '\n') {
      at++;
    }
    var decoded = new StringBuilder(text.substring(plain, at));
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      if (text.charAt(at) == '\\') {
        escape(decoded);
      } else {
        decoded.append(text.charAt(at++));
      }
    }
    if (peek('"')) {
      at++;
    } else {
      fail("the text that begins here is not closed on its line", start);
    }
    return decoded.toString();
  }

  private void escape(StringBuilder decoded) {
    int start = at++;
    char c = at < text.length() ? text.charAt(at++) : '\0';
    switch (c) {
      case '"', '\\', '/' -> decoded.append(c);
      case 'b' -> decoded.append('\b');
      case 'f' -> decoded.append('\f');
      case 'n' -> decoded.append('\n');
      case 'r' -> decoded.append('\r');
      case 't' -> decoded.append('\t');
      case 'u' -> unicode(start, decoded);
      default -> fail("unknown escape in a text", start);
    }
  }

  private void unicode(int start, StringBuilder decoded) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        fail("'\\u' needs four hexadecimal digits", start);
        return;
      }
      value = value * 16 + digit;
      at++;
    }
    decoded.append((char) value);
  }

  private void blanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (c == '/' && at + 1 < text.length() && "/*".indexOf(text.charAt(at + 1)) >= 0) {
        comment();
      } else {
        return;
      }
    }
  }

  private void comment() {
    if (!commented) {
      commented = true;
      diagnostics.note(file.span(at, at + 2), "JSON has no comments; they are skipped");
    }
    boolean line = text.charAt(at + 1) == '/';
    int end = line ? text.indexOf('\n', at) : text.indexOf("*/", at + 2);
    at = end < 0 ? text.length() : line ? end : end + 2;
  }

  private boolean peek(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private boolean expect(char wanted) {
    if (peek(wanted)) {
      at++;
      return true;
    }
    fail("expected '" + wanted + "'");
    return false;
  }

  private Tree fail(String message) {
    return fail(message, Math.min(at, text.length()));
  }

  private Tree fail(String message, int where) {
    Span span = file.span(where, Math.min(where + 1, text.length()));
    if (!failed) {
      failed = true;
      diagnostics.error(span, message + "; what follows is not read");
    }
    return new Tree.Scalar("", Tree.Kind.NULL, span);
  }
}

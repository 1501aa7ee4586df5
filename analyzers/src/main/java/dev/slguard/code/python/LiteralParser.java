package dev.slguard.code.python;

import dev.slguard.code.python.Expression.Part;
import java.util.ArrayList;
import java.util.List;

/** String literals, plain and formatted, with their neighbours joined. */
final class LiteralParser {
  /** Fields nested deeper than this, in formats or in strings inside fields, are not read. */
  private static final int DEEPEST = 24;

  private final ExpressionParser expressions;
  private int depth;

  LiteralParser(ExpressionParser expressions) {
    this.expressions = expressions;
  }

  /** The string at the cursor and those that follow it directly. */
  Expression strings() {
    Cursor cursor = expressions.cursor();
    int start = cursor.start();
    if (cursor.kind() == TokenKind.STRING && cursor.peek(1) != TokenKind.STRING
        && cursor.peek(1) != TokenKind.FORMATTED) {
      return single(cursor, start);
    }
    var parts = new Parts();
    boolean bytes = false;
    boolean formatted = false;
    boolean template = false;
    while (cursor.kind() == TokenKind.STRING || cursor.kind() == TokenKind.FORMATTED) {
      int quote = quote(cursor.text(), cursor.start());
      if (cursor.kind() == TokenKind.STRING) {
        bytes |= StringScanner.has(cursor.text(), cursor.start(), quote, 'b');
        plain(cursor, quote, parts.chars);
      } else {
        formatted = true;
        template |= StringScanner.has(cursor.text(), cursor.start(), quote, 't');
        formatted(cursor, quote, parts);
      }
      cursor.advance();
    }
    if (formatted) {
      return new Expression.Formatted(parts.all(), template, start, cursor.lastEnd());
    }
    return new Expression.Text(parts.chars.toString(), bytes, start, cursor.lastEnd());
  }

  private static Expression single(Cursor cursor, int start) {
    char[] text = cursor.text();
    int quote = quote(text, start);
    boolean bytes = StringScanner.has(text, start, quote, 'b');
    int width = width(text, quote);
    int from = quote + width;
    int to = contentEnd(text, quote, width, cursor.end());
    String value;
    if (isPlain(text, from, to)) {
      value = new String(text, from, to - from);
    } else {
      var decoded = new StringBuilder(to - from);
      plain(cursor, quote, decoded);
      value = decoded.toString();
    }
    cursor.advance();
    return new Expression.Text(value, bytes, start, cursor.lastEnd());
  }

  private static boolean isPlain(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\\' || text[i] == '\r') {
        return false;
      }
    }
    return true;
  }

  private static void plain(Cursor cursor, int quote, StringBuilder value) {
    char[] text = cursor.text();
    int width = width(text, quote);
    boolean raw = StringScanner.isRaw(text, cursor.start(), quote);
    boolean bytes = StringScanner.has(text, cursor.start(), quote, 'b');
    StringValue.append(value, text, quote + width, contentEnd(text, quote, width, cursor.end()), raw, bytes, false);
  }

  private static int quote(char[] text, int start) {
    int i = start;
    while (text[i] != '"' && text[i] != '\'') {
      i++;
    }
    return i;
  }

  /** 3 if the quotes are triple, else 1. */
  private static int width(char[] text, int quote) {
    return text[quote + 1] == text[quote] && text[quote + 2] == text[quote] ? 3 : 1;
  }

  /** Where the characters between the quotes end; an unterminated literal has no closing quotes. */
  private static int contentEnd(char[] text, int quote, int width, int end) {
    if (end - width < quote + width) {
      return Math.max(end, quote + width);
    }
    for (int i = end - width; i < end; i++) {
      if (text[i] != text[quote]) {
        return end;
      }
    }
    return end - width;
  }

  private void formatted(Cursor cursor, int quote, Parts parts) {
    char[] text = cursor.text();
    int width = width(text, quote);
    int to = contentEnd(text, quote, width, cursor.end());
    boolean raw = StringScanner.isRaw(text, cursor.start(), quote);
    pieces(cursor, quote + width, to, raw, parts, true);
  }

  /** Reads plain pieces and fields from {@code from} until {@code to}, or in a format until its brace; where it ended. */
  private int pieces(Cursor cursor, int from, int to, boolean raw, Parts parts, boolean outermost) {
    char[] text = cursor.text();
    int plain = from;
    int i = from;
    while (i < to) {
      char c = text[i];
      if (c == '\\' && i + 1 < to) {
        i = afterEscape(text, i, to, raw);
      } else if (outermost && (c == '{' || c == '}') && i + 1 < to && text[i + 1] == c) {
        i += 2;
      } else if (c == '{') {
        StringValue.append(parts.chars, text, plain, i, raw, false, outermost);
        i = field(cursor, i + 1, to, raw, parts);
        plain = i;
      } else if (c == '}' && !outermost) {
        break;
      } else {
        i++;
      }
    }
    StringValue.append(parts.chars, text, plain, Math.min(i, to), raw, false, outermost);
    return i;
  }

  private static int afterEscape(char[] text, int backslash, int to, boolean raw) {
    char next = text[backslash + 1];
    if (raw || next == '{' || next == '}') {
      return backslash + 1;
    }
    if (next == 'N' && backslash + 2 < to && text[backslash + 2] == '{') {
      int i = backslash + 3;
      while (i < to && text[i] != '}') {
        i++;
      }
      return Math.min(i + 1, to);
    }
    return backslash + 2;
  }

  /** Reads one replacement field whose content starts at {@code from}; the offset after its closing brace. */
  private int field(Cursor cursor, int from, int to, boolean raw, Parts parts) {
    Cursor inner = cursor.field(from, to);
    if (depth >= DEEPEST) {
      inner.fail("less nesting");
      return to;
    }
    depth++;
    expressions.switchTo(inner);
    Expression value = expressions.yieldOrList();
    if (inner.kind() == TokenKind.ASSIGN) {
      inner.advance();
      int shown = inner.failed() ? from : inner.start();
      StringValue.append(parts.chars, cursor.text(), from, shown, true, false, false);
    }
    String conversion = "";
    if (inner.accept(TokenKind.BANG)) {
      conversion = inner.kind() == TokenKind.NAME ? inner.name() : "";
      inner.expect(TokenKind.NAME);
    }
    int after;
    List<Part> format = List.of();
    if (inner.kind() == TokenKind.COLON) {
      var nested = new Parts();
      after = pieces(cursor, inner.start() + 1, to, raw, nested, false) + 1;
      format = nested.all();
    } else if (inner.kind() == TokenKind.RIGHT_BRACE) {
      after = inner.end();
    } else {
      inner.fail("'}'");
      after = afterBrace(cursor.text(), from, to);
    }
    expressions.switchTo(cursor);
    depth--;
    parts.add(new Part.Field(value, conversion, format));
    return Math.min(after, to);
  }

  private static int afterBrace(char[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] != '}') {
      i++;
    }
    return i + 1;
  }

  /** The parts read so far and the characters since the last field. */
  private static final class Parts {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder chars = new StringBuilder();

    void add(Part part) {
      flush();
      parts.add(part);
    }

    List<Part> all() {
      flush();
      return parts;
    }

    private void flush() {
      if (!chars.isEmpty()) {
        parts.add(new Part.Chars(chars.toString()));
        chars.setLength(0);
      }
    }
  }
}

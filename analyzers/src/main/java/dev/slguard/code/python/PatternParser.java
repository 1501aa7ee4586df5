package dev.slguard.code.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The patterns of {@code case}. */
final class PatternParser {
  /** Deepest nesting of patterns. */
  private static final int DEEPEST = 100;

  private final ExpressionParser expressions;
  private final Cursor cursor;
  private int depth;

  PatternParser(ExpressionParser expressions) {
    this.expressions = expressions;
    this.cursor = expressions.cursor();
  }

  /** A pattern, or several with commas as a sequence. */
  Pattern top() {
    Pattern first = item();
    if (cursor.kind() != TokenKind.COMMA) {
      return first instanceof Pattern.Rest ? new Pattern.Sequence(List.of(first)) : first;
    }
    var items = new ArrayList<Pattern>();
    items.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != TokenKind.COLON && cursor.kind() != TokenKind.IF) {
      items.add(item());
    }
    return new Pattern.Sequence(items);
  }

  private Pattern item() {
    if (cursor.accept(TokenKind.STAR)) {
      String name = cursor.kind() == TokenKind.NAME ? cursor.name() : "_";
      cursor.expect(TokenKind.NAME);
      return new Pattern.Rest(name.equals("_") ? Optional.empty() : Optional.of(name));
    }
    return pattern();
  }

  private Pattern pattern() {
    if (++depth > DEEPEST) {
      cursor.fail("less nesting");
      depth--;
      return new Pattern.Wildcard();
    }
    Pattern first = closed();
    if (cursor.kind() == TokenKind.PIPE) {
      var alternatives = new ArrayList<Pattern>();
      alternatives.add(first);
      while (cursor.accept(TokenKind.PIPE)) {
        alternatives.add(closed());
      }
      first = new Pattern.Either(alternatives);
    }
    if (cursor.accept(TokenKind.AS)) {
      String name = cursor.kind() == TokenKind.NAME ? cursor.name() : "_";
      cursor.expect(TokenKind.NAME);
      first = new Pattern.Capture(Optional.of(first), name);
    }
    depth--;
    return first;
  }

  private Pattern closed() {
    return switch (cursor.kind()) {
      case NAME -> named();
      case LEFT_PARENTHESIS -> sequence(TokenKind.RIGHT_PARENTHESIS);
      case LEFT_BRACKET -> sequence(TokenKind.RIGHT_BRACKET);
      case LEFT_BRACE -> mapping();
      default -> new Pattern.Value(expressions.binary(TokenKind.PLUS.power()));
    };
  }

  private Pattern named() {
    int start = cursor.start();
    String id = cursor.name();
    if (cursor.peek(1) != TokenKind.DOT && cursor.peek(1) != TokenKind.LEFT_PARENTHESIS) {
      cursor.advance();
      return id.equals("_") ? new Pattern.Wildcard() : new Pattern.Capture(Optional.empty(), id);
    }
    cursor.advance();
    Expression value = new Expression.Name(id, start, cursor.lastEnd());
    while (cursor.accept(TokenKind.DOT)) {
      String attribute = cursor.name();
      cursor.expect(TokenKind.NAME);
      value = new Expression.Attribute(value, attribute, start, cursor.lastEnd());
    }
    return cursor.kind() == TokenKind.LEFT_PARENTHESIS ? instance(value) : new Pattern.Value(value);
  }

  private Pattern instance(Expression type) {
    cursor.advance();
    var positional = new ArrayList<Pattern>();
    var attributes = new ArrayList<Pattern.Attribute>();
    while (cursor.kind() != TokenKind.RIGHT_PARENTHESIS && !cursor.failed()) {
      if (cursor.kind() == TokenKind.NAME && cursor.peek(1) == TokenKind.ASSIGN) {
        String name = cursor.name();
        cursor.advance();
        cursor.advance();
        attributes.add(new Pattern.Attribute(name, pattern()));
      } else {
        positional.add(pattern());
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Pattern.Instance(type, positional, attributes);
  }

  private Pattern sequence(TokenKind closer) {
    cursor.advance();
    var items = new ArrayList<Pattern>();
    boolean comma = false;
    while (cursor.kind() != closer && !cursor.failed()) {
      items.add(item());
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
      comma = true;
    }
    cursor.expect(closer);
    boolean group = closer == TokenKind.RIGHT_PARENTHESIS && items.size() == 1 && !comma
        && !(items.getFirst() instanceof Pattern.Rest);
    return group ? items.getFirst() : new Pattern.Sequence(items);
  }

  private Pattern mapping() {
    cursor.advance();
    var items = new ArrayList<Pattern.MappingItem>();
    Optional<String> rest = Optional.empty();
    while (cursor.kind() != TokenKind.RIGHT_BRACE && !cursor.failed()) {
      if (cursor.accept(TokenKind.DOUBLE_STAR)) {
        rest = Optional.of(cursor.name());
        cursor.expect(TokenKind.NAME);
      } else {
        Expression key = expressions.binary(TokenKind.PLUS.power());
        cursor.expect(TokenKind.COLON);
        items.add(new Pattern.MappingItem(key, pattern()));
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.RIGHT_BRACE);
    return new Pattern.Mapping(items, rest);
  }
}

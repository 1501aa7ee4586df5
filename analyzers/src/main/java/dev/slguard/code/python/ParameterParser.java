package dev.slguard.code.python;

import dev.slguard.code.python.Expression.Parameter;
import dev.slguard.code.python.Expression.ParameterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parameters of functions and lambdas, and type parameters. */
final class ParameterParser {
  private final ExpressionParser expressions;

  ParameterParser(ExpressionParser expressions) {
    this.expressions = expressions;
  }

  /** The parameters of a function, between its brackets. */
  List<Parameter> typed() {
    return parameters(TokenKind.RIGHT_PARENTHESIS, true);
  }

  /** The parameters of a lambda, up to its colon. */
  List<Parameter> untyped() {
    return parameters(TokenKind.COLON, false);
  }

  private List<Parameter> parameters(TokenKind closer, boolean typed) {
    Cursor cursor = expressions.cursor();
    var read = new ArrayList<Parameter>(4);
    ParameterKind plain = ParameterKind.NORMAL;
    while (cursor.kind() != closer && !cursor.failed()) {
      if (cursor.accept(TokenKind.SLASH)) {
        read.replaceAll(ParameterParser::positionalOnly);
      } else if (cursor.kind() == TokenKind.STAR) {
        plain = ParameterKind.KEYWORD_ONLY;
        if (cursor.peek(1) == TokenKind.COMMA || cursor.peek(1) == closer) {
          cursor.advance();
        } else {
          read.add(parameter(ParameterKind.STAR, typed));
        }
      } else if (cursor.kind() == TokenKind.DOUBLE_STAR) {
        read.add(parameter(ParameterKind.DOUBLE_STAR, typed));
      } else {
        read.add(parameter(plain, typed));
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    return read;
  }

  private static Parameter positionalOnly(Parameter parameter) {
    return new Parameter(ParameterKind.POSITIONAL_ONLY, parameter.name(), parameter.target(), parameter.annotation(),
        parameter.initial(), parameter.start(), parameter.end());
  }

  private Parameter parameter(ParameterKind kind, boolean typed) {
    Cursor cursor = expressions.cursor();
    if (kind == ParameterKind.STAR || kind == ParameterKind.DOUBLE_STAR) {
      cursor.advance();
    }
    int start = cursor.start();
    String name = "";
    Optional<Expression> target = Optional.empty();
    if (cursor.kind() == TokenKind.LEFT_PARENTHESIS) {
      target = Optional.of(expressions.binary(TokenKind.UNARY_POWER));
    } else if (cursor.kind() == TokenKind.NAME || cursor.kind() == TokenKind.ASYNC
        || cursor.kind() == TokenKind.AWAIT) {
      name = cursor.name();
      cursor.advance();
    } else {
      cursor.fail("a parameter");
    }
    int end = cursor.lastEnd();
    Optional<Expression> annotation = Optional.empty();
    if (typed && cursor.accept(TokenKind.COLON)) {
      annotation = Optional.of(expressions.starredOrNamed());
    }
    Optional<Expression> initial = cursor.accept(TokenKind.ASSIGN)
        ? Optional.of(expressions.expression())
        : Optional.empty();
    return new Parameter(kind, name, target, annotation, initial, start, end);
  }

  /** {@code [T: bound = default, *Ts, **P]}, or nothing. */
  List<Statement.TypeParameter> types() {
    Cursor cursor = expressions.cursor();
    if (!cursor.accept(TokenKind.LEFT_BRACKET)) {
      return List.of();
    }
    var types = new ArrayList<Statement.TypeParameter>(2);
    while (cursor.kind() != TokenKind.RIGHT_BRACKET && !cursor.failed()) {
      types.add(type());
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.RIGHT_BRACKET);
    return types;
  }

  private Statement.TypeParameter type() {
    Cursor cursor = expressions.cursor();
    if (cursor.kind() == TokenKind.STAR || cursor.kind() == TokenKind.DOUBLE_STAR) {
      cursor.advance();
    }
    String name = cursor.kind() == TokenKind.NAME ? cursor.name() : "";
    cursor.expect(TokenKind.NAME);
    Optional<Expression> bound = cursor.accept(TokenKind.COLON)
        ? Optional.of(expressions.expression())
        : Optional.empty();
    Optional<Expression> initial = cursor.accept(TokenKind.ASSIGN)
        ? Optional.of(expressions.starredOrNamed())
        : Optional.empty();
    return new Statement.TypeParameter(name, bound, initial);
  }
}

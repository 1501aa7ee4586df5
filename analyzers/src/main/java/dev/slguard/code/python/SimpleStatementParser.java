package dev.slguard.code.python;

import dev.slguard.code.python.Expression.Argument;
import dev.slguard.code.python.Expression.ArgumentKind;
import dev.slguard.code.python.Statement.Alias;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements without a block, those of Python 2 included. */
final class SimpleStatementParser {
  private final ExpressionParser expressions;
  private final Cursor cursor;

  SimpleStatementParser(ExpressionParser expressions) {
    this.expressions = expressions;
    this.cursor = expressions.cursor();
  }

  /** One statement; what ends it is left to the caller. */
  Statement statement() {
    int start = cursor.start();
    return switch (cursor.kind()) {
      case RETURN -> {
        cursor.advance();
        Optional<Expression> value = optionalList();
        yield new Statement.Return(value, start, cursor.lastEnd());
      }
      case PASS -> {
        cursor.advance();
        yield new Statement.Pass(start, cursor.lastEnd());
      }
      case BREAK -> {
        cursor.advance();
        yield new Statement.Break(start, cursor.lastEnd());
      }
      case CONTINUE -> {
        cursor.advance();
        yield new Statement.Continue(start, cursor.lastEnd());
      }
      case RAISE -> raise();
      case ASSERT -> {
        cursor.advance();
        Expression test = expressions.named();
        Optional<Expression> message = cursor.accept(TokenKind.COMMA)
            ? Optional.of(expressions.expression())
            : Optional.empty();
        yield new Statement.Assert(test, message, start, cursor.lastEnd());
      }
      case DEL -> delete();
      case IMPORT -> {
        cursor.advance();
        List<Alias> names = aliases(true);
        yield new Statement.Import(names, start, cursor.lastEnd());
      }
      case FROM -> importFrom();
      case GLOBAL -> {
        List<String> names = names();
        yield new Statement.Global(names, start, cursor.lastEnd());
      }
      case NONLOCAL -> {
        List<String> names = names();
        yield new Statement.Nonlocal(names, start, cursor.lastEnd());
      }
      case NAME -> soft();
      default -> expression();
    };
  }

  /** A statement that begins with a name, which may be a keyword of Python 2 or of some places only. */
  private Statement soft() {
    TokenKind next = cursor.peek(1);
    if (next == TokenKind.NAME && cursor.isWord("type")
        && (cursor.peek(2) == TokenKind.ASSIGN || cursor.peek(2) == TokenKind.LEFT_BRACKET)) {
      return typeAlias();
    }
    if (beginsOperand(next) && (cursor.isWord("print") || cursor.isWord("exec"))) {
      return legacy();
    }
    return expression();
  }

  private boolean beginsOperand(TokenKind kind) {
    return switch (kind) {
      case NAME, NUMBER, STRING, FORMATTED, NONE, TRUE, FALSE, LAMBDA, LEFT_BRACE, BACKTICK -> true;
      case NOT -> cursor.peek(2) != TokenKind.IN;
      default -> false;
    };
  }

  /** Python 2: {@code print a, b} and {@code exec code in globals, locals}, read as calls. */
  private Statement legacy() {
    int start = cursor.start();
    boolean exec = cursor.isWord("exec");
    var function = new Expression.Name(cursor.name(), start, cursor.end());
    cursor.advance();
    var arguments = new ArrayList<Argument>();
    do {
      if (cursor.kind().startsExpression()) {
        Expression value = exec ? expressions.binary(TokenKind.PIPE_POWER) : expressions.expression();
        arguments.add(new Argument(ArgumentKind.POSITIONAL, "", value));
      }
    } while (cursor.accept(TokenKind.COMMA) || exec && cursor.accept(TokenKind.IN));
    var call = new Expression.Call(function, arguments, start, cursor.lastEnd());
    return new Statement.Evaluate(call, start, cursor.lastEnd());
  }

  private Statement typeAlias() {
    int start = cursor.start();
    cursor.advance();
    String name = cursor.name();
    cursor.advance();
    List<Statement.TypeParameter> types = expressions.parameters().types();
    cursor.expect(TokenKind.ASSIGN);
    Expression value = expressions.expression();
    return new Statement.TypeAlias(name, types, value, start, cursor.lastEnd());
  }

  private Statement expression() {
    int start = cursor.start();
    Expression first = expressions.yieldOrList();
    return switch (cursor.kind()) {
      case ASSIGN -> assign(first, start);
      case AUGMENTED -> {
        TokenKind operator = operator(cursor.text(), cursor.start(), cursor.end() - 1);
        cursor.advance();
        Expression value = expressions.yieldOrList();
        yield new Statement.AugmentedAssign(first, operator, value, start, cursor.lastEnd());
      }
      case COLON -> {
        cursor.advance();
        Expression annotation = expressions.expression();
        Optional<Expression> value = cursor.accept(TokenKind.ASSIGN)
            ? Optional.of(expressions.yieldOrList())
            : Optional.empty();
        yield new Statement.AnnotatedAssign(first, annotation, value, start, cursor.lastEnd());
      }
      default -> new Statement.Evaluate(first, start, cursor.lastEnd());
    };
  }

  private Statement assign(Expression first, int start) {
    var targets = new ArrayList<Expression>(1);
    Expression value = first;
    while (cursor.accept(TokenKind.ASSIGN)) {
      targets.add(value);
      value = expressions.yieldOrList();
    }
    return new Statement.Assign(targets, value, start, cursor.lastEnd());
  }

  private static TokenKind operator(char[] text, int start, int end) {
    boolean twice = end - start == 2;
    return switch (text[start]) {
      case '+' -> TokenKind.PLUS;
      case '-' -> TokenKind.MINUS;
      case '*' -> twice ? TokenKind.DOUBLE_STAR : TokenKind.STAR;
      case '/' -> twice ? TokenKind.DOUBLE_SLASH : TokenKind.SLASH;
      case '%' -> TokenKind.PERCENT;
      case '@' -> TokenKind.AT;
      case '&' -> TokenKind.AMPERSAND;
      case '|' -> TokenKind.PIPE;
      case '^' -> TokenKind.CARET;
      case '<' -> TokenKind.LEFT_SHIFT;
      default -> TokenKind.RIGHT_SHIFT;
    };
  }

  private Optional<Expression> optionalList() {
    return cursor.kind().startsExpression() ? Optional.of(expressions.yieldOrList()) : Optional.empty();
  }

  private Statement raise() {
    int start = cursor.start();
    cursor.advance();
    if (!cursor.kind().startsExpression()) {
      return new Statement.Raise(Optional.empty(), Optional.empty(), start, cursor.lastEnd());
    }
    Expression exception = expressions.expression();
    Optional<Expression> cause = Optional.empty();
    if (cursor.accept(TokenKind.FROM)) {
      cause = Optional.of(expressions.expression());
    } else if (cursor.accept(TokenKind.COMMA)) {
      exception = legacyRaise(exception, start);
    }
    return new Statement.Raise(Optional.of(exception), cause, start, cursor.lastEnd());
  }

  /** Python 2: {@code raise Type, value, traceback}, read as {@code raise Type(value)}. */
  private Expression legacyRaise(Expression type, int start) {
    Expression value = expressions.expression();
    if (cursor.accept(TokenKind.COMMA)) {
      expressions.expression();
    }
    var argument = new Argument(ArgumentKind.POSITIONAL, "", value);
    return new Expression.Call(type, List.of(argument), start, cursor.lastEnd());
  }

  private Statement delete() {
    int start = cursor.start();
    cursor.advance();
    var targets = new ArrayList<Expression>();
    do {
      if (!cursor.kind().startsExpression() && !targets.isEmpty()) {
        break;
      }
      targets.add(expressions.binary(TokenKind.PIPE_POWER));
    } while (cursor.accept(TokenKind.COMMA));
    return new Statement.Delete(targets, start, cursor.lastEnd());
  }

  private List<String> names() {
    cursor.advance();
    var names = new ArrayList<String>();
    do {
      if (cursor.kind() == TokenKind.NAME) {
        names.add(cursor.name());
      }
      cursor.expect(TokenKind.NAME);
    } while (cursor.accept(TokenKind.COMMA));
    return names;
  }

  private Statement importFrom() {
    int start = cursor.start();
    cursor.advance();
    int level = 0;
    while (cursor.kind() == TokenKind.DOT || cursor.kind() == TokenKind.ELLIPSIS) {
      level += cursor.kind() == TokenKind.DOT ? 1 : 3;
      cursor.advance();
    }
    String module = cursor.kind() == TokenKind.IMPORT && level > 0 ? "" : dotted();
    cursor.expect(TokenKind.IMPORT);
    List<Alias> names;
    if (cursor.kind() == TokenKind.STAR) {
      names = List.of(new Alias("*", Optional.empty(), cursor.start(), cursor.end()));
      cursor.advance();
    } else if (cursor.accept(TokenKind.LEFT_PARENTHESIS)) {
      names = aliases(false);
      cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    } else {
      names = aliases(false);
    }
    return new Statement.ImportFrom(level, module, names, start, cursor.lastEnd());
  }

  private List<Alias> aliases(boolean dotted) {
    var aliases = new ArrayList<Alias>(2);
    do {
      if (!aliases.isEmpty() && !isImportable()) {
        break;
      }
      int start = cursor.start();
      String name = dotted ? dotted() : part();
      Optional<String> as = cursor.accept(TokenKind.AS) ? Optional.of(part()) : Optional.empty();
      aliases.add(new Alias(name, as, start, cursor.lastEnd()));
    } while (cursor.accept(TokenKind.COMMA));
    return aliases;
  }

  private String dotted() {
    String name = part();
    if (cursor.kind() != TokenKind.DOT) {
      return name;
    }
    var whole = new StringBuilder(name);
    while (cursor.accept(TokenKind.DOT)) {
      whole.append('.').append(part());
    }
    return whole.toString();
  }

  private String part() {
    if (!isImportable()) {
      cursor.fail("a name");
      return "";
    }
    String name = cursor.name();
    cursor.advance();
    return name;
  }

  /** Names, and words that were none in older Pythons. */
  private boolean isImportable() {
    return switch (cursor.kind()) {
      case NAME, ASYNC, AWAIT, NONLOCAL, PASS, LAMBDA, NONE, TRUE, FALSE -> true;
      default -> false;
    };
  }
}

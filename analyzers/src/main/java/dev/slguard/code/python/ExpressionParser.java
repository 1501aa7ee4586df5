package dev.slguard.code.python;

import dev.slguard.code.python.Expression.Argument;
import dev.slguard.code.python.Expression.ArgumentKind;
import dev.slguard.code.python.Expression.Clause;
import dev.slguard.code.python.Expression.Comprehension;
import dev.slguard.code.python.Expression.ComprehensionKind;
import dev.slguard.code.python.Expression.Constant;
import dev.slguard.code.python.Expression.ConstantKind;
import dev.slguard.code.python.Expression.Entry;
import dev.slguard.code.python.Expression.Name;
import dev.slguard.code.python.Expression.Relation;
import dev.slguard.code.python.Expression.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Expressions of Python up to 3.14 and of Python 2, by recursive descent and precedence climbing. Nesting is bounded;
 * chains of operators, calls and attributes are not, for they are read in a loop. Not thread-safe.
 */
final class ExpressionParser {
  /** Deepest nesting of expressions; CPython's tokenizer allows 200 open brackets. */
  private static final int DEEPEST = 200;

  private final ParameterParser parameters = new ParameterParser(this);
  private final LiteralParser literals = new LiteralParser(this);
  private Cursor cursor;
  private int depth;
  private ScopeFacts scope = new ScopeFacts();

  ExpressionParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Where this parser reads: the file, or for a while the field of a formatted string. */
  Cursor cursor() {
    return cursor;
  }

  /** Reads from {@code other} from now on; the cursor used so far. */
  Cursor switchTo(Cursor other) {
    Cursor before = cursor;
    cursor = other;
    return before;
  }

  /** Parameters of functions and lambdas. */
  ParameterParser parameters() {
    return parameters;
  }

  /** Notes from now on in {@code inner} what belongs to a function as a whole; where that was noted before. */
  ScopeFacts enter(ScopeFacts inner) {
    ScopeFacts before = scope;
    scope = inner;
    return before;
  }

  /** A conditional expression, a lambda or anything that binds tighter. */
  Expression expression() {
    if (++depth > DEEPEST) {
      cursor.fail("less nesting");
      depth--;
      return unreadable();
    }
    Expression result = cursor.kind() == TokenKind.LAMBDA ? lambda() : conditional();
    depth--;
    return result;
  }

  private Expression conditional() {
    int start = cursor.start();
    Expression body = binary(TokenKind.OR_POWER);
    if (cursor.kind() != TokenKind.IF) {
      return body;
    }
    cursor.advance();
    Expression test = binary(TokenKind.OR_POWER);
    cursor.expect(TokenKind.ELSE);
    Expression otherwise = expression();
    return new Expression.Conditional(test, body, otherwise, start, cursor.lastEnd());
  }

  private Expression lambda() {
    int start = cursor.start();
    cursor.advance();
    List<Expression.Parameter> read = parameters.untyped();
    cursor.expect(TokenKind.COLON);
    var inner = new ScopeFacts();
    ScopeFacts outer = enter(inner);
    Expression body = expression();
    enter(outer);
    return new Expression.Lambda(read, body, inner, start, cursor.lastEnd());
  }

  /** An expression or {@code name := expression}. */
  Expression named() {
    int start = cursor.start();
    Expression left = expression();
    if (cursor.kind() == TokenKind.WALRUS && left instanceof Name name) {
      cursor.advance();
      scope.noteName(name.id());
      Expression value = expression();
      return new Expression.Walrus(name, value, start, cursor.lastEnd());
    }
    return left;
  }

  /** {@code *value}, or a named expression. */
  Expression starredOrNamed() {
    return cursor.kind() == TokenKind.STAR ? starred() : named();
  }

  private Expression starred() {
    int start = cursor.start();
    cursor.advance();
    Expression value = binary(TokenKind.PIPE_POWER);
    return new Expression.Starred(value, start, cursor.lastEnd());
  }

  /** One expression, or several with commas as a tuple; each may be starred. */
  Expression list() {
    int start = cursor.start();
    Expression first = starredOrNamed();
    return cursor.kind() == TokenKind.COMMA ? tuple(first, start) : first;
  }

  private Expression tuple(Expression first, int start) {
    var items = new ArrayList<Expression>();
    items.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind().startsExpression()) {
      items.add(starredOrNamed());
    }
    return new Expression.Tuple(items, start, cursor.lastEnd());
  }

  /** A {@code yield}, or {@link #list}. */
  Expression yieldOrList() {
    return cursor.kind() == TokenKind.YIELD ? yielded() : list();
  }

  private Expression yielded() {
    int start = cursor.start();
    scope.noteYield();
    cursor.advance();
    if (cursor.accept(TokenKind.FROM)) {
      Expression value = expression();
      return new Expression.YieldFrom(value, start, cursor.lastEnd());
    }
    Optional<Expression> value = cursor.kind().startsExpression() ? Optional.of(list()) : Optional.empty();
    return new Expression.Yield(value, start, cursor.lastEnd());
  }

  /** What stands between {@code for} and {@code in}. */
  Expression targets() {
    int start = cursor.start();
    Expression first = target();
    if (cursor.kind() != TokenKind.COMMA) {
      return first;
    }
    var items = new ArrayList<Expression>();
    items.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind().startsExpression()) {
      items.add(target());
    }
    return new Expression.Tuple(items, start, cursor.lastEnd());
  }

  private Expression target() {
    return cursor.kind() == TokenKind.STAR ? starred() : binary(TokenKind.PIPE_POWER);
  }

  /** Operators that bind at least as tight as {@code least}. */
  Expression binary(int least) {
    int start = cursor.start();
    Expression left = unary();
    while (true) {
      TokenKind operator = cursor.kind();
      int power = operator.power();
      if (power < least || power == 0) {
        return left;
      }
      if (power == TokenKind.COMPARISON_POWER) {
        if (operator == TokenKind.NOT && cursor.peek(1) != TokenKind.IN) {
          return left;
        }
        left = comparison(left, start);
      } else if (power <= TokenKind.AND_POWER) {
        left = logical(left, operator, start);
      } else {
        cursor.advance();
        Expression right = operator == TokenKind.DOUBLE_STAR ? power() : binary(power + 1);
        left = new Expression.Binary(left, operator, right, start, cursor.lastEnd());
      }
    }
  }

  /** The right operand of {@code **}, which binds tighter than a sign on its left and looser than one on its right. */
  private Expression power() {
    return nested(() -> binary(TokenKind.UNARY_POWER));
  }

  private Expression nested(Supplier<Expression> production) {
    if (++depth > DEEPEST) {
      cursor.fail("less nesting");
      depth--;
      return unreadable();
    }
    Expression result = production.get();
    depth--;
    return result;
  }

  private Expression logical(Expression first, TokenKind operator, int start) {
    var operands = new ArrayList<Expression>();
    operands.add(first);
    while (cursor.accept(operator)) {
      operands.add(binary(operator.power() + 1));
    }
    return new Expression.Logical(operator, operands, start, cursor.lastEnd());
  }

  private Expression comparison(Expression first, int start) {
    var operands = new ArrayList<Expression>();
    var operators = new ArrayList<Relation>();
    operands.add(first);
    while (cursor.kind().power() == TokenKind.COMPARISON_POWER
        && (cursor.kind() != TokenKind.NOT || cursor.peek(1) == TokenKind.IN)) {
      operators.add(relation());
      operands.add(binary(TokenKind.PIPE_POWER));
    }
    return new Expression.Comparison(operands, operators, start, cursor.lastEnd());
  }

  private Relation relation() {
    TokenKind operator = cursor.kind();
    cursor.advance();
    if (operator == TokenKind.NOT) {
      cursor.advance();
      return Relation.NOT_IN;
    }
    if (operator == TokenKind.IS) {
      return cursor.accept(TokenKind.NOT) ? Relation.IS_NOT : Relation.IS;
    }
    return operator == TokenKind.IN ? Relation.IN : Relation.valueOf(operator.name());
  }

  private Expression unary() {
    int start = cursor.start();
    TokenKind operator = cursor.kind();
    if (operator == TokenKind.NOT) {
      cursor.advance();
      Expression operand = nested(() -> binary(TokenKind.COMPARISON_POWER));
      return new Expression.Unary(operator, operand, start, cursor.lastEnd());
    }
    if (operator == TokenKind.MINUS || operator == TokenKind.PLUS || operator == TokenKind.TILDE) {
      cursor.advance();
      Expression operand = nested(() -> binary(TokenKind.UNARY_POWER));
      return new Expression.Unary(operator, operand, start, cursor.lastEnd());
    }
    if (operator == TokenKind.AWAIT && cursor.peek(1).startsExpression()) {
      cursor.advance();
      Expression value = nested(this::primary);
      return new Expression.Await(value, start, cursor.lastEnd());
    }
    if (operator == TokenKind.LAMBDA) {
      return nested(this::lambda);
    }
    return primary();
  }

  /** An atom and the calls, subscripts and attributes behind it. */
  private Expression primary() {
    int start = cursor.start();
    Expression value = atom();
    while (true) {
      switch (cursor.kind()) {
        case DOT -> {
          cursor.advance();
          if (cursor.kind() != TokenKind.NAME && !cursor.kind().isKeyword()) {
            cursor.fail("a name");
            return value;
          }
          String name = cursor.name();
          cursor.advance();
          value = new Expression.Attribute(value, name, start, cursor.lastEnd());
        }
        case LEFT_PARENTHESIS -> {
          List<Argument> arguments = nestedArguments();
          value = new Expression.Call(value, arguments, start, cursor.lastEnd());
        }
        case LEFT_BRACKET -> {
          cursor.advance();
          Expression index = nested(this::subscript);
          cursor.expect(TokenKind.RIGHT_BRACKET);
          value = new Expression.Subscript(value, index, start, cursor.lastEnd());
        }
        default -> {
          return value;
        }
      }
    }
  }

  private List<Argument> nestedArguments() {
    if (++depth > DEEPEST) {
      cursor.fail("less nesting");
    }
    List<Argument> arguments = arguments();
    depth--;
    return arguments;
  }

  /** The arguments of a call or the bases of a class, brackets included. */
  List<Argument> arguments() {
    int open = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_PARENTHESIS)) {
      return List.of();
    }
    var arguments = new ArrayList<Argument>(4);
    do {
      if (cursor.kind() == TokenKind.RIGHT_PARENTHESIS) {
        break;
      }
      arguments.add(argument(open));
    } while (cursor.accept(TokenKind.COMMA));
    cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    return arguments;
  }

  private Argument argument(int open) {
    TokenKind kind = cursor.kind();
    if (kind == TokenKind.STAR) {
      cursor.advance();
      return new Argument(ArgumentKind.STAR, "", expression());
    }
    if (kind == TokenKind.DOUBLE_STAR) {
      cursor.advance();
      return new Argument(ArgumentKind.DOUBLE_STAR, "", expression());
    }
    if ((kind == TokenKind.NAME || kind.isKeyword()) && cursor.peek(1) == TokenKind.ASSIGN) {
      String keyword = cursor.name();
      cursor.advance();
      cursor.advance();
      return new Argument(ArgumentKind.KEYWORD, keyword, expression());
    }
    Expression value = named();
    if (isComprehension()) {
      List<Clause> clauses = clauses(false);
      int end = cursor.kind() == TokenKind.RIGHT_PARENTHESIS ? cursor.end() : cursor.lastEnd();
      value = new Comprehension(ComprehensionKind.GENERATOR, value, Optional.empty(), clauses, open, end);
    }
    return new Argument(ArgumentKind.POSITIONAL, "", value);
  }

  private Expression subscript() {
    int start = cursor.start();
    Expression first = index();
    if (cursor.kind() != TokenKind.COMMA) {
      return first;
    }
    var items = new ArrayList<Expression>();
    items.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != TokenKind.RIGHT_BRACKET) {
      items.add(index());
    }
    return new Expression.Tuple(items, start, cursor.lastEnd());
  }

  private Expression index() {
    int start = cursor.start();
    Optional<Expression> lower = Optional.empty();
    if (cursor.kind() != TokenKind.COLON) {
      Expression value = starredOrNamed();
      if (cursor.kind() != TokenKind.COLON) {
        return value;
      }
      lower = Optional.of(value);
    }
    cursor.advance();
    Optional<Expression> upper = bound();
    Optional<Expression> step = cursor.accept(TokenKind.COLON) ? bound() : Optional.empty();
    return new Expression.Slice(lower, upper, step, start, cursor.lastEnd());
  }

  private Optional<Expression> bound() {
    return cursor.kind().startsExpression() ? Optional.of(expression()) : Optional.empty();
  }

  private Expression atom() {
    return switch (cursor.kind()) {
      case NAME, ASYNC, AWAIT -> name();
      case NUMBER -> numeral();
      case STRING, FORMATTED -> literals.strings();
      case TRUE -> constant(ConstantKind.TRUE);
      case FALSE -> constant(ConstantKind.FALSE);
      case NONE -> constant(ConstantKind.NONE);
      case ELLIPSIS -> constant(ConstantKind.ELLIPSIS);
      case LEFT_PARENTHESIS -> nested(this::parenthesised);
      case LEFT_BRACKET -> nested(this::bracketed);
      case LEFT_BRACE -> nested(this::braced);
      case BACKTICK -> nested(this::quoted);
      default -> {
        cursor.fail("an expression");
        yield unreadable();
      }
    };
  }

  private Expression name() {
    int start = cursor.start();
    String id = cursor.name();
    cursor.advance();
    return new Name(id, start, cursor.lastEnd());
  }

  private Expression numeral() {
    int start = cursor.start();
    String digits = new String(cursor.text(), start, cursor.end() - start);
    cursor.advance();
    return new Expression.Numeral(digits, start, cursor.lastEnd());
  }

  private Expression constant(ConstantKind kind) {
    int start = cursor.start();
    cursor.advance();
    return new Constant(kind, start, cursor.lastEnd());
  }

  private Expression unreadable() {
    return new Unreadable(cursor.start(), cursor.start());
  }

  /** Python 2: {@code `value`} is {@code repr(value)}. */
  private Expression quoted() {
    int start = cursor.start();
    cursor.advance();
    Expression value = list();
    cursor.expect(TokenKind.BACKTICK);
    var argument = new Argument(ArgumentKind.POSITIONAL, "", value);
    return new Expression.Call(new Name("repr", start, start + 1), List.of(argument), start, cursor.lastEnd());
  }

  private Expression parenthesised() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_PARENTHESIS)) {
      return new Expression.Tuple(List.of(), start, cursor.lastEnd());
    }
    if (cursor.kind() == TokenKind.YIELD) {
      Expression value = yielded();
      cursor.expect(TokenKind.RIGHT_PARENTHESIS);
      return value;
    }
    Expression first = starredOrNamed();
    if (isComprehension()) {
      List<Clause> clauses = clauses(false);
      cursor.expect(TokenKind.RIGHT_PARENTHESIS);
      return new Comprehension(ComprehensionKind.GENERATOR, first, Optional.empty(), clauses, start, cursor.lastEnd());
    }
    if (cursor.kind() != TokenKind.COMMA) {
      cursor.expect(TokenKind.RIGHT_PARENTHESIS);
      return first;
    }
    List<Expression> items = items(first, TokenKind.RIGHT_PARENTHESIS);
    return new Expression.Tuple(items, start, cursor.lastEnd());
  }

  private List<Expression> items(Expression first, TokenKind closer) {
    var items = new ArrayList<Expression>();
    items.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != closer) {
      items.add(starredOrNamed());
    }
    cursor.expect(closer);
    return items;
  }

  private Expression bracketed() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_BRACKET)) {
      return new Expression.ListDisplay(List.of(), start, cursor.lastEnd());
    }
    Expression first = starredOrNamed();
    if (isComprehension()) {
      List<Clause> clauses = clauses(true);
      cursor.expect(TokenKind.RIGHT_BRACKET);
      return new Comprehension(ComprehensionKind.LIST, first, Optional.empty(), clauses, start, cursor.lastEnd());
    }
    List<Expression> items = items(first, TokenKind.RIGHT_BRACKET);
    return new Expression.ListDisplay(items, start, cursor.lastEnd());
  }

  private Expression braced() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_BRACE)) {
      return new Expression.DictDisplay(List.of(), start, cursor.lastEnd());
    }
    if (cursor.kind() == TokenKind.DOUBLE_STAR) {
      return dict(entry(), start);
    }
    Expression first = starredOrNamed();
    if (cursor.accept(TokenKind.COLON)) {
      return dict(new Entry(Optional.of(first), expression()), start);
    }
    if (isComprehension()) {
      List<Clause> clauses = clauses(false);
      cursor.expect(TokenKind.RIGHT_BRACE);
      return new Comprehension(ComprehensionKind.SET, first, Optional.empty(), clauses, start, cursor.lastEnd());
    }
    List<Expression> items = items(first, TokenKind.RIGHT_BRACE);
    return new Expression.SetDisplay(items, start, cursor.lastEnd());
  }

  private Expression dict(Entry first, int start) {
    if (isComprehension()) {
      List<Clause> clauses = clauses(false);
      cursor.expect(TokenKind.RIGHT_BRACE);
      Expression key = first.key().orElse(first.value());
      return new Comprehension(ComprehensionKind.DICT, key, Optional.of(first.value()), clauses, start,
          cursor.lastEnd());
    }
    var entries = new ArrayList<Entry>();
    entries.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != TokenKind.RIGHT_BRACE) {
      entries.add(entry());
    }
    cursor.expect(TokenKind.RIGHT_BRACE);
    return new Expression.DictDisplay(entries, start, cursor.lastEnd());
  }

  private Entry entry() {
    if (cursor.accept(TokenKind.DOUBLE_STAR)) {
      return new Entry(Optional.empty(), binary(TokenKind.PIPE_POWER));
    }
    Expression key = expression();
    cursor.expect(TokenKind.COLON);
    return new Entry(Optional.of(key), expression());
  }

  private boolean isComprehension() {
    return cursor.kind() == TokenKind.FOR || cursor.kind() == TokenKind.ASYNC && cursor.peek(1) == TokenKind.FOR;
  }

  /** The {@code for} and {@code if} clauses of a comprehension; {@code bare} allows Python 2's {@code for x in 1, 2}. */
  private List<Clause> clauses(boolean bare) {
    var clauses = new ArrayList<Clause>(2);
    while (isComprehension()) {
      boolean async = cursor.accept(TokenKind.ASYNC);
      cursor.advance();
      Expression target = targets();
      cursor.expect(TokenKind.IN);
      int start = cursor.start();
      Expression iterable = cursor.kind() == TokenKind.LAMBDA ? lambda() : binary(TokenKind.OR_POWER);
      if (bare && cursor.kind() == TokenKind.COMMA) {
        iterable = tuple(iterable, start);
      }
      var conditions = new ArrayList<Expression>(1);
      while (cursor.accept(TokenKind.IF)) {
        conditions.add(condition());
      }
      clauses.add(new Clause(target, iterable, conditions, async));
    }
    return clauses;
  }

  private Expression condition() {
    int start = cursor.start();
    Expression test = cursor.kind() == TokenKind.LAMBDA ? lambda() : binary(TokenKind.OR_POWER);
    if (cursor.kind() == TokenKind.WALRUS && test instanceof Name name) {
      cursor.advance();
      scope.noteName(name.id());
      Expression value = binary(TokenKind.OR_POWER);
      return new Expression.Walrus(name, value, start, cursor.lastEnd());
    }
    return test;
  }
}

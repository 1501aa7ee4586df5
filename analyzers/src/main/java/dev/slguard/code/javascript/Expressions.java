package dev.slguard.code.javascript;

import dev.slguard.code.javascript.Node.Function;
import dev.slguard.code.javascript.Node.Identifier;
import dev.slguard.code.javascript.Node.Parameter;
import dev.slguard.code.javascript.Node.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operators, calls and arrow functions. */
final class Expressions {
  private final Grammar g;
  private final Tokenizer t;
  /** Offsets of parentheses that open no parameters although {@code ) : … =>} follows. */
  private final Set<Integer> noParameters = new HashSet<>();

  Expressions(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  /** An expression, with commas. */
  Expression expression() {
    int start = t.start();
    Expression first = assignment();
    if (t.token() != Token.COMMA || first instanceof Expression.Missing) {
      return first;
    }
    var items = new ArrayList<Expression>();
    items.add(first);
    while (g.accept(Token.COMMA)) {
      items.add(assignment());
    }
    return new Expression.Sequence(List.copyOf(items), start, t.previousEnd());
  }

  /** An expression without commas. */
  Expression assignment() {
    int start = t.start();
    if (!g.enter()) {
      return new Expression.Missing(start, t.previousEnd());
    }
    Expression result = g.has(Grammar.GENERATOR) && t.is("yield") ? yielded() : operation(start);
    g.leave();
    if (g.literals.isLostMethod(result) && result instanceof Expression.Call call) {
      return behind(call.callee(), g.literals.lostMethod(call), start);
    }
    return result;
  }

  /** What stands behind {@code =} in a statement that begins on a line indented by {@code line}. */
  Expression value(int line) {
    if (g.isAnotherLine(line)) {
      return missing("a value");
    }
    return g.literals.isLostObject(line) ? g.literals.lostObject(line) : assignment();
  }

  private Expression operation(int start) {
    int line = t.indent();
    Expression left = binary(0);
    if (isBareArrow(left)) {
      return left;
    }
    if (t.token() == Token.QUESTION) {
      return opensBranches() ? conditional(left, start) : left;
    }
    Token operator = t.rescanGreater();
    if (!operator.isAssignment()) {
      return left;
    }
    t.next();
    Pattern target = operator == Token.ASSIGN
        ? Patterns.of(left)
        : left instanceof Expression.Name ? Patterns.of(left) : new Pattern.Target(left);
    Expression value = value(line);
    return new Expression.Assign(operator, target, value, start, t.previousEnd());
  }

  /** Not so after an optional parameter: no operand begins with what may follow its {@code ?}. */
  private boolean opensBranches() {
    return !g.next(n -> switch (n.token()) {
      case COLON, COMMA, RIGHT_PAREN, ASSIGN -> true;
      default -> false;
    });
  }

  private Expression conditional(Expression test, int start) {
    t.next();
    int saved = g.context;
    g.context = saved & ~Grammar.NO_IN | Grammar.TRUE_BRANCH;
    Expression yes = assignment();
    g.restore(saved);
    g.expect(Token.COLON);
    Expression no = assignment();
    return new Expression.Conditional(test, yes, no, start, t.previousEnd());
  }

  private Expression yielded() {
    int start = t.start();
    t.next();
    boolean delegate = !t.newlineBefore() && g.accept(Token.STAR);
    Optional<Expression> value = delegate || !t.newlineBefore() && startsExpression()
        ? Optional.of(assignment())
        : Optional.empty();
    return new Expression.Yield(value, delegate, start, t.previousEnd());
  }

  /** An arrow function without parentheses around it: no operator and no call can follow. */
  private boolean isBareArrow(Expression expression) {
    return expression instanceof Expression.FunctionExpression(Function function)
        && function.form() == Function.Form.ARROW && function.end() == t.previousEnd();
  }

  private Expression binary(int minimum) {
    int start = t.start();
    Expression left = unary();
    if (isBareArrow(left)) {
      return left;
    }
    while (true) {
      Token operator = t.token();
      if (operator == Token.GREATER) {
        operator = t.rescanGreater();
      }
      int precedence = operator.precedence();
      if (precedence == 0) {
        if (operator != Token.NAME || t.newlineBefore() || minimum >= Token.LESS.precedence()
            || !(t.is("as") || t.is("satisfies"))) {
          return left;
        }
        left = typed(left, start);
      } else if (precedence <= minimum || operator == Token.IN && g.has(Grammar.NO_IN)) {
        return left;
      } else {
        t.next();
        Expression right = operator == Token.POWER ? power(precedence - 1) : binary(precedence);
        left = new Expression.Binary(operator, left, right, start, t.previousEnd());
      }
    }
  }

  private Expression power(int minimum) {
    int start = t.start();
    if (!g.enter()) {
      return new Expression.Missing(start, t.previousEnd());
    }
    Expression right = binary(minimum);
    g.leave();
    return right;
  }

  private Expression typed(Expression value, int start) {
    boolean cast = t.is("as");
    t.next();
    if (t.token() == Token.CONST) {
      t.next();
      return value;
    }
    TypeText type = g.types.type();
    return cast ? new Expression.Cast(value, type, start, t.previousEnd()) : value;
  }

  private Expression unary() {
    return switch (t.token()) {
      case NOT, TILDE, PLUS, MINUS, TYPEOF, VOID, DELETE, INCREMENT, DECREMENT -> prefixed();
      case NAME -> t.is("await") && isAwait() ? prefixed() : postfix();
      case LESS, SHIFT_LEFT -> g.dialect.markup() ? postfix() : assertion();
      default -> postfix();
    };
  }

  private Expression prefixed() {
    int start = t.start();
    Token operator = t.token();
    if (!g.enter()) {
      return new Expression.Missing(start, t.previousEnd());
    }
    t.next();
    Expression operand = unary();
    g.leave();
    int end = t.previousEnd();
    return switch (operator) {
      case NAME -> new Expression.Await(operand, start, end);
      case INCREMENT, DECREMENT -> new Expression.Update(operator, true, operand, start, end);
      default -> new Expression.Unary(operator, operand, start, end);
    };
  }

  /** Outside functions and in async ones always; elsewhere, where it is an error, if an operand stands beside it. */
  private boolean isAwait() {
    if (g.has(Grammar.ASYNC)) {
      return true;
    }
    boolean everywhere = !g.has(Grammar.IN_FUNCTION);
    return g.next(n -> switch (n.token()) {
      case NAME, STRING, NUMBER, NEW, THIS, FUNCTION, CLASS, SUPER, IMPORT, TEMPLATE, TEMPLATE_HEAD ->
        !n.newlineBefore() && !n.is("of");
      case LEFT_PAREN -> everywhere;
      default -> false;
    });
  }

  /** A type assertion in angle brackets, or a generic arrow function. */
  private Expression assertion() {
    int start = t.start();
    if (!g.enter()) {
      return new Expression.Missing(start, t.previousEnd());
    }
    Optional<Expression> arrow = genericArrow(start, start, false);
    if (arrow.isPresent()) {
      g.leave();
      return arrow.get();
    }
    t.rescanLess();
    t.next();
    TypeText type = g.types.type();
    g.expect(Token.GREATER);
    Expression value = unary();
    g.leave();
    return new Expression.Cast(value, type, start, t.previousEnd());
  }

  /** An arrow function with type parameters, the current token their {@code <}; empty if none stands here. */
  private Optional<Expression> genericArrow(int start, int at, boolean isAsync) {
    return t.token() == Token.LESS ? typedArrow(start, at, isAsync) : Optional.empty();
  }

  private Optional<Expression> typedArrow(int start, int at, boolean isAsync) {
    if (noParameters.contains(at)) {
      return Optional.empty();
    }
    Tokenizer.Mark mark = t.mark();
    int saved = g.context;
    int depth = g.depth();
    int functions = g.functions;
    Optional<TypeText> result = Optional.empty();
    List<Parameter> parameters = List.of();
    boolean good = false;
    t.startSpeculating();
    try {
      g.types.parameters();
      if (t.token() == Token.LEFT_PAREN) {
        parameters = g.patterns.parameters();
        result = g.patterns.annotation();
        good = t.token() == Token.ARROW;
      }
      if (!good) {
        t.giveUp();
      }
    } catch (Tokenizer.Rewind e) {
      good = false;
    } finally {
      t.stopSpeculating();
      g.restore(saved);
      g.depth(depth);
    }
    if (!good) {
      t.reset(mark);
      g.functions = functions;
      noParameters.add(at);
      return Optional.empty();
    }
    return Optional.of(arrow(start, parameters, isAsync, result));
  }

  private Expression postfix() {
    int start = t.start();
    Expression operand = leftHandSide();
    if ((t.token() == Token.INCREMENT || t.token() == Token.DECREMENT) && !t.newlineBefore()) {
      Token operator = t.token();
      t.next();
      return new Expression.Update(operator, false, operand, start, t.previousEnd());
    }
    return operand;
  }

  /** An operand with its members and calls. */
  Expression leftHandSide() {
    int start = t.start();
    Expression operand = primary();
    return isBareArrow(operand) ? operand : chain(operand, start, true);
  }

  private Expression chain(Expression first, int start, boolean withCalls) {
    Expression object = first;
    while (true) {
      switch (t.token()) {
        case DOT -> {
          t.next();
          object = member(object, start, false);
        }
        case QUESTION_DOT -> {
          if (!withCalls) {
            return object;
          }
          t.next();
          object = optional(object, start);
        }
        case LEFT_BRACKET -> {
          if (g.has(Grammar.HEAD) || isLostList()) {
            return object;
          }
          object = index(object, start, false);
        }
        case LEFT_PAREN -> {
          if (!withCalls) {
            return object;
          }
          int open = t.start();
          Optional<Expression> typed = lostArrow();
          if (typed.isPresent()) {
            return behind(object, typed.get(), start);
          }
          List<Expression> arguments = g.literals.arguments();
          if (t.token() == Token.ARROW && !t.newlineBefore()) {
            t.problem("a call cannot stand before '=>'; its arguments are read as parameters");
            return behind(object, arrow(open, Literals.parameters(arguments), false, Optional.empty()), start);
          }
          object = new Expression.Call(object, arguments, false, start, t.previousEnd());
        }
        case TEMPLATE, TEMPLATE_HEAD -> {
          Expression.Template template = g.literals.template();
          object = new Expression.Tagged(object, template, start, t.previousEnd());
        }
        case NOT -> {
          if (t.newlineBefore()) {
            return object;
          }
          t.next();
        }
        case LESS, SHIFT_LEFT -> {
          Optional<Expression> typed = g.isGuided && t.token() == Token.LESS ? lostArrow() : Optional.empty();
          if (typed.isPresent()) {
            return behind(object, typed.get(), start);
          }
          if (!g.dialect.types() || !g.types.tryArguments()) {
            return object;
          }
        }
        default -> {
          return object;
        }
      }
    }
  }

  /** Whether a bracket opens an array whose comma was lost: no index begins with a comma. */
  private boolean isLostList() {
    return g.next(n -> n.token() == Token.COMMA);
  }

  /** After an error on this line, an arrow function with types whose parameters look like arguments of a call. */
  private Optional<Expression> lostArrow() {
    int depth = g.depth();
    if (!g.dialect.types() || depth >= Grammar.DEPTH || !g.isGuided && !t.hasProblemOnLine()) {
      return Optional.empty();
    }
    g.depth(depth + 1);
    Optional<Expression> arrow = typedArrow(t.start(), t.start(), false);
    g.depth(depth);
    return arrow;
  }

  /** What stood before an arrow function, where an error made the two one operand. */
  Expression behind(Expression object, Expression arrow, int start) {
    return object instanceof Expression.Name
        ? arrow
        : new Expression.Sequence(List.of(object, arrow), start, t.previousEnd());
  }

  private Expression optional(Expression object, int start) {
    if (g.dialect.types() && (t.token() == Token.LESS || t.token() == Token.SHIFT_LEFT)) {
      g.types.certainArguments();
    }
    return switch (t.token()) {
      case LEFT_PAREN -> {
        List<Expression> arguments = g.literals.arguments();
        yield new Expression.Call(object, arguments, true, start, t.previousEnd());
      }
      case LEFT_BRACKET -> index(object, start, true);
      case TEMPLATE, TEMPLATE_HEAD -> object;
      default -> member(object, start, true);
    };
  }

  private Expression member(Expression object, int start, boolean isOptional) {
    boolean isPrivate = t.token() == Token.PRIVATE_NAME;
    if (isPrivate || t.token().isWord()) {
      String name = isPrivate ? t.value() : g.word();
      t.next();
      return new Expression.Member(object, name, isPrivate, isOptional, start, t.previousEnd());
    }
    t.problem("a property name was expected, found " + g.found());
    return new Expression.Member(object, "", false, isOptional, start, t.previousEnd());
  }

  private Expression index(Expression object, int start, boolean isOptional) {
    t.next();
    int saved = g.bracketed();
    Expression index = t.token() == Token.RIGHT_BRACKET ? missing("an index") : expression();
    g.restore(saved);
    g.expect(Token.RIGHT_BRACKET);
    return new Expression.Index(object, index, isOptional, start, t.previousEnd());
  }

  private Expression construction() {
    int start = t.start();
    t.next();
    if (t.token() == Token.DOT) {
      t.next();
      String name = g.word();
      t.next();
      return new Expression.Meta("new." + name, start, t.previousEnd());
    }
    int at = t.start();
    Expression callee;
    if (t.token() == Token.NEW) {
      if (!g.enter()) {
        return new Expression.Missing(start, t.previousEnd());
      }
      callee = chain(construction(), at, false);
      g.leave();
    } else {
      callee = chain(primary(), at, false);
    }
    int open = t.start();
    List<Expression> arguments = t.token() == Token.LEFT_PAREN ? g.literals.arguments() : List.of();
    if (t.token() == Token.ARROW && !t.newlineBefore()) {
      t.problem("a call cannot stand before '=>'; its arguments are read as parameters");
      return arrow(open, Literals.parameters(arguments), false, Optional.empty());
    }
    return new Expression.New(callee, arguments, start, t.previousEnd());
  }

  /** Whether the current token can begin an expression. */
  boolean startsExpression() {
    return switch (t.token()) {
      case NAME, PRIVATE_NAME, STRING, NUMBER, BIGINT, TEMPLATE, TEMPLATE_HEAD, SLASH, SLASH_ASSIGN, LEFT_PAREN,
          LEFT_BRACE, LEFT_BRACKET, AT, NOT, TILDE, INCREMENT, DECREMENT, PLUS, MINUS, LESS, CLASS, DELETE, FALSE,
          FUNCTION, IMPORT, NEW, NULL, SUPER, THIS, TRUE, TYPEOF, VOID ->
        true;
      default -> false;
    };
  }

  private Expression primary() {
    int start = t.start();
    return switch (t.token()) {
      case NAME -> name();
      case PRIVATE_NAME -> {
        String name = t.value();
        t.next();
        yield new Expression.PrivateName(name, start, t.previousEnd());
      }
      case STRING -> {
        String value = t.value();
        t.next();
        yield new Expression.Text(value, start, t.previousEnd());
      }
      case NUMBER, BIGINT -> {
        String source = t.value();
        t.next();
        yield new Expression.Numeral(source, start, t.previousEnd());
      }
      case TEMPLATE, TEMPLATE_HEAD -> g.literals.template();
      case SLASH, SLASH_ASSIGN -> g.literals.regex();
      case LEFT_PAREN -> parenthesised(start, false);
      case LEFT_BRACKET -> g.literals.array();
      case LEFT_BRACE -> g.literals.object();
      case FUNCTION -> g.members.functionExpression(start, false);
      case CLASS -> new Expression.ClassExpression(g.members.classBody(start, List.of()));
      case AT -> {
        List<Expression> decorators = g.members.decorators();
        yield t.token() == Token.CLASS
            ? new Expression.ClassExpression(g.members.classBody(start, decorators))
            : missing("a class");
      }
      case NEW -> construction();
      case IMPORT -> imported();
      case LESS -> g.dialect.markup() ? markup(start) : missing("an expression");
      case THIS -> {
        t.next();
        yield new Expression.This(start, t.previousEnd());
      }
      case SUPER -> {
        t.next();
        yield new Expression.Super(start, t.previousEnd());
      }
      case NULL -> {
        t.next();
        yield new Expression.Nothing(start, t.previousEnd());
      }
      case TRUE, FALSE -> {
        boolean value = t.token() == Token.TRUE;
        t.next();
        yield new Expression.Truth(value, start, t.previousEnd());
      }
      default -> missing("an expression");
    };
  }

  /** Notes that {@code what} is missing here; a character that begins no token is skipped. */
  Expression missing(String what) {
    t.problem(what + " was expected, found " + g.found());
    int at = t.start();
    if (t.token() == Token.UNKNOWN) {
      t.next();
    }
    return new Expression.Missing(at, at);
  }

  private Expression markup(int start) {
    if (g.isGuided && g.next(n -> n.token() == Token.NAME && t.at(n.end()) == '>' && t.at(n.end() + 1) == '>')) {
      t.problem("a type was expected before these type arguments");
      t.next();
      return assignment();
    }
    if (g.dialect.types()) {
      boolean generic = g.next(n -> {
        if (n.token() == Token.CONST) {
          n.next();
        }
        if (n.token() != Token.NAME) {
          return false;
        }
        n.next();
        return n.token() == Token.COMMA || n.token() == Token.ASSIGN || n.token() == Token.EXTENDS && extendsType(n);
      });
      Optional<Expression> arrow = generic ? genericArrow(start, start, false) : Optional.empty();
      if (arrow.isPresent()) {
        return arrow.get();
      }
    }
    return g.markups.element();
  }

  private static boolean extendsType(Tokenizer t) {
    t.next();
    return t.token() != Token.ASSIGN && t.token() != Token.GREATER && t.token() != Token.SLASH;
  }

  private Expression imported() {
    int start = t.start();
    t.next();
    String phase = "";
    if (t.token() == Token.DOT) {
      t.next();
      phase = g.word();
      t.next();
      if (t.token() != Token.LEFT_PAREN || phase.equals("meta")) {
        return new Expression.Meta("import." + phase, start, t.previousEnd());
      }
    }
    if (t.token() != Token.LEFT_PAREN) {
      return missing("'('");
    }
    List<Expression> arguments = g.literals.arguments();
    return new Expression.ImportCall(phase, arguments, start, t.previousEnd());
  }

  private Expression name() {
    int start = t.start();
    String name = t.value();
    boolean async = t.is("async");
    t.next();
    Expression.Name plain = new Expression.Name(name, start, t.previousEnd());
    if (t.token() == Token.ARROW && !t.newlineBefore()) {
      return arrow(start, List.of(parameter(plain)), false, Optional.empty());
    }
    if (async && !t.newlineBefore()) {
      return async(plain, start);
    }
    return plain;
  }

  private static Parameter parameter(Expression.Name name) {
    return new Parameter(new Pattern.Binding(name.name(), name.start(), name.end()), false, Optional.empty(), List.of(),
        false, name.start(), name.end());
  }

  private Expression async(Expression.Name plain, int start) {
    return switch (t.token()) {
      case FUNCTION -> g.members.functionExpression(start, true);
      case NAME -> {
        if (!g.next(n -> n.token() == Token.ARROW && !n.newlineBefore())) {
          yield plain;
        }
        var parameter = new Expression.Name(t.value(), t.start(), t.end());
        t.next();
        yield arrow(start, List.of(parameter(parameter)), true, Optional.empty());
      }
      case LEFT_PAREN -> parenthesised(start, true);
      case LESS -> g.dialect.types() ? genericArrow(start, t.start(), true).orElse(plain) : plain;
      default -> plain;
    };
  }

  /** What stands in parentheses, or behind {@code async}: parameters if {@code =>} follows, else operands or arguments. */
  private Expression parenthesised(int start, boolean isAsync) {
    int at = t.start();
    var list = new Cover();
    list.read();
    boolean brace = t.token() == Token.LEFT_BRACE && !t.newlineBefore() && !g.has(Grammar.HEAD) && !isAsync;
    if (t.token() == Token.ARROW && !t.newlineBefore() || brace && list.isClosed && list.canBeParameters()) {
      return arrow(start, list.parameters(), isAsync, Optional.empty());
    }
    if (t.token() == Token.COLON && (g.dialect.types() || list.mustBeParameters) && list.canBeParameters()
        && !noParameters.contains(at)) {
      Optional<Expression> arrow = arrowWithResult(list, start, at, isAsync);
      if (arrow.isPresent()) {
        return arrow.get();
      }
    }
    if (isAsync) {
      return new Expression.Call(new Expression.Name("async", start, start + 5), list.operands(), false, start,
          t.previousEnd());
    }
    if (list.items.isEmpty()) {
      return missing("'=>'");
    }
    if (list.mustBeParameters) {
      t.problem("'=>' was expected, found " + g.found());
    }
    return list.items.size() == 1 && !(list.items.getFirst().expression instanceof Expression.Spread)
        ? list.items.getFirst().expression
        : new Expression.Sequence(list.operands(), list.items.getFirst().expression.start(),
            list.items.getLast().expression.end());
  }

  private Optional<Expression> arrowWithResult(Cover list, int start, int at, boolean isAsync) {
    boolean ambiguous = g.has(Grammar.TRUE_BRANCH) && !list.mustBeParameters && !list.items.isEmpty();
    Tokenizer.Mark mark = t.mark();
    int saved = g.context;
    int depth = g.depth();
    int functions = g.functions;
    t.startSpeculating();
    Optional<TypeText> result = Optional.empty();
    try {
      Optional<TypeText> read = g.patterns.annotation();
      result = t.token() == Token.ARROW && !t.newlineBefore() ? read : Optional.empty();
      if (result.isEmpty()) {
        t.giveUp();
      }
    } catch (Tokenizer.Rewind e) {
      result = Optional.empty();
    } finally {
      t.stopSpeculating();
      g.restore(saved);
      g.depth(depth);
    }
    if (result.isPresent()) {
      Expression arrow = arrow(start, list.parameters(), isAsync, result);
      if (!ambiguous || t.token() == Token.COLON) {
        return Optional.of(arrow);
      }
    }
    t.reset(mark);
    g.functions = functions;
    noParameters.add(at);
    return Optional.empty();
  }

  /** The rest of an arrow function, the current token {@code =>} (or, after an error, its body's brace). */
  Expression.FunctionExpression arrow(int start, List<Parameter> parameters, boolean isAsync,
      Optional<TypeText> result) {
    g.expect(Token.ARROW);
    int saved = g.context;
    int kept = saved & (Grammar.NO_IN | Grammar.TRUE_BRANCH);
    g.context = Grammar.IN_FUNCTION | (isAsync ? Grammar.ASYNC : 0);
    List<Statement> body;
    boolean block = t.token() == Token.LEFT_BRACE;
    if (block) {
      body = g.statements.braced();
    } else {
      g.context |= kept;
      int at = t.start();
      Expression value = assignment();
      body = List.of(new Statement.Return(Optional.of(value), at, end(value)));
    }
    g.context = saved;
    int end = block ? t.previousEnd() : body.getFirst().end();
    g.found(start, end);
    return new Expression.FunctionExpression(new Function(Function.Form.ARROW, Optional.<Identifier>empty(), parameters,
        body, !block, isAsync, false, result, start, end));
  }

  /** A dot behind which no name follows is no part of what stands before it. */
  private int end(Expression value) {
    return value instanceof Expression.Member(Expression object, String name, _, _, _, _) && name.isEmpty()
        ? object.end()
        : t.previousEnd();
  }

  /** Items in parentheses, of which it is not known yet whether they are parameters. */
  private final class Cover {
    private record Item(Expression expression, boolean isRest, Optional<TypeText> type, Optional<Expression> preset,
        int start, int end) {}

    private final List<Item> items = new ArrayList<>(2);
    private boolean mustBeParameters;
    private boolean isClosed;

    void read() {
      int saved = g.bracketed();
      int line = t.indent();
      t.next();
      if (!g.dialect.types() && g.literals.isLostObject(line)) {
        Expression object = g.literals.lostObject(line);
        items.add(new Item(object, false, Optional.empty(), Optional.empty(), object.start(), object.end()));
      }
      while (t.token() != Token.RIGHT_PAREN && t.token() != Token.END && !g.isOutside(line)) {
        if (!startsExpression() && t.token() != Token.ELLIPSIS && !g.literals.skipInList(Token.RIGHT_PAREN)) {
          break;
        }
        if (t.token() == Token.RIGHT_PAREN) {
          break;
        }
        items.add(item());
        if (!g.accept(Token.COMMA) && t.token() != Token.RIGHT_PAREN) {
          t.problem("')' was expected, found " + g.found());
          if (!startsExpression() && t.token() != Token.ELLIPSIS && !g.literals.skipInList(Token.RIGHT_PAREN)) {
            break;
          }
        }
      }
      g.restore(saved);
      isClosed = g.expect(Token.RIGHT_PAREN);
      if (t.token() == Token.RIGHT_PAREN && g.next(n -> n.token() == Token.ARROW && !n.newlineBefore())) {
        t.problem("this ')' closes nothing; it is skipped");
        t.next();
      }
    }

    private Item item() {
      int start = t.start();
      boolean rest = g.accept(Token.ELLIPSIS);
      Expression value = assignment();
      Expression expression = rest ? new Expression.Spread(value, start, t.previousEnd()) : value;
      if (t.token() == Token.QUESTION) {
        t.next();
        mustBeParameters = true;
      }
      Optional<TypeText> type = g.patterns.annotation();
      Optional<Expression> preset = Optional.empty();
      if (type.isPresent()) {
        mustBeParameters = true;
        preset = g.accept(Token.ASSIGN) ? Optional.of(assignment()) : Optional.empty();
      }
      return new Item(expression, rest, type, preset, start, t.previousEnd());
    }

    boolean canBeParameters() {
      for (Item item : items) {
        Expression value = item.expression instanceof Expression.Spread(Expression inner, _, _)
            ? inner
            : item.expression;
        boolean target = switch (value) {
          case Expression.Name _,Expression.ObjectLiteral _,Expression.ArrayLiteral _,Expression.This _ -> true;
          case Expression.Assign(Token operator, Pattern left, _, _, _) ->
            operator == Token.ASSIGN && !(left instanceof Pattern.Target);
          case Expression other -> false;
        };
        if (!target) {
          return false;
        }
      }
      return true;
    }

    List<Parameter> parameters() {
      var parameters = new ArrayList<Parameter>(items.size());
      for (Item item : items) {
        Expression value = item.expression instanceof Expression.Spread(Expression inner, _, _)
            ? inner
            : item.expression;
        if (!(value instanceof Expression.This)) {
          Pattern target = Patterns.of(value);
          Pattern whole = item.preset.<Pattern>map(given -> new Pattern.Preset(target, given, item.start, item.end))
              .orElse(target);
          parameters.add(new Parameter(whole, item.isRest, item.type, List.of(), false, item.start, item.end));
        }
      }
      return List.copyOf(parameters);
    }

    List<Expression> operands() {
      return items.stream().map(Item::expression).toList();
    }
  }
}

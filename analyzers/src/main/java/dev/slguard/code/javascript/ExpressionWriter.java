package dev.slguard.code.javascript;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Lowers expressions to operands. */
final class ExpressionWriter {
  private final Body body;

  ExpressionWriter(Body body) {
    this.body = body;
  }

  /** The value of {@code expression}; what it does is written first. */
  Operand value(Expression expression) {
    Span at = body.span(expression);
    return switch (expression) {
      case Expression.Name(String name, _, _) -> read(name, at);
      case Expression.PrivateName(String name, _, _) -> Constant.text('#' + name);
      case Expression.Text(String value, _, _) -> Constant.text(value);
      case Expression.MarkupText(String value, _, _) -> Constant.text(value);
      case Expression.Numeral(String source, _, _) -> new Constant.Numeral(numeral(source));
      case Expression.Regex(String pattern, String flags, _, _) -> new Constant.Pattern(pattern, flags);
      case Expression.Truth(boolean value, _, _) -> Constant.truth(value);
      case Expression.Nothing _,Expression.Missing _ -> Constant.nothing();
      case Expression.This _ -> body.self(at);
      case Expression.Super _ -> body.self(at);
      case Expression.Meta(String name, _, _) -> body.b.global(name, at);
      case Expression.Template template -> text(template, at);
      case Expression.ArrayLiteral(var items, _, _) -> body.b.list(Instruction.ListKind.LIST, arguments(items), at);
      case Expression.ObjectLiteral(var members, _, _) -> object(members, at);
      case Expression.FunctionExpression(Node.Function function) -> body.functions.expression(function, "");
      case Expression.ClassExpression(Node.ClassBody definition) -> body.classes.expression(definition, "");
      case Expression.Unary unary -> unary(unary, at);
      case Expression.Update(_, boolean isPrefix, Expression operand, _, _) -> update(operand, isPrefix, at);
      case Expression.Binary binary -> switch (binary.operator()) {
        case AND_AND, OR_OR, NULLISH -> body.conditions.shortCircuit(binary);
        default -> operators(binary);
      };
      case Expression.Assign assign -> assign(assign, at);
      case Expression.Conditional conditional -> body.conditions.conditional(conditional);
      case Expression.Call _,Expression.Member _,Expression.Index _,Expression.Tagged _ ->
        body.chains.value(expression);
      case Expression.New(Expression callee, var arguments, _, _) -> {
        Operand type = value(callee);
        yield body.b.construct(type, arguments(arguments), at);
      }
      case Expression.ImportCall(_, var arguments, _, _) -> imported(arguments, at);
      case Expression.Sequence(var items, _, _) -> {
        Operand last = Constant.nothing();
        for (Expression item : items) {
          last = value(item);
        }
        yield last;
      }
      case Expression.Spread(Expression inner, _, _) -> value(inner);
      case Expression.Yield(var inner, boolean all, _, _) -> {
        Operand given = inner.map(this::value).orElse(Constant.nothing());
        yield body.isAwaiting ? body.b.await(given, at) : body.b.yielded(given, all, at);
      }
      case Expression.Await(Expression inner, _, _) -> body.b.await(value(inner), at);
      case Expression.Cast(Expression inner, Node.TypeText type, _, _) -> cast(inner, type, at);
      case Expression.Markup markup -> new MarkupWriter(body).write(markup);
    };
  }

  /** The value of {@code expression}, which goes to {@code name}: a function or class without a name takes that one. */
  Operand named(Expression expression, String name) {
    return switch (expression) {
      case Expression.FunctionExpression(Node.Function function) -> body.functions.expression(function, name);
      case Expression.ClassExpression(Node.ClassBody definition) -> body.classes.expression(definition, name);
      default -> value(expression);
    };
  }

  /** The value of a variable, or of what CommonJS and the language call so. */
  Operand read(String name, Span at) {
    Optional<Local> local = body.b.resolve(name);
    if (local.isPresent()) {
      return local.get();
    }
    return switch (name) {
      case "undefined" -> Constant.nothing();
      case "exports" -> body.exports(at);
      case "arguments" -> body.functions.arguments(at).orElseGet(() -> body.b.global(name, at));
      default -> body.b.global(name, at);
    };
  }

  private static String numeral(String source) {
    String plain = source.indexOf('_') < 0 ? source : source.replace("_", "");
    return plain.endsWith("n") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /** Arguments of a call or items of a list. */
  List<Argument> arguments(List<Expression> items) {
    var arguments = new ArrayList<Argument>(items.size());
    for (Expression item : items) {
      Span at = body.span(item);
      arguments.add(item instanceof Expression.Spread(Expression inner, _, _)
          ? Argument.spread(value(inner), at)
          : Argument.of(value(item), at));
    }
    return arguments;
  }

  private Operand cast(Expression inner, Node.TypeText type, Span at) {
    Operand value = value(inner);
    Optional<String> name = body.module.names().type(type).filter(Names::isNominal);
    return name.isEmpty() || value instanceof Constant ? value : body.b.cast(value, name.get(), at);
  }

  private Operand imported(List<Expression> arguments, Span at) {
    Optional<String> module = arguments.isEmpty() ? Optional.empty() : Names.constantText(arguments.getFirst());
    if (module.isPresent()) {
      return body.b.imported(module.get(), Optional.empty(), at);
    }
    Local function = body.b.global("import", at);
    return body.b.callValue(function, arguments(arguments), at);
  }

  private Operand unary(Expression.Unary unary, Span at) {
    if (unary.operator() == Token.DELETE) {
      switch (unary.operand()) {
        case Expression.Member(Expression object, String name, boolean isPrivate, _, _, _) ->
          body.b.emit(new Instruction.Delete(value(object), Constant.text(isPrivate ? '#' + name : name), at));
        case Expression.Index(Expression object, Expression index, _, _, _) -> {
          Operand from = value(object);
          body.b.emit(new Instruction.Delete(from, value(index), at));
        }
        default -> value(unary.operand());
      }
      return Constant.truth(true);
    }
    Operand operand = value(unary.operand());
    return switch (unary.operator()) {
      case NOT -> body.b.operation(Operator.NOT, at, operand);
      case TYPEOF -> body.b.operation(Operator.TYPE_OF, at, operand);
      case VOID -> Constant.nothing();
      case TILDE -> body.b.operation(Operator.ARITHMETIC, at, operand);
      case MINUS -> operand instanceof Constant.Numeral(String text) && !text.startsWith("-")
          ? new Constant.Numeral('-' + text)
          : body.b.operation(Operator.NEGATE, at, operand);
      default -> body.b.operation(Operator.NEGATE, at, operand);
    };
  }

  private Operand update(Expression operand, boolean isPrefix, Span at) {
    return body.patterns.change(Patterns.of(operand), old -> {
      Local next = body.b.operation(Operator.ARITHMETIC, at, old, Constant.number(1));
      return isPrefix ? new PatternWriter.Change(next, next) : new PatternWriter.Change(next, old);
    }, at);
  }

  private Operand assign(Expression.Assign assign, Span at) {
    if (assign.operator() == Token.ASSIGN) {
      return body.patterns.assign(assign.target(), assign.value(), at);
    }
    return switch (assign.operator()) {
      case AND_AND_ASSIGN, OR_OR_ASSIGN, NULLISH_ASSIGN -> body.patterns.change(assign.target(), old -> {
        Local result = body.b.temporary();
        body.b.copy(result, old);
        int next = body.b.newBlock();
        int after = body.b.newBlock();
        body.conditions.decide(assign.operator(), result, next, after, at);
        body.b.begin(next);
        body.b.copy(result, value(assign.value()));
        body.b.begin(after);
        return new PatternWriter.Change(result, result);
      }, at);
      case PLUS_ASSIGN -> body.patterns.change(assign.target(), old -> {
        Operand sum = isText(assign.value())
            ? joined(old, assign.value(), at)
            : body.b.operation(Operator.ADD, at, old, value(assign.value()));
        return new PatternWriter.Change(sum, sum);
      }, at);
      default -> body.patterns.change(assign.target(), old -> {
        Operand result = body.b.operation(Operator.ARITHMETIC, at, old, value(assign.value()));
        return new PatternWriter.Change(result, result);
      }, at);
    };
  }

  private Operand joined(Operand first, Expression rest, Span at) {
    var parts = new ArrayList<Operand>();
    parts.add(first);
    parts(rest, parts);
    return body.b.concat(parts, at);
  }

  private Operand text(Expression.Template template, Span at) {
    if (template.holes().isEmpty()) {
      return Constant.text(template.texts().getFirst());
    }
    var parts = new ArrayList<Operand>();
    parts(template, parts);
    return body.b.concat(parts, at);
  }

  /** Appends the parts of a text: those of templates and sums of texts in place of their value. */
  private void parts(Expression expression, List<Operand> parts) {
    if (expression instanceof Expression.Template(List<String> texts, List<Expression> holes, _, _)) {
      for (int i = 0; i < texts.size(); i++) {
        if (!texts.get(i).isEmpty()) {
          parts.add(Constant.text(texts.get(i)));
        }
        if (i < holes.size()) {
          parts(holes.get(i), parts);
        }
      }
    } else if (expression instanceof Expression.Binary binary && binary.operator() == Token.PLUS && isText(binary)) {
      parts.addAll(sum(binary).parts);
    } else {
      parts.add(value(expression));
    }
  }

  /** Whether the value is a text by its syntax alone. */
  private static boolean isText(Expression expression) {
    Expression current = expression;
    while (current instanceof Expression.Binary(Token operator, Expression left, Expression right, _, _)
        && operator == Token.PLUS) {
      if (isText(right)) {
        return true;
      }
      current = left;
    }
    return current instanceof Expression.Text || current instanceof Expression.Template;
  }

  /** A value while a chain of operators is written: one operand, or the parts of a text. */
  private static final class Sum {
    private final List<Operand> parts = new ArrayList<>();
    private boolean isText;
  }

  private Operand operators(Expression.Binary chain) {
    Sum sum = sum(chain);
    return sum.isText ? body.b.concat(sum.parts, body.span(chain)) : sum.parts.getFirst();
  }

  /** Writes a chain of operators from its leftmost operand on; chains have no bound, so this is a loop. */
  private Sum sum(Expression.Binary chain) {
    var links = new ArrayList<Expression.Binary>();
    Expression first = chain;
    while (first instanceof Expression.Binary link && !isShortCircuit(link.operator())) {
      links.add(link);
      first = link.left();
    }
    var sum = new Sum();
    sum.isText = isText(first);
    parts(first, sum.parts);
    if (!sum.isText && sum.parts.size() != 1) {
      throw new IllegalStateException("one operand has one value");
    }
    for (Expression.Binary link : links.reversed()) {
      Span at = body.span(link);
      if (link.operator() == Token.PLUS && (sum.isText || isText(link.right()))) {
        sum.isText = true;
        parts(link.right(), sum.parts);
      } else {
        Operand left = sum.isText ? body.b.concat(sum.parts, body.span(link.left())) : sum.parts.getFirst();
        Operand result = operation(link.operator(), left, value(link.right()), at);
        sum.parts.clear();
        sum.parts.add(result);
        sum.isText = false;
      }
    }
    return sum;
  }

  private static boolean isShortCircuit(Token operator) {
    return operator == Token.AND_AND || operator == Token.OR_OR || operator == Token.NULLISH;
  }

  private Operand operation(Token token, Operand left, Operand right, Span at) {
    Operator operator = switch (token) {
      case PLUS -> Operator.ADD;
      case EQUAL -> Operator.EQUAL;
      case NOT_EQUAL -> Operator.NOT_EQUAL;
      case SAME -> Operator.SAME;
      case NOT_SAME -> Operator.NOT_SAME;
      case LESS -> Operator.LESS;
      case LESS_EQUAL -> Operator.LESS_EQUAL;
      case GREATER -> Operator.GREATER;
      case GREATER_EQUAL -> Operator.GREATER_EQUAL;
      case IN -> Operator.IN;
      case INSTANCEOF -> Operator.INSTANCE_OF;
      default -> Operator.ARITHMETIC;
    };
    return body.b.operation(operator, at, left, right);
  }

  private Operand object(List<Node.ObjectMember> members, Span at) {
    var entries = new ArrayList<Instruction.Entry>(members.size());
    var getters = new LinkedHashMap<String, Argument>();
    for (Node.ObjectMember member : members) {
      switch (member) {
        case Node.ObjectMember.Property(Node.PropertyKey key, Expression value, _, _) -> {
          Operand name = body.patterns.key(key);
          entries.add(Instruction.Entry.of(name, named(value, nameOf(key)), body.span(value)));
        }
        case Node.ObjectMember.Shorthand(String name, _, int start, int end) -> {
          Span place = body.module.span(start, end);
          entries.add(Instruction.Entry.of(Constant.text(name), read(name, place), place));
        }
        case Node.ObjectMember.Spread(Expression value, _, _) ->
          entries.add(Instruction.Entry.spread(value(value), body.span(value)));
        case Node.ObjectMember.Method(Node.PropertyKey key, Node.Function function, _, _) -> {
          Operand name = body.patterns.key(key);
          Span place = body.span(function);
          Operand closure = body.functions.closure(function, nameOf(key));
          boolean getter = function.form() == Node.Function.Form.GETTER;
          if (getter && key instanceof Node.PropertyKey.Named) {
            getters.put(nameOf(key), Argument.of(closure, place));
          } else if (getter) {
            entries.add(Instruction.Entry.of(name, body.b.callValue(closure, List.of(), place), place));
          } else if (function.form() != Node.Function.Form.SETTER) {
            entries.add(Instruction.Entry.of(name, closure, place));
          }
        }
      }
    }
    Operand made = body.b.map(entries, at);
    // Getters are asked once the rest is there, and again where one may ask another that stands behind it.
    for (int pass = 0; pass < Math.min(2, getters.size()); pass++) {
      getters.forEach((name, getter) -> {
        body.b.setField(made, name, getter.value(), getter.at());
        Operand result = body.b.call(new Callee.Method(made, name), List.of(), getter.at());
        body.b.setField(made, name, result, getter.at());
      });
    }
    return made;
  }

  static String nameOf(Node.PropertyKey key) {
    return switch (key) {
      case Node.PropertyKey.Named(String name, _, _, _) -> name;
      case Node.PropertyKey.Private(String name, _, _) -> '#' + name;
      case Node.PropertyKey.Computed(Expression expression, _, _) -> Names.constantText(expression).orElse("");
    };
  }
}

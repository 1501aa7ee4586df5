package dev.slguard.code.python;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Instruction.ListKind;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers expressions, left to right. Chains that lean to the left are walked in a loop, so that recursion is bounded. */
final class ExpressionLowering {
  private final Frame frame;
  private final RoutineBuilder code;
  private final ConditionLowering conditions;
  private final TextLowering texts;
  private final CallLowering calls;
  private final ComprehensionLowering comprehensions;

  ExpressionLowering(Frame frame) {
    this.frame = frame;
    this.code = frame.code();
    this.conditions = new ConditionLowering(frame, this);
    this.texts = new TextLowering(frame, this);
    this.calls = new CallLowering(frame, this);
    this.comprehensions = new ComprehensionLowering(frame, this);
  }

  /** Branches of tests. */
  ConditionLowering conditions() {
    return conditions;
  }

  /** Concatenation. */
  TextLowering texts() {
    return texts;
  }

  /** Calls. */
  CallLowering calls() {
    return calls;
  }

  /** The value of {@code expression}. */
  Operand value(Expression expression) {
    Optional<Constant> constant = Annotations.constant(expression);
    if (constant.isPresent()) {
      return constant.get();
    }
    return switch (expression) {
      case Expression.Name(String id, _, _) -> frame.read(id, frame.at(expression));
      case Expression.Formatted formatted -> texts.formatted(formatted);
      case Expression.Unary unary -> unary(unary);
      case Expression.Binary binary -> binary(binary);
      case Expression.Logical _,Expression.Comparison _,Expression.Conditional _ -> conditions.value(expression);
      case Expression.Call call -> {
        Optional<Local> tuple = new ClassLowering(frame, this).namedTuple(call);
        yield tuple.isPresent() ? tuple.get() : calls.chain(call);
      }
      case Expression.Attribute _,Expression.Subscript _ -> calls.chain(expression);
      case Expression.Slice slice -> slice(slice);
      case Expression.Tuple tuple -> list(ListKind.TUPLE, tuple.items(), expression);
      case Expression.ListDisplay list -> list(ListKind.LIST, list.items(), expression);
      case Expression.SetDisplay set -> list(ListKind.SET, set.items(), expression);
      case Expression.DictDisplay dict -> dict(dict);
      case Expression.Comprehension comprehension -> comprehensions.value(comprehension);
      case Expression.Lambda lambda -> code.closure(new FunctionLowering(frame).lambda(lambda), frame.at(expression));
      case Expression.Await(Expression value, _, _) -> code.await(value(value), frame.at(expression));
      case Expression.Yield(Optional<Expression> value, _, _) ->
        code.yielded(value.map(this::value).orElse(Constant.nothing()), false, frame.at(expression));
      case Expression.YieldFrom(Expression value, _, _) -> code.yielded(value(value), true, frame.at(expression));
      case Expression.Starred(Expression value, _, _) -> value(value);
      case Expression.Walrus(Expression.Name name, Expression value, _, _) -> {
        Operand assigned = value(value);
        frame.write(name.id(), assigned, frame.at(expression));
        yield assigned;
      }
      case Expression.Text _,Expression.Numeral _,Expression.Constant _,Expression.Unreadable _ -> code.temporary();
    };
  }

  private Operand unary(Expression.Unary unary) {
    Operand operand = value(unary.operand());
    Operator operator = switch (unary.operator()) {
      case NOT -> Operator.NOT;
      case TILDE -> Operator.ARITHMETIC;
      default -> Operator.NEGATE;
    };
    return code.operation(operator, frame.at(unary), operand);
  }

  private Operand binary(Expression.Binary outermost) {
    var pending = new ArrayDeque<Expression.Binary>();
    Expression at = outermost;
    while (at instanceof Expression.Binary binary && binary.operator() != TokenKind.PLUS) {
      pending.push(binary);
      at = binary.left();
    }
    Operand left = at instanceof Expression.Binary sum ? texts.sum(sum) : value(at);
    for (Expression.Binary binary : pending) {
      Operand right = value(binary.right());
      left = code.operation(operator(binary.operator()), frame.at(binary), left, right);
    }
    return left;
  }

  /** The operator of the intermediate representation. */
  static Operator operator(TokenKind operator) {
    return switch (operator) {
      case PLUS -> Operator.ADD;
      case PERCENT -> Operator.PERCENT;
      case STAR, AT -> Operator.MULTIPLY;
      case SLASH -> Operator.DIVIDE;
      case PIPE -> Operator.UNION;
      default -> Operator.ARITHMETIC;
    };
  }

  /** Items of a display as arguments. */
  List<Argument> items(List<Expression> items) {
    var arguments = new ArrayList<Argument>(items.size());
    for (Expression item : items) {
      Operand value = value(item);
      arguments.add(item instanceof Expression.Starred
          ? Argument.spread(value, frame.at(item))
          : Argument.of(value, frame.at(item)));
    }
    return arguments;
  }

  private Operand list(ListKind kind, List<Expression> items, Expression at) {
    return code.list(kind, items(items), frame.at(at));
  }

  private Operand slice(Expression.Slice slice) {
    var bounds = new ArrayList<Argument>(3);
    for (Optional<Expression> bound : List.of(slice.lower(), slice.upper(), slice.step())) {
      bounds.add(Argument.of(bound.map(this::value).orElse(Constant.nothing()), frame.at(slice)));
    }
    return code.list(ListKind.TUPLE, bounds, frame.at(slice));
  }

  private Operand dict(Expression.DictDisplay dict) {
    var entries = new ArrayList<Instruction.Entry>(dict.entries().size());
    for (Expression.Entry entry : dict.entries()) {
      Span at = frame.at(entry.value());
      if (entry.key().isPresent()) {
        Operand key = value(entry.key().get());
        entries.add(Instruction.Entry.of(key, value(entry.value()), at));
      } else {
        entries.add(Instruction.Entry.spread(value(entry.value()), at));
      }
    }
    return code.map(entries, frame.at(dict));
  }

  /** Stores {@code value} in {@code target}, which may take it apart. */
  void assign(Expression target, Operand value) {
    switch (target) {
      case Expression.Name(String id, _, _) -> frame.write(id, value, frame.at(target));
      case Expression.Attribute(Expression object, String name, _, _) ->
        code.setField(value(object), name, value, frame.at(target));
      case Expression.Subscript(Expression object, Expression index, _, _) -> {
        Operand container = value(object);
        code.setElement(container, key(index), value, frame.at(target));
      }
      case Expression.Tuple(List<Expression> items, _, _) -> unpack(items, value, frame.at(target));
      case Expression.ListDisplay(List<Expression> items, _, _) -> unpack(items, value, frame.at(target));
      case Expression.Starred(Expression inner, _, _) -> assign(inner, value);
      default -> value(target);
    }
  }

  /** A subscript; a slice is a key that nobody knows. */
  Operand key(Expression index) {
    Operand key = value(index);
    return index instanceof Expression.Slice ? code.temporary() : key;
  }

  private void unpack(List<Expression> items, Operand value, Span at) {
    int star = items.size();
    for (int i = 0; i < items.size(); i++) {
      Expression item = items.get(i);
      Local part;
      if (item instanceof Expression.Starred && star == items.size()) {
        star = i;
        int after = items.size() - 1 - i;
        Operand end = after == 0 ? Constant.nothing() : Constant.number(-after);
        part = code.operation(Operator.SLICE, at, value, Constant.number(i), end);
      } else {
        part = code.element(value, Constant.number(i < star ? i : i - items.size()), at);
      }
      assign(item, part);
    }
  }
}

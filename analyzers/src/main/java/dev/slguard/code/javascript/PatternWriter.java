package dev.slguard.code.javascript;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lowers assignments and destructuring. */
final class PatternWriter {
  /** What a variable becomes, and what the expression that changes it is worth. */
  record Change(Operand next, Operand result) {}

  private final Body body;

  PatternWriter(Body body) {
    this.body = body;
  }

  /** A property's name, or what it is computed from. */
  Operand key(Node.PropertyKey key) {
    return switch (key) {
      case Node.PropertyKey.Named(String name, _, _, _) -> Constant.text(name);
      case Node.PropertyKey.Private(String name, _, _) -> Constant.text('#' + name);
      case Node.PropertyKey.Computed(Expression expression, _, _) -> body.expressions.value(expression);
    };
  }

  /** {@code target = value}; the value. */
  Operand assign(Pattern target, Expression value, Span at) {
    return switch (target) {
      case Pattern.Binding(String name, _, _) -> {
        Operand result = body.expressions.named(value, name);
        if (!name.equals("exports") || body.b.resolve(name).isPresent()) {
          body.assign(name, result, at);
        }
        yield result;
      }
      case Pattern.Target(Expression expression) -> assignMember(expression, value, at);
      case Pattern.ObjectPattern _,Pattern.ArrayPattern _,Pattern.Preset _ -> {
        Operand result = body.expressions.value(value);
        bind(target, result, at);
        yield result;
      }
    };
  }

  private Operand assignMember(Expression target, Expression value, Span at) {
    if (body.chains.isModuleExports(target)) {
      Operand result = body.expressions.named(value, "exports");
      body.b.emit(new Instruction.ReplaceExports(result, at));
      return result;
    }
    return switch (target) {
      case Expression.Member(Expression object, String name, boolean isPrivate, _, _, _) -> {
        Operand holder = body.expressions.value(object);
        Operand result = body.expressions.named(value, name);
        body.b.setField(holder, isPrivate ? '#' + name : name, result, at);
        yield result;
      }
      case Expression.Index(Expression object, Expression index, _, _, _) -> {
        Operand holder = body.expressions.value(object);
        Operand key = body.expressions.value(index);
        Operand result = body.expressions.value(value);
        body.b.setElement(holder, key, result, at);
        yield result;
      }
      case Expression other -> {
        body.expressions.value(other);
        yield body.expressions.value(value);
      }
    };
  }

  /** Reads {@code target} once, and writes what {@code change} makes of it. */
  Operand change(Pattern target, Function<Operand, Change> change, Span at) {
    return switch (target) {
      case Pattern.Binding(String name, _, _) -> {
        Change made = change.apply(kept(body.expressions.read(name, body.span(target))));
        body.assign(name, made.next(), at);
        yield made.result();
      }
      case Pattern.Target(Expression expression) -> changeMember(expression, change, at);
      case Pattern.ObjectPattern _,Pattern.ArrayPattern _,Pattern.Preset _ -> Constant.nothing();
    };
  }

  private Operand changeMember(Expression target, Function<Operand, Change> change, Span at) {
    return switch (target) {
      case Expression.Member(Expression object, String name, boolean isPrivate, _, _, _) -> {
        String field = isPrivate ? '#' + name : name;
        Operand holder = body.expressions.value(object);
        Change made = change.apply(body.b.field(holder, field, body.span(target)));
        body.b.setField(holder, field, made.next(), at);
        yield made.result();
      }
      case Expression.Index(Expression object, Expression index, _, _, _) -> {
        Operand holder = body.expressions.value(object);
        Operand key = body.expressions.value(index);
        Change made = change.apply(body.b.element(holder, key, body.span(target)));
        body.b.setElement(holder, key, made.next(), at);
        yield made.result();
      }
      case Expression other -> change.apply(body.expressions.value(other)).result();
    };
  }

  /** The value that a variable has now, whatever is written to it later. */
  private Operand kept(Operand value) {
    if (value instanceof Constant) {
      return value;
    }
    Local copy = body.b.temporary();
    body.b.copy(copy, value);
    return copy;
  }

  /** Gives {@code value} to the variables and members of {@code pattern}. */
  void bind(Pattern pattern, Operand value, Span at) {
    switch (pattern) {
      case Pattern.Binding(String name, _, _) -> body.assign(name, value, at);
      case Pattern.Target(Expression expression) -> bindMember(expression, value, at);
      case Pattern.ObjectPattern(var entries, var rest, _, _) -> {
        List<Operand> taken = new ArrayList<>();
        for (Pattern.ObjectPattern.Entry entry : entries) {
          Span place = body.module.span(entry.key().start(), entry.value().end());
          Operand key = entry.key() instanceof Node.PropertyKey.Computed computed
              ? body.expressions.value(computed.expression())
              : Constant.text(ExpressionWriter.nameOf(entry.key()));
          taken.add(key);
          Operand part = entry.key() instanceof Node.PropertyKey.Computed
              ? body.b.element(value, key, place)
              : body.b.field(value, ExpressionWriter.nameOf(entry.key()), place);
          bind(entry.value(), part, place);
        }
        rest.ifPresent(target -> {
          Span place = body.span(target);
          Operand left = body.b.map(List.of(Instruction.Entry.spread(value, place)), place);
          taken.forEach(key -> body.b.emit(new Instruction.Delete(left, key, place)));
          bind(target, left, at);
        });
      }
      case Pattern.ArrayPattern(var items, var rest, _, _) -> {
        for (int i = 0; i < items.size(); i++) {
          Optional<Pattern> item = items.get(i);
          if (item.isPresent()) {
            Span place = body.span(item.get());
            bind(item.get(), body.b.element(value, Constant.number(i), place), place);
          }
        }
        rest.ifPresent(target -> bind(target,
            body.b.operation(Operator.SLICE, at, value, Constant.number(items.size()), Constant.nothing()), at));
      }
      case Pattern.Preset(Pattern target, Expression preset, _, _) -> bind(target, orElse(value, preset, target), at);
    }
  }

  /** {@code value}, or where it is missing what {@code preset} says. */
  Operand orElse(Operand value, Expression preset, Pattern target) {
    Span at = body.span(preset);
    Local result = body.b.temporary();
    body.b.copy(result, value);
    int missing = body.b.newBlock();
    int after = body.b.newBlock();
    body.b.branch(body.b.operation(Operator.MISSING, at, value), missing, after, at);
    body.b.begin(missing);
    body.b.copy(result,
        body.expressions.named(preset, target instanceof Pattern.Binding(String name, _, _) ? name : ""));
    body.b.begin(after);
    return result;
  }

  private void bindMember(Expression target, Operand value, Span at) {
    switch (target) {
      case Expression.Member(Expression object, String name, boolean isPrivate, _, _, _) ->
        body.b.setField(body.expressions.value(object), isPrivate ? '#' + name : name, value, at);
      case Expression.Index(Expression object, Expression index, _, _, _) -> {
        Operand holder = body.expressions.value(object);
        body.b.setElement(holder, body.expressions.value(index), value, at);
      }
      case Expression.Cast(Expression inner, _, _, _) -> bind(Patterns.of(inner), value, at);
      case Expression other -> body.expressions.value(other);
    }
  }
}

package dev.slguard.code.python;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers {@code match}: each case tests, takes apart and binds, or goes on to the next one. */
final class MatchLowering {
  private final Frame frame;
  private final RoutineBuilder code;
  private final StatementLowering statements;
  private final ExpressionLowering expressions;
  private Span at;

  MatchLowering(Frame frame, StatementLowering statements) {
    this.frame = frame;
    this.code = frame.code();
    this.statements = statements;
    this.expressions = statements.expressions();
    this.at = Span.startOf(frame.source().path());
  }

  void lower(Statement.Match it) {
    Operand subject = expressions.value(it.subject());
    int end = code.newBlock();
    for (Statement.Case one : it.cases()) {
      int next = code.newBlock();
      at = frame.at(it.subject());
      match(one.pattern(), subject, next);
      one.guard().ifPresent(guard -> {
        int holds = code.newBlock();
        expressions.conditions().branch(guard, holds, next);
        code.begin(holds);
      });
      statements.lower(one.body());
      code.jump(end);
      code.begin(next);
    }
    code.begin(end);
  }

  /** Goes on if {@code value} matches, its parts bound; else to the block {@code fail}. */
  private void match(Pattern pattern, Operand value, int fail) {
    switch (pattern) {
      case Pattern.Value(Expression wanted) -> {
        Operand constant = expressions.value(wanted);
        Operator same = constant instanceof Constant ? Operator.SAME : Operator.EQUAL;
        test(same, value, constant, frame.at(wanted), fail);
      }
      case Pattern.Capture(Optional<Pattern> inner, String name) -> {
        inner.ifPresent(it -> match(it, value, fail));
        frame.write(name, value, at);
      }
      case Pattern.Wildcard _ -> {
      }
      case Pattern.Rest(Optional<String> name) -> name.ifPresent(it -> frame.write(it, value, at));
      case Pattern.Sequence(List<Pattern> items) -> sequence(items, value, fail);
      case Pattern.Mapping mapping -> mapping(mapping, value, fail);
      case Pattern.Instance instance -> instance(instance, value, fail);
      case Pattern.Either(List<Pattern> alternatives) -> {
        int matched = code.newBlock();
        for (Pattern alternative : alternatives) {
          int next = code.newBlock();
          match(alternative, value, next);
          code.jump(matched);
          code.begin(next);
        }
        code.jump(fail);
        code.begin(matched);
      }
    }
  }

  private void test(Operator operator, Operand left, Operand right, Span place, int fail) {
    int holds = code.newBlock();
    code.branch(code.operation(operator, place, left, right), holds, fail, place);
    code.begin(holds);
  }

  private void sequence(List<Pattern> items, Operand value, int fail) {
    boolean rested = false;
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Pattern.Rest rest) {
        rested = true;
        int after = items.size() - 1 - i;
        Operand end = after == 0 ? Constant.nothing() : Constant.number(-after);
        match(rest, code.operation(Operator.SLICE, at, value, Constant.number(i), end), fail);
      } else {
        match(items.get(i), code.element(value, Constant.number(rested ? i - items.size() : i), at), fail);
      }
    }
  }

  private void mapping(Pattern.Mapping mapping, Operand value, int fail) {
    for (Pattern.MappingItem item : mapping.items()) {
      Operand key = expressions.value(item.key());
      test(Operator.IN, key, value, at, fail);
      match(item.pattern(), code.element(value, key, at), fail);
    }
    mapping.rest().ifPresent(name -> frame.write(name, code.map(List.of(Instruction.Entry.spread(value, at)), at), at));
  }

  private void instance(Pattern.Instance instance, Operand value, int fail) {
    Operand type = expressions.value(instance.type());
    test(Operator.INSTANCE_OF, value, type, frame.at(instance.type()), fail);
    boolean converts = frame.imports().qualified(instance.type()).filter(MatchLowering::isPlain).isPresent();
    var parts = new ArrayList<Pattern>(instance.positional());
    for (int i = 0; i < parts.size(); i++) {
      Operand part = converts ? value : code.element(value, Constant.number(i), at);
      match(parts.get(i), part, fail);
    }
    for (Pattern.Attribute attribute : instance.attributes()) {
      Local part = code.field(value, attribute.name(), at);
      match(attribute.pattern(), part, fail);
    }
  }

  /** Builtin types whose one positional pattern is matched with the value itself. */
  private static boolean isPlain(String type) {
    return switch (type) {
      case "bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple" -> true;
      default -> false;
    };
  }
}

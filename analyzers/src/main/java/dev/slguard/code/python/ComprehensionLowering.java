package dev.slguard.code.python;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Instruction.ElementKind;
import dev.slguard.code.ir.Instruction.ListKind;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.python.Expression.Clause;
import dev.slguard.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lowers comprehensions to loops that fill a list, set or map; generator expressions likewise, eagerly. */
final class ComprehensionLowering {
  private final Frame frame;
  private final RoutineBuilder code;
  private final ExpressionLowering expressions;

  ComprehensionLowering(Frame frame, ExpressionLowering expressions) {
    this.frame = frame;
    this.code = frame.code();
    this.expressions = expressions;
  }

  /** What {@code comprehension} makes. */
  Operand value(Expression.Comprehension comprehension) {
    Span at = frame.at(comprehension);
    List<Clause> clauses = comprehension.clauses();
    Operand first = expressions.value(clauses.getFirst().iterable());
    Local result = switch (comprehension.kind()) {
      case LIST, GENERATOR -> code.list(ListKind.LIST, List.of(), at);
      case SET -> code.list(ListKind.SET, List.of(), at);
      case DICT -> code.map(List.of(), at);
    };
    Set<String> names = new LinkedHashSet<>();
    clauses.forEach(clause -> names.addAll(BoundNames.ofTarget(clause.target())));
    frame.enterComprehension(names);
    int[] heads = new int[clauses.size()];
    int[] ends = new int[clauses.size()];
    for (int i = 0; i < heads.length; i++) {
      Clause clause = clauses.get(i);
      Operand container = i == 0 ? first : expressions.value(clause.iterable());
      heads[i] = code.newBlock();
      ends[i] = code.newBlock();
      begin(clause, container, heads[i], ends[i]);
    }
    add(comprehension, result, at);
    for (int i = heads.length - 1; i >= 0; i--) {
      code.jump(heads[i]);
      code.begin(ends[i]);
    }
    frame.leaveComprehension();
    return result;
  }

  private void begin(Clause clause, Operand container, int head, int end) {
    Span at = frame.at(clause.iterable());
    int body = code.newBlock();
    code.begin(head);
    code.branch(code.operation(Operator.HAS_NEXT, at, container), body, end, at);
    code.begin(body);
    expressions.assign(clause.target(),
        code.each(container, clause.async() ? ElementKind.AWAITED : ElementKind.VALUES, at));
    for (Expression condition : clause.conditions()) {
      int next = code.newBlock();
      expressions.conditions().branch(condition, next, head);
      code.begin(next);
    }
  }

  private void add(Expression.Comprehension comprehension, Local result, Span at) {
    Operand element = expressions.value(comprehension.element());
    switch (comprehension.kind()) {
      case LIST, GENERATOR -> code.callMethod(result, "append", List.of(argument(comprehension, element)), at);
      case SET -> code.callMethod(result, "add", List.of(argument(comprehension, element)), at);
      case DICT -> comprehension.value()
          .ifPresent(value -> code.setElement(result, element, expressions.value(value), frame.at(value)));
    }
  }

  private Argument argument(Expression.Comprehension comprehension, Operand element) {
    return Argument.of(element, frame.at(comprehension.element()));
  }
}

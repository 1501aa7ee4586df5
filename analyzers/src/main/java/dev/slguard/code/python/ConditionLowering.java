package dev.slguard.code.python;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.python.Expression.Relation;
import dev.slguard.source.Span;
import java.util.List;

/** Lowers tests to branches, so that what each operand of {@code and}, {@code or} and {@code not} says is seen. */
final class ConditionLowering {
  private final Frame frame;
  private final RoutineBuilder code;
  private final ExpressionLowering expressions;

  ConditionLowering(Frame frame, ExpressionLowering expressions) {
    this.frame = frame;
    this.code = frame.code();
    this.expressions = expressions;
  }

  /** Ends the current block: on to {@code whenTrue} if {@code test} holds, else to {@code whenFalse}. */
  void branch(Expression test, int whenTrue, int whenFalse) {
    switch (test) {
      case Expression.Unary(TokenKind operator, Expression operand, _, _) when operator == TokenKind.NOT ->
        branch(operand, whenFalse, whenTrue);
      case Expression.Logical(TokenKind operator, List<Expression> operands, _, _) -> {
        for (Expression operand : operands.subList(0, operands.size() - 1)) {
          int next = code.newBlock();
          if (operator == TokenKind.AND) {
            branch(operand, next, whenFalse);
          } else {
            branch(operand, whenTrue, next);
          }
          code.begin(next);
        }
        branch(operands.getLast(), whenTrue, whenFalse);
      }
      case Expression.Comparison comparison -> chain(comparison, whenTrue, whenFalse);
      default -> code.branch(expressions.value(test), whenTrue, whenFalse, frame.at(test));
    }
  }

  private void chain(Expression.Comparison comparison, int whenTrue, int whenFalse) {
    Span at = frame.at(comparison);
    int last = comparison.operators().size() - 1;
    Operand left = expressions.value(comparison.operands().getFirst());
    for (int i = 0; i <= last; i++) {
      Operand right = expressions.value(comparison.operands().get(i + 1));
      Local holds = code.operation(operator(comparison.operators().get(i)), at, left, right);
      int next = i == last ? whenTrue : code.newBlock();
      code.branch(holds, next, whenFalse, at);
      if (i < last) {
        code.begin(next);
      }
      left = right;
    }
  }

  private static Operator operator(Relation relation) {
    return switch (relation) {
      case LESS -> Operator.LESS;
      case GREATER -> Operator.GREATER;
      case LESS_EQUAL -> Operator.LESS_EQUAL;
      case GREATER_EQUAL -> Operator.GREATER_EQUAL;
      case EQUAL -> Operator.EQUAL;
      case NOT_EQUAL -> Operator.NOT_EQUAL;
      case IN -> Operator.IN;
      case NOT_IN -> Operator.NOT_IN;
      case IS -> Operator.SAME;
      case IS_NOT -> Operator.NOT_SAME;
    };
  }

  /** The value of an expression that decides something: {@code and}, {@code or}, a comparison or {@code if … else}. */
  Operand value(Expression expression) {
    return switch (expression) {
      case Expression.Logical logical -> logical(logical);
      case Expression.Conditional(Expression test, Expression body, Expression otherwise, _, _) ->
        conditional(test, body, otherwise);
      case Expression.Comparison comparison when comparison.operators().size() == 1 -> {
        Operand left = expressions.value(comparison.operands().getFirst());
        Operand right = expressions.value(comparison.operands().getLast());
        yield code.operation(operator(comparison.operators().getFirst()), frame.at(comparison), left, right);
      }
      default -> decided(expression);
    };
  }

  private Operand logical(Expression.Logical logical) {
    Local result = code.temporary();
    int end = code.newBlock();
    for (Expression operand : logical.operands().subList(0, logical.operands().size() - 1)) {
      Operand value = expressions.value(operand);
      code.copy(result, value);
      int next = code.newBlock();
      boolean and = logical.operator() == TokenKind.AND;
      code.branch(value, and ? next : end, and ? end : next, frame.at(operand));
      code.begin(next);
    }
    code.copy(result, expressions.value(logical.operands().getLast()));
    code.begin(end);
    return result;
  }

  private Operand conditional(Expression test, Expression body, Expression otherwise) {
    Local result = code.temporary();
    int whenTrue = code.newBlock();
    int whenFalse = code.newBlock();
    int end = code.newBlock();
    branch(test, whenTrue, whenFalse);
    code.begin(whenTrue);
    code.copy(result, expressions.value(body));
    code.jump(end);
    code.begin(whenFalse);
    code.copy(result, expressions.value(otherwise));
    code.begin(end);
    return result;
  }

  private Operand decided(Expression test) {
    Local result = code.temporary();
    int whenTrue = code.newBlock();
    int whenFalse = code.newBlock();
    int end = code.newBlock();
    branch(test, whenTrue, whenFalse);
    code.begin(whenTrue);
    code.copy(result, Constant.truth(true));
    code.jump(end);
    code.begin(whenFalse);
    code.copy(result, Constant.truth(false));
    code.begin(end);
    return result;
  }
}

package dev.slguard.code.javascript;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Lowers conditions to branches, so that what guards a statement is seen as control flow. */
final class ConditionWriter {
  private final Body body;

  ConditionWriter(Body body) {
    this.body = body;
  }

  /** Goes on at {@code yes} if {@code test} holds, else at {@code no}. */
  void branch(Expression test, int yes, int no) {
    switch (test) {
      case Expression.Unary(Token operator, Expression operand, _, _) when operator == Token.NOT ->
        branch(operand, no, yes);
      case Expression.Binary(Token operator, _, _, _, _) when operator == Token.AND_AND -> {
        List<Expression> operands = operands(test, operator);
        for (Expression operand : operands.subList(0, operands.size() - 1)) {
          int next = body.b.newBlock();
          branch(operand, next, no);
          body.b.begin(next);
        }
        branch(operands.getLast(), yes, no);
      }
      case Expression.Binary(Token operator, _, _, _, _) when operator == Token.OR_OR -> {
        List<Expression> operands = operands(test, operator);
        for (Expression operand : operands.subList(0, operands.size() - 1)) {
          int next = body.b.newBlock();
          branch(operand, yes, next);
          body.b.begin(next);
        }
        branch(operands.getLast(), yes, no);
      }
      default -> body.b.branch(body.expressions.value(test), yes, no, body.span(test));
    }
  }

  /** The operands of a chain of one operator, the leftmost first. */
  private static List<Expression> operands(Expression chain, Token operator) {
    var operands = new ArrayList<Expression>();
    Expression current = chain;
    while (current instanceof Expression.Binary(Token same, Expression left, Expression right, _, _)
        && same == operator) {
      operands.add(right);
      current = left;
    }
    operands.add(current);
    return operands.reversed();
  }

  /** The value of {@code a && b}, {@code a || b} or {@code a ?? b}. */
  Operand shortCircuit(Expression.Binary chain) {
    Local result = body.b.temporary();
    List<Expression> operands = operands(chain, chain.operator());
    int after = body.b.newBlock();
    for (int i = 0; i < operands.size(); i++) {
      Expression operand = operands.get(i);
      body.b.copy(result, body.expressions.value(operand));
      if (i < operands.size() - 1) {
        int next = body.b.newBlock();
        if (chain.operator() == Token.AND_AND) {
          int empty = body.b.newBlock();
          decide(chain.operator(), result, next, empty, body.span(operand));
          body.b.begin(empty);
          // What it is known to be here is lost where the paths meet: it is read once more.
          body.b.copy(result, result);
          body.b.jump(after);
        } else {
          decide(chain.operator(), result, next, after, body.span(operand));
        }
        body.b.begin(next);
      }
    }
    body.b.begin(after);
    return result;
  }

  /** Goes on at {@code next} if the right operand of {@code operator} counts, else at {@code after}. */
  void decide(Token operator, Operand left, int next, int after, Span at) {
    switch (operator) {
      case AND_AND, AND_AND_ASSIGN -> body.b.branch(left, next, after, at);
      case OR_OR, OR_OR_ASSIGN -> body.b.branch(left, after, next, at);
      default -> body.b.branch(body.b.operation(Operator.EQUAL, at, left, Constant.nothing()), next, after, at);
    }
  }

  /** The value of {@code test ? yes : no}. */
  Operand conditional(Expression.Conditional conditional) {
    Local result = body.b.temporary();
    int yes = body.b.newBlock();
    int no = body.b.newBlock();
    int after = body.b.newBlock();
    branch(conditional.test(), yes, no);
    body.b.begin(yes);
    body.b.copy(result, body.expressions.value(conditional.yes()));
    body.b.jump(after);
    body.b.begin(no);
    body.b.copy(result, body.expressions.value(conditional.no()));
    body.b.begin(after);
    return result;
  }
}

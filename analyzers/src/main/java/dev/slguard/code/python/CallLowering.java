package dev.slguard.code.python;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lowers calls, attributes and subscripts: {@code a.b(c)[d].e} from its left end. */
final class CallLowering {
  private final Frame frame;
  private final RoutineBuilder code;
  private final ExpressionLowering expressions;

  CallLowering(Frame frame, ExpressionLowering expressions) {
    this.frame = frame;
    this.code = frame.code();
    this.expressions = expressions;
  }

  /** The value of a call, attribute or subscript. */
  Operand chain(Expression outermost) {
    Deque<Expression> links = new ArrayDeque<>();
    Expression at = outermost;
    while (!isSuper(at)) {
      if (at instanceof Expression.Call(Expression function, _, _, _)) {
        links.push(at);
        at = function;
      } else if (at instanceof Expression.Attribute(Expression value, _, _, _)) {
        links.push(at);
        at = value;
      } else if (at instanceof Expression.Subscript(Expression value, _, _, _)) {
        links.push(at);
        at = value;
      } else {
        break;
      }
    }
    if (isSuper(at) && links.peekFirst() instanceof Expression.Attribute member) {
      links.pop();
      return links(base(member, links), links);
    }
    return links(isSuper(at) ? call((Expression.Call) at) : expressions.value(at), links);
  }

  private Operand call(Expression.Call call) {
    return code.callValue(expressions.value(call.function()), arguments(call.arguments()), frame.at(call));
  }

  private Operand links(Operand first, Deque<Expression> links) {
    Operand value = first;
    while (!links.isEmpty()) {
      Expression link = links.pop();
      Span at = frame.at(link);
      if (link instanceof Expression.Attribute(_, String name, _, _)) {
        if (links.peekFirst() instanceof Expression.Call call) {
          links.pop();
          List<Argument> arguments = arguments(call.arguments());
          value = code.callMethod(value, name, arguments, frame.at(call));
        } else {
          value = code.field(value, name, at);
        }
      } else if (link instanceof Expression.Call call) {
        value = code.callValue(value, arguments(call.arguments()), at);
      } else if (link instanceof Expression.Subscript(_, Expression index, _, _)) {
        value = subscript(value, index, at);
      }
    }
    return value;
  }

  private Operand subscript(Operand object, Expression index, Span at) {
    if (index instanceof Expression.Slice slice) {
      Operand from = slice.lower().map(expressions::value).orElse(Constant.nothing());
      Operand to = slice.upper().map(expressions::value).orElse(Constant.nothing());
      slice.step().ifPresent(expressions::value);
      return code.operation(Operator.SLICE, at, object, from, to);
    }
    return code.element(object, expressions.value(index), at);
  }

  private static boolean isSuper(Expression expression) {
    return expression instanceof Expression.Call(Expression function, _, _, _)
        && function instanceof Expression.Name(String id, _, _) && id.equals("super");
  }

  /** {@code super().name(…)}, or {@code super().name} read. */
  private Operand base(Expression.Attribute member, Deque<Expression> links) {
    if (links.peekFirst() instanceof Expression.Call call) {
      links.pop();
      String name = member.name().equals("__init__") ? "" : member.name();
      return code.call(new Callee.Super(name), arguments(call.arguments()), frame.at(call));
    }
    Operand object = call((Expression.Call) member.value());
    return code.field(object, member.name(), frame.at(member));
  }

  /** The arguments of a call. */
  List<Argument> arguments(List<Expression.Argument> written) {
    var arguments = new ArrayList<Argument>(written.size());
    for (Expression.Argument argument : written) {
      Span at = frame.at(argument.value());
      Operand value = expressions.value(argument.value());
      arguments.add(switch (argument.kind()) {
        case POSITIONAL -> Argument.of(value, at);
        case KEYWORD -> Argument.keyword(argument.keyword(), value, at);
        case STAR -> Argument.spread(value, at);
        case DOUBLE_STAR -> Argument.keywordSpread(value, at);
      });
    }
    return arguments;
  }
}

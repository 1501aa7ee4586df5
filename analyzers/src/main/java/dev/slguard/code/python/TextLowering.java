package dev.slguard.code.python;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.python.Expression.Part;
import dev.slguard.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers f-strings, t-strings and sums; a sum with an operand that is surely a text becomes one concatenation. */
final class TextLowering {
  /** Builtins that give a text. */
  private static final Set<String> TEXT_FUNCTIONS = Set.of("str", "repr", "ascii", "hex", "oct", "bin", "chr", "input",
      "format");
  /** Methods of a text that give a text. */
  private static final Set<String> TEXT_METHODS = Set.of("format", "format_map", "join", "replace", "strip", "lower",
      "upper", "decode");

  private final Frame frame;
  private final RoutineBuilder code;
  private final ExpressionLowering expressions;

  TextLowering(Frame frame, ExpressionLowering expressions) {
    this.frame = frame;
    this.code = frame.code();
    this.expressions = expressions;
  }

  /** The value of an f-string or t-string. */
  Operand formatted(Expression.Formatted formatted) {
    Span at = frame.at(formatted);
    var parts = new ArrayList<Operand>(formatted.parts().size());
    collect(formatted.parts(), parts, at);
    if (!formatted.template()) {
      return code.concat(parts, at);
    }
    Operand template = code.imported("string.templatelib", Optional.of("Template"), at);
    return code.callValue(template, parts.stream().map(part -> Argument.of(part, at)).toList(), at);
  }

  private void collect(List<Part> written, List<Operand> parts, Span at) {
    for (Part part : written) {
      switch (part) {
        case Part.Chars(String value) -> parts.add(Constant.text(value));
        case Part.Field(Expression value, String conversion, List<Part> format) -> {
          Span place = frame.at(value);
          Operand shown = expressions.value(value);
          if (conversion.equals("r") || conversion.equals("a")) {
            shown = builtin("repr", List.of(Argument.of(shown, place)), place);
          }
          if (format.isEmpty()) {
            parts.add(shown);
          } else {
            var specification = new ArrayList<Operand>(1);
            collect(format, specification, at);
            Operand all = specification.size() == 1 ? specification.getFirst() : code.concat(specification, at);
            parts.add(builtin("format", List.of(Argument.of(shown, place), Argument.of(all, at)), place));
          }
        }
      }
    }
  }

  private Operand builtin(String name, List<Argument> arguments, Span at) {
    return code.callValue(code.global(name, at), arguments, at);
  }

  /** The value of {@code a + b + …}. */
  Operand sum(Expression.Binary outermost) {
    if (isText(outermost)) {
      var parts = new ArrayList<Operand>();
      part(outermost, parts);
      return code.concat(parts, frame.at(outermost));
    }
    var sums = new ArrayDeque<Expression.Binary>();
    Expression at = outermost;
    while (at instanceof Expression.Binary sum && sum.operator() == TokenKind.PLUS) {
      sums.push(sum);
      at = sum.left();
    }
    Operand result = expressions.value(at);
    for (Expression.Binary sum : sums) {
      result = code.operation(Operator.ADD, frame.at(sum), result, expressions.value(sum.right()));
    }
    return result;
  }

  /** The operands of a sum, from left to right; any other expression is its own only operand. */
  private static List<Expression> operands(Expression sum) {
    var operands = new ArrayList<Expression>();
    Expression at = sum;
    while (at instanceof Expression.Binary(Expression left, TokenKind operator, Expression right, _, _)
        && operator == TokenKind.PLUS) {
      operands.add(right);
      at = left;
    }
    operands.add(at);
    return operands.reversed();
  }

  private void part(Expression written, List<Operand> parts) {
    for (Expression operand : operands(written)) {
      if (operand instanceof Expression.Formatted(List<Part> inner, boolean template, _, _) && !template) {
        collect(inner, parts, frame.at(operand));
      } else if (operand instanceof Expression.Binary nested && nested.operator() == TokenKind.PLUS && isText(nested)) {
        part(operand, parts);
      } else {
        parts.add(expressions.value(operand));
      }
    }
  }

  /** {@code left + right} where {@code left} is a variable: the new value of {@code left += right}. */
  Operand appended(Operand left, Expression right, Span at) {
    if (!isText(right)) {
      return code.operation(Operator.ADD, at, left, expressions.value(right));
    }
    var parts = new ArrayList<Operand>();
    parts.add(left);
    part(right, parts);
    return code.concat(parts, at);
  }

  /** Whether {@code expression} can be nothing but a text. */
  private boolean isText(Expression expression) {
    return switch (expression) {
      case Expression.Text _ -> true;
      case Expression.Formatted formatted -> !formatted.template();
      case Expression.Binary(Expression left, TokenKind operator, _, _, _) ->
        operator == TokenKind.PERCENT && left instanceof Expression.Text
            || operator == TokenKind.PLUS && operands(expression).stream().anyMatch(this::isText);
      case Expression.Call(Expression function, _, _, _) -> switch (function) {
        case Expression.Name(String id, _, _) -> TEXT_FUNCTIONS.contains(id);
        case Expression.Attribute(Expression value, String name, _, _) ->
          value instanceof Expression.Text && TEXT_METHODS.contains(name);
        default -> false;
      };
      default -> false;
    };
  }
}

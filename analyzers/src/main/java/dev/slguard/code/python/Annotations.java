package dev.slguard.code.python;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.python.Expression.Argument;
import dev.slguard.code.python.Expression.ArgumentKind;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decorators, and the marks that frameworks read from parameters and fields, as annotations. */
final class Annotations {
  private final SourceFile source;
  private final ImportedNames imports;

  Annotations(SourceFile source, ImportedNames imports) {
    this.source = source;
    this.imports = imports;
  }

  /** One annotation for each of {@code decorators} that has a name. */
  List<Annotation> ofDecorators(List<Expression> decorators) {
    var annotations = new ArrayList<Annotation>(decorators.size());
    decorators.forEach(decorator -> of(decorator).ifPresent(annotations::add));
    return annotations;
  }

  /** {@code Query(...)} as a default, or inside {@code Annotated[str, Query()]}; {@code constr(...)} as the type. */
  List<Annotation> ofDeclaration(Optional<Expression> stated, Optional<Expression> initial) {
    Optional<Expression> type = stated.map(imports::written);
    var marks = new ArrayList<Annotation>(0);
    if (type.isPresent() && type.get() instanceof Expression.Subscript(Expression generic, Expression index, _, _)
        && index instanceof Expression.Tuple(List<Expression> items, _, _)
        && imports.qualified(generic).filter(name -> name.endsWith("Annotated")).isPresent()) {
      items.stream().skip(1).forEach(item -> of(item).ifPresent(marks::add));
    }
    if (type.isPresent() && type.get() instanceof Expression.Call) {
      of(type.get()).ifPresent(marks::add);
    }
    if (initial.isPresent() && initial.get() instanceof Expression.Call call) {
      of(call).ifPresent(marks::add);
      call.arguments().forEach(argument -> nested(argument.value(), marks));
    }
    return marks;
  }

  /** Validators that a field is made with: {@code field(validator=in_(NAMES))}, one or a list. */
  private void nested(Expression value, List<Annotation> marks) {
    if (value instanceof Expression.Call) {
      of(value).ifPresent(marks::add);
    } else if (value instanceof Expression.ListDisplay(List<Expression> items, _, _)) {
      items.stream().filter(Expression.Call.class::isInstance).forEach(item -> of(item).ifPresent(marks::add));
    }
  }

  private Optional<Annotation> of(Expression written) {
    Expression named = written instanceof Expression.Call call ? call.function() : written;
    return imports.qualified(named)
        .map(name -> new Annotation(name, arguments(written), source.span(written.start(), written.end())));
  }

  /** Constant arguments; a name stands for what it is imported from. */
  private Map<String, List<Constant>> arguments(Expression written) {
    var arguments = new LinkedHashMap<String, List<Constant>>();
    if (written instanceof Expression.Call call) {
      int position = 0;
      for (Argument argument : call.arguments()) {
        String name = argument.kind() == ArgumentKind.KEYWORD ? argument.keyword() : Integer.toString(position++);
        List<Constant> values = constants(argument.value());
        if (!values.isEmpty()) {
          arguments.put(name, values);
        }
      }
    }
    return arguments;
  }

  private List<Constant> constants(Expression value) {
    return switch (value) {
      case Expression.ListDisplay(List<Expression> items, _, _) -> all(items);
      case Expression.Tuple(List<Expression> items, _, _) -> all(items);
      case Expression.SetDisplay(List<Expression> items, _, _) -> all(items);
      default -> one(value).map(List::of).orElse(List.of());
    };
  }

  private List<Constant> all(List<Expression> items) {
    var constants = new ArrayList<Constant>(items.size());
    for (Expression item : items) {
      Optional<Constant> constant = one(item);
      if (constant.isEmpty()) {
        return List.of();
      }
      constants.add(constant.get());
    }
    return constants;
  }

  private Optional<Constant> one(Expression value) {
    return constant(value).or(() -> imports.qualified(value).map(Constant::text));
  }

  /** The constant that {@code value} is written as. */
  static Optional<Constant> constant(Expression value) {
    return switch (value) {
      case Expression.Text(String text, _, _, _) -> Optional.of(Constant.text(text));
      case Expression.Numeral(String digits, _, _) -> Optional.of(numeral(digits));
      case Expression.Constant(Expression.ConstantKind kind, _, _) -> Optional.of(switch (kind) {
        case TRUE -> Constant.truth(true);
        case FALSE -> Constant.truth(false);
        case NONE, ELLIPSIS -> Constant.nothing();
      });
      case Expression.Unary(TokenKind operator, Expression operand, _, _) when operator == TokenKind.MINUS
          && operand instanceof Expression.Numeral(String digits, _, _) ->
        Optional.of(numeral('-' + digits));
      default -> Optional.empty();
    };
  }

  private static Constant numeral(String digits) {
    String plain = digits.indexOf('_') >= 0 ? digits.replace("_", "") : digits;
    boolean suffixed = plain.endsWith("L") || plain.endsWith("l");
    return new Constant.Numeral(suffixed ? plain.substring(0, plain.length() - 1) : plain);
  }

  /** An annotation written as a string; empty if it is no expression. */
  static Optional<Expression> quoted(String text) {
    if (text.length() > 500 || text.isBlank()) {
      return Optional.empty();
    }
    var problems = new Diagnostics();
    List<Statement> read = PythonParser.parse(SourceFile.of("", text.strip()), problems);
    if (problems.toList().isEmpty() && read.size() == 1
        && read.getFirst() instanceof Statement.Evaluate(Expression value, _, _)) {
      return Optional.of(value);
    }
    return Optional.empty();
  }
}

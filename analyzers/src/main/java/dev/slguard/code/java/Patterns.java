package dev.slguard.code.java;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/** Lowers {@code instanceof} and the patterns of switch labels; a pattern's variables are set whether it matches or not. */
final class Patterns {
  private final Context context;
  private final RoutineBuilder builder;
  private final Expressions expressions;

  Patterns(Context context, RoutineBuilder builder, Expressions expressions) {
    this.context = context;
    this.builder = builder;
    this.expressions = expressions;
  }

  Operand test(InstanceOfExpr it, Span at) {
    Operand subject = expressions.value(it.getExpression());
    it.getPattern().ifPresent(pattern -> bind(pattern, subject, at));
    return isA(subject, it.getType(), at);
  }

  Local isA(Operand subject, Type type, Span at) {
    return builder.operation(Operator.INSTANCE_OF, at, subject, expressions.typeOf(type, at));
  }

  /** Sets the variables of {@code pattern} from {@code subject}. */
  void bind(ComponentPatternExpr pattern, Operand subject, Span at) {
    switch (pattern) {
      case TypePatternExpr typed -> {
        Optional<String> type = context.names().specifier(typed.getType());
        Local variable = builder.declare(typed.getNameAsString(), type);
        builder.copy(variable, type.<Operand>map(name -> builder.cast(subject, name, at)).orElse(subject));
      }
      case RecordPatternExpr record -> {
        Operand seen = context.names().specifier(record.getType()).<Operand>map(name -> builder.cast(subject, name, at))
            .orElse(subject);
        int index = 0;
        for (ComponentPatternExpr component : record.getPatternList()) {
          bind(component, builder.callMethod(seen, "component" + index++, List.of(), at), at);
        }
      }
      default -> {
      }
    }
  }
}

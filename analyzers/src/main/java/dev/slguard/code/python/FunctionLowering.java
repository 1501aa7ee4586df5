package dev.slguard.code.python;

import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.python.Expression.ParameterKind;
import dev.slguard.source.Span;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Lowers functions, methods and lambdas to routines nested in that of a frame. */
final class FunctionLowering {
  private final Frame outer;
  private final Annotations annotations;

  FunctionLowering(Frame outer) {
    this.outer = outer;
    this.annotations = new Annotations(outer.source(), outer.imports());
  }

  /** A function that is not a method. */
  Routine function(Statement.Function function) {
    return routine(function, Routine.Kind.FUNCTION);
  }

  /** A function written in a class. */
  Routine method(Statement.Function function) {
    return routine(function, MethodKind.of(function, outer.imports()));
  }

  private Routine routine(Statement.Function function, Routine.Kind kind) {
    RoutineBuilder code = outer.code().nested(function.name(), kind);
    annotations.ofDecorators(function.decorators()).forEach(code::annotate);
    if (function.async()) {
      code.async();
    }
    if (function.scope().isGenerator()) {
      code.generator();
    }
    function.returns().flatMap(outer.imports()::type).ifPresent(code::returns);
    BoundNames names = BoundNames.of(function.body(), function.scope());
    Frame frame = outer.ofFunction(code, names.globals());
    boolean receives = kind != Routine.Kind.FUNCTION && kind != Routine.Kind.STATIC;
    Map<Expression.Parameter, Local> parameters = declare(function.parameters(), receives, code);
    declare(names, names(function.parameters()), code);
    var statements = new StatementLowering(frame);
    initial(function.parameters(), parameters, frame, statements.expressions());
    statements.lower(function.body());
    return code.build(outer.at(function));
  }

  /** A lambda. */
  Routine lambda(Expression.Lambda lambda) {
    RoutineBuilder code = outer.code().nested("<lambda>", Routine.Kind.LAMBDA);
    if (lambda.scope().isGenerator()) {
      code.generator();
    }
    Frame frame = outer.ofFunction(code, Set.of());
    Map<Expression.Parameter, Local> parameters = declare(lambda.parameters(), false, code);
    lambda.scope().names().forEach(code::declareInRoutine);
    var expressions = new ExpressionLowering(frame);
    initial(lambda.parameters(), parameters, frame, expressions);
    code.ret(expressions.value(lambda.body()), frame.at(lambda.body()));
    return code.build(outer.at(lambda));
  }

  private static Set<String> names(List<Expression.Parameter> parameters) {
    var names = new HashSet<String>();
    parameters.forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  private void declare(BoundNames names, Set<String> parameters, RoutineBuilder code) {
    names.variables().forEach((name, annotation) -> {
      if (!parameters.contains(name)) {
        code.declare(name, annotation.flatMap(outer.imports()::type));
      }
    });
  }

  private Map<Expression.Parameter, Local> declare(List<Expression.Parameter> written, boolean receives,
      RoutineBuilder code) {
    var locals = new IdentityHashMap<Expression.Parameter, Local>();
    boolean first = receives;
    for (Expression.Parameter parameter : written) {
      Optional<String> type = parameter.annotation().flatMap(outer.imports()::type);
      boolean positional = parameter.kind() != ParameterKind.STAR && parameter.kind() != ParameterKind.DOUBLE_STAR;
      locals.put(parameter,
          first && positional
              ? code.receiver(parameter.name(), type)
              : code.parameter(parameter.name(), type, kind(parameter.kind()), parameter.initial().isPresent(),
                  annotations.ofDeclaration(parameter.annotation(), parameter.initial())));
      first = false;
    }
    return locals;
  }

  private static Parameter.Kind kind(ParameterKind kind) {
    return switch (kind) {
      case POSITIONAL_ONLY, NORMAL -> Parameter.Kind.POSITIONAL;
      case KEYWORD_ONLY -> Parameter.Kind.KEYWORD_ONLY;
      case STAR -> Parameter.Kind.REST;
      case DOUBLE_STAR -> Parameter.Kind.KEYWORD_REST;
    };
  }

  /** Default values, and what Python 2's tuple parameters take apart. */
  private static void initial(List<Expression.Parameter> written, Map<Expression.Parameter, Local> locals, Frame frame,
      ExpressionLowering expressions) {
    RoutineBuilder code = frame.code();
    for (Expression.Parameter parameter : written) {
      Local local = Objects.requireNonNull(locals.get(parameter));
      if (parameter.initial().isPresent()) {
        Span at = frame.at(parameter.initial().get());
        int missing = code.newBlock();
        int given = code.newBlock();
        code.branch(code.operation(Operator.MISSING, at, local), missing, given, at);
        code.begin(missing);
        code.assign(local, expressions.value(parameter.initial().get()), at);
        code.begin(given);
      }
      parameter.target().ifPresent(target -> unpack(target, local, frame, expressions));
    }
  }

  private static void unpack(Expression target, Local local, Frame frame, ExpressionLowering expressions) {
    BoundNames.ofTarget(target).forEach(frame.code()::declareInRoutine);
    expressions.assign(target, local);
  }
}

package dev.slguard.code.javascript;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lowers functions of every form. */
final class FunctionWriter {
  /**
   * What the surroundings say of a function.
   *
   * @param type declared type of the variable that takes it
   * @param atStart written before the body: field initialisers of a constructor
   * @param afterSuper written after the call of the base's constructor
   */
  record Setting(String name, Routine.Kind kind, Body.Receiver receiver, Optional<String> owner, Optional<String> type,
      List<Annotation> annotations, List<Consumer<Body>> atStart, List<Consumer<Body>> afterSuper) {
    static Setting of(String name, Routine.Kind kind, Body.Receiver receiver, Optional<String> owner) {
      return new Setting(name, kind, receiver, owner, Optional.empty(), List.of(), List.of(), List.of());
    }
  }

  private final Body body;
  private final List<Parameter> parameters = new ArrayList<>();
  private boolean ownsArguments;

  FunctionWriter(Body body) {
    this.body = body;
  }

  /** The function as a value; {@code name} is what it goes to. */
  Operand closure(Node.Function function, String name) {
    return closure(function, setting(function, name));
  }

  /** The function as a value of a variable with a declared type, which tells its parameters' types. */
  Operand typedClosure(Node.Function function, String name, String type) {
    Setting plain = setting(function, name);
    int arguments = type.indexOf('<');
    String head = arguments < 0 ? type : type.substring(0, arguments);
    List<Annotation> annotations = head.startsWith("(")
        ? List.of()
        : List.of(new Annotation(head, Map.of(), body.span(function)));
    return closure(function, new Setting(plain.name, plain.kind, plain.receiver, plain.owner, Optional.of(type),
        annotations, plain.atStart, plain.afterSuper));
  }

  private Operand closure(Node.Function function, Setting setting) {
    return body.b.closure(routine(function, setting), body.span(function));
  }

  /** A function expression, whose own name its body sees. */
  Operand expression(Node.Function function, String name) {
    if (function.form() != Node.Function.Form.EXPRESSION || function.name().isEmpty()) {
      return closure(function, name);
    }
    body.b.enterScope();
    Local self = body.b.declare(function.name().get().name());
    Operand closure = closure(function, function.name().get().name());
    body.b.copy(self, closure);
    body.b.leaveScope();
    return closure;
  }

  private Setting setting(Node.Function function, String name) {
    String own = function.name().map(Node.Identifier::name).orElse(name);
    return switch (function.form()) {
      case ARROW -> Setting.of(own.isEmpty() ? "<lambda>" : own, Routine.Kind.LAMBDA, body.receiver, body.owner);
      case DECLARATION, EXPRESSION, METHOD, CONSTRUCTOR ->
        Setting.of(own.isEmpty() ? "<lambda>" : own, Routine.Kind.FUNCTION, Body.Receiver.OBJECT, Optional.empty());
      case GETTER -> Setting.of(own, Routine.Kind.GETTER, Body.Receiver.OBJECT, Optional.empty());
      case SETTER -> Setting.of(own, Routine.Kind.SETTER, Body.Receiver.OBJECT, Optional.empty());
    };
  }

  Routine routine(Node.Function function, Setting setting) {
    RoutineBuilder b = body.b.nested(setting.name, setting.kind);
    if (function.isAsync()) {
      b.async();
    }
    if (function.isGenerator()) {
      b.generator();
    }
    function.result().flatMap(body.module.names()::type).ifPresent(b::returns);
    setting.annotations.forEach(b::annotate);
    boolean awaits = function.isAsync() && !function.isGenerator();
    var inner = new Body(body.module, b, setting.receiver, setting.owner,
        setting.kind == Routine.Kind.LAMBDA ? Optional.of(body) : Optional.empty());
    if (setting.kind != Routine.Kind.LAMBDA && setting.kind != Routine.Kind.STATIC) {
      b.receiver("this", setting.kind == Routine.Kind.FUNCTION ? Optional.empty() : setting.type);
    }
    inner.isAwaiting = awaits;
    inner.functions.write(function, setting);
    return b.build(body.span(function));
  }

  private void write(Node.Function function, Setting setting) {
    ownsArguments = setting.kind != Routine.Kind.LAMBDA;
    List<Local> locals = declareParameters(function, setting);
    inBody(setting.atStart);
    setting.afterSuper.forEach(step -> body.afterSuper.add(() -> step.accept(body)));
    takeApart(function.parameters(), locals);
    body.hoisting.declareVariables(function.body());
    body.hoisting.declareLocals(function.body());
    function.body().forEach(body.statements::write);
    List<Runnable> left = List.copyOf(body.afterSuper);
    body.afterSuper.clear();
    left.forEach(Runnable::run);
  }

  private void inBody(List<Consumer<Body>> steps) {
    steps.forEach(step -> step.accept(body));
  }

  private List<Local> declareParameters(Node.Function function, Setting setting) {
    var locals = new ArrayList<Local>();
    for (Node.Parameter parameter : function.parameters()) {
      Pattern target = parameter.target() instanceof Pattern.Preset(Pattern inner, _, _, _)
          ? inner
          : parameter.target();
      boolean optional = parameter.target() instanceof Pattern.Preset;
      Optional<String> type = parameter.type().flatMap(body.module.names()::type)
          .or(() -> locals.isEmpty() && setting.kind != Routine.Kind.METHOD
              ? setting.type.flatMap(FunctionWriter::firstParameter)
              : Optional.empty());
      String name = target instanceof Pattern.Binding(String text, _, _) ? text : "";
      Parameter.Kind kind = parameter.isRest() ? Parameter.Kind.REST : Parameter.Kind.POSITIONAL;
      List<Annotation> annotations = body.module.annotations(parameter.decorators());
      Local local = body.b.parameter(name, type, kind, optional, annotations);
      locals.add(local);
      parameters.add(new Parameter(name, local, kind, optional, annotations));
      if (name.isEmpty()) {
        Hoisting.bound(target).forEach(body.b::declare);
      }
    }
    return locals;
  }

  private void takeApart(List<Node.Parameter> written, List<Local> locals) {
    for (int i = 0; i < locals.size(); i++) {
      Pattern target = written.get(i).target();
      Span at = body.span(written.get(i));
      if (target instanceof Pattern.Preset(Pattern inner, Expression preset, _, _)) {
        body.patterns.bind(inner, body.patterns.orElse(locals.get(i), preset, inner), at);
      } else if (!(target instanceof Pattern.Binding)) {
        body.patterns.bind(target, locals.get(i), at);
      }
    }
  }

  /**
   * The type of the first parameter that a declared function type tells: the one written in {@code (event: T) => R}, or
   * the first type argument of a type whose name ends in {@code Handler}.
   */
  private static Optional<String> firstParameter(String type) {
    if (type.startsWith("(")) {
      int colon = type.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(firstOf(type, colon + 1, ')')).filter(text -> !text.isEmpty());
    }
    int open = type.indexOf('<');
    return open > 0 && type.substring(0, open).endsWith("Handler")
        ? Optional.of(firstOf(type, open + 1, '>'))
        : Optional.empty();
  }

  private static String firstOf(String type, int from, char close) {
    int depth = 0;
    for (int i = from; i < type.length(); i++) {
      char c = type.charAt(i);
      if (depth == 0 && (c == ',' || c == close)) {
        return type.substring(from, i).strip();
      }
      switch (c) {
        case '<', '(', '{', '[' -> depth++;
        case '>', ')', '}', ']' -> depth--;
        default -> {
        }
      }
    }
    return "";
  }

  /**
   * The object {@code arguments} of this function: its parameters, then those that have no name, which become a
   * parameter now. Those of the function around it in an arrow function; empty at the top level.
   */
  Optional<Operand> arguments(Span at) {
    if (!ownsArguments) {
      Optional<Operand> outer = body.outer.flatMap(around -> around.functions.arguments(at));
      outer.ifPresent(list -> body.outer.get().b.copy(body.outer.get().b.declare("arguments"), list));
      return outer.flatMap(list -> body.b.resolve("arguments"));
    }
    if (parameters.isEmpty() || parameters.getLast().kind() != Parameter.Kind.REST) {
      Local rest = body.b.parameter("", Optional.empty(), Parameter.Kind.REST, true, List.of());
      parameters.add(new Parameter("", rest, Parameter.Kind.REST, true, List.of()));
    }
    List<Argument> items = parameters.stream()
        .map(parameter -> parameter.kind() == Parameter.Kind.REST
            ? Argument.spread(parameter.local(), at)
            : Argument.of(parameter.local(), at))
        .toList();
    return Optional.of(body.b.list(Instruction.ListKind.LIST, items, at));
  }
}

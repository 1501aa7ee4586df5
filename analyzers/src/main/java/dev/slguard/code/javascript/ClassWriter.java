package dev.slguard.code.javascript;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.ir.Variable;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lowers classes. */
final class ClassWriter {
  /** The variable that holds the class inside its own body. */
  private static final String SELF = "<class>";

  private final Body body;

  ClassWriter(Body body) {
    this.body = body;
  }

  /** A class expression, whose own name its body sees. */
  Operand expression(Node.ClassBody definition, String name) {
    if (definition.name().isEmpty()) {
      return write(definition, name);
    }
    body.b.enterScope();
    Local self = body.b.declare(definition.name().get().name());
    Operand made = write(definition, name);
    body.b.copy(self, made);
    body.b.leaveScope();
    return made;
  }

  /** The class as a value; {@code name} is what it goes to. */
  Operand write(Node.ClassBody definition, String name) {
    Span at = body.span(definition);
    String own = definition.name().map(Node.Identifier::name).orElse(name);
    List<Operand> bases = definition.base().map(base -> List.of(body.expressions.value(base))).orElse(List.of());
    body.b.enterScope();
    Local self = body.b.declare(SELF);
    List<Consumer<Body>> initialisers = initialisers(definition);
    var methods = new ArrayList<Routine>();
    for (Node.ClassMember member : definition.members()) {
      if (member instanceof Node.ClassMember.Method method) {
        methods.add(method(method, own, initialisers, !bases.isEmpty()));
      }
    }
    boolean hasConstructor = methods.stream().anyMatch(routine -> routine.kind() == Routine.Kind.CONSTRUCTOR);
    if (!hasConstructor && !initialisers.isEmpty()) {
      methods.add(constructor(own, initialisers, !bases.isEmpty(), at));
    }
    var made = new ClassDefinition(own, ClassDefinition.Kind.CLASS, methods, fields(definition),
        body.module.annotations(definition.decorators()), at);
    Operand result = body.b.makeClass(made, bases, at);
    body.b.copy(self, result);
    statics(definition, self);
    for (Expression decorator : definition.decorators().reversed()) {
      // Decorators annotate or register the class; one that returns another is not told apart.
      Span place = body.span(decorator);
      Operand function = body.expressions.value(decorator);
      body.b.callValue(function, List.of(Argument.of(result, place)), place);
    }
    body.b.leaveScope();
    return result;
  }

  private Routine method(Node.ClassMember.Method method, String owner, List<Consumer<Body>> initialisers,
      boolean isDerived) {
    Node.Function function = method.function();
    // A static getter is told from a static method by its name: its kind says that it is static.
    String prefix = method.isStatic() && function.form() == Node.Function.Form.GETTER ? "get " : "";
    String name = prefix + ExpressionWriter.nameOf(method.key());
    Routine.Kind kind = method.isStatic() ? Routine.Kind.STATIC : switch (function.form()) {
      case CONSTRUCTOR -> Routine.Kind.CONSTRUCTOR;
      case GETTER -> Routine.Kind.GETTER;
      case SETTER -> Routine.Kind.SETTER;
      case METHOD, ARROW, DECLARATION, EXPRESSION -> Routine.Kind.METHOD;
    };
    List<Consumer<Body>> steps = List.of();
    if (kind == Routine.Kind.CONSTRUCTOR) {
      var all = new ArrayList<>(initialisers);
      function.parameters().stream().filter(Node.Parameter::isProperty)
          .forEach(parameter -> all.add(property(parameter)));
      steps = List.copyOf(all);
    }
    List<Annotation> annotations = body.module.annotations(method.decorators());
    var setting = new FunctionWriter.Setting(name, kind, method.isStatic() ? Body.Receiver.CLASS : Body.Receiver.OBJECT,
        method.isStatic() ? Optional.of(SELF) : Optional.empty(),
        owner.isEmpty() || method.isStatic() ? Optional.empty() : Optional.of(owner), annotations,
        isDerived ? List.of() : steps, isDerived ? steps : List.of());
    return body.functions.routine(function, setting);
  }

  /** A constructor's parameter that is also a field. */
  private static Consumer<Body> property(Node.Parameter parameter) {
    Pattern target = parameter.target() instanceof Pattern.Preset(Pattern inner, _, _, _) ? inner : parameter.target();
    return inner -> {
      if (target instanceof Pattern.Binding(String name, _, _)) {
        Span at = inner.span(parameter);
        inner.b.setField(inner.self(at), name, inner.expressions.read(name, at), at);
      }
    };
  }

  private static List<Consumer<Body>> initialisers(Node.ClassBody definition) {
    var initialisers = new ArrayList<Consumer<Body>>();
    for (Node.ClassMember member : definition.members()) {
      if (member instanceof Node.ClassMember.Field field && !field.isStatic() && field.value().isPresent()) {
        initialisers.add(inner -> initialise(inner, field, inner.self(inner.span(field))));
      }
    }
    return initialisers;
  }

  private static void initialise(Body where, Node.ClassMember.Field field, Operand object) {
    Span at = where.span(field);
    Operand value = field.value().map(one -> where.expressions.named(one, ExpressionWriter.nameOf(field.key())))
        .orElse(Constant.nothing());
    if (field.key() instanceof Node.PropertyKey.Computed(Expression key, _, _) && Names.constantText(key).isEmpty()) {
      where.b.setElement(object, where.expressions.value(key), value, at);
    } else {
      where.b.setField(object, ExpressionWriter.nameOf(field.key()), value, at);
    }
  }

  /** A constructor that passes its arguments on and sets the fields. */
  private Routine constructor(String owner, List<Consumer<Body>> initialisers, boolean isDerived, Span at) {
    RoutineBuilder b = body.b.nested("constructor", Routine.Kind.CONSTRUCTOR);
    b.receiver("this", owner.isEmpty() ? Optional.empty() : Optional.of(owner));
    var inner = new Body(body.module, b, Body.Receiver.OBJECT, Optional.empty());
    if (isDerived) {
      Local rest = b.parameter("arguments", Optional.empty(), Parameter.Kind.REST, true, List.of());
      b.call(new Callee.Super(""), List.of(Argument.spread(rest, at)), at);
    }
    initialisers.forEach(step -> step.accept(inner));
    return b.build(at);
  }

  private List<ClassDefinition.Field> fields(Node.ClassBody definition) {
    var fields = new ArrayList<ClassDefinition.Field>();
    for (Node.ClassMember member : definition.members()) {
      switch (member) {
        case Node.ClassMember.Field field -> fields.add(new ClassDefinition.Field(
            new Variable(ExpressionWriter.nameOf(field.key()), field.type().flatMap(body.module.names()::type)),
            field.isStatic(), body.module.annotations(field.decorators()), body.span(field)));
        case Node.ClassMember.Method method -> method.function().parameters().stream()
            .filter(Node.Parameter::isProperty).forEach(
                parameter -> Hoisting.bound(parameter.target())
                    .forEach(name -> fields.add(new ClassDefinition.Field(
                        new Variable(name, parameter.type().flatMap(body.module.names()::type)), false,
                        body.module.annotations(parameter.decorators()), body.span(parameter)))));
        case Node.ClassMember.StaticBlock _ -> {
        }
      }
    }
    return fields;
  }

  private void statics(Node.ClassBody definition, Local self) {
    var inner = new Body(body.module, body.b, Body.Receiver.CLASS, Optional.of(SELF));
    for (Node.ClassMember member : definition.members()) {
      switch (member) {
        case Node.ClassMember.Field field -> {
          if (field.isStatic() && field.value().isPresent()) {
            initialise(inner, field, self);
          }
        }
        case Node.ClassMember.StaticBlock(List<Statement> statements, _, _) -> inner.statements.block(statements);
        case Node.ClassMember.Method _ -> {
        }
      }
    }
  }
}

package dev.slguard.code.python;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.ClassDefinition.Field;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.Variable;
import dev.slguard.code.python.Expression.ArgumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lowers classes: their methods to routines, the rest of their bodies to code that sets fields of the class. */
final class ClassLowering {
  private static final Set<String> ENUMS = Set.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum");
  private static final Set<String> RECORDS = Set.of("NamedTuple", "TypedDict", "BaseModel", "BaseSettings", "Struct",
      "RootModel", "GenericModel", "SQLModel");
  private static final Set<String> RECORD_DECORATORS = Set.of("dataclass", "dataclass_transform", "define", "frozen",
      "mutable", "attrs", "s");

  private final Frame frame;
  private final ExpressionLowering expressions;

  ClassLowering(Frame frame, ExpressionLowering expressions) {
    this.frame = frame;
    this.expressions = expressions;
  }

  /** Makes the class; its name is not bound yet. */
  Local value(Statement.ClassDefinition written) {
    var bases = new ArrayList<Operand>(written.bases().size());
    for (Expression.Argument base : written.bases()) {
      Operand value = expressions.value(base.value());
      if (base.kind() == ArgumentKind.POSITIONAL) {
        bases.add(value);
      }
    }
    var methods = new ArrayList<Routine>();
    var functions = new FunctionLowering(frame);
    StatementWalk.ofOneBody(statement -> {
      if (statement instanceof Statement.Function function) {
        methods.add(functions.method(function));
      }
    }).walk(written.body());
    ClassDefinition.Kind kind = kind(written);
    List<Annotation> annotations = new Annotations(frame.source(), frame.imports()).ofDecorators(written.decorators());
    var definition = new ClassDefinition(written.name(), kind, methods, fields(written, kind), annotations,
        frame.at(written));
    Local made = frame.code().makeClass(definition, bases, frame.at(written));
    new StatementLowering(frame.ofClass(made)).lower(written.body());
    return made;
  }

  /** The class that {@code namedtuple("P", "x y")} or {@code NamedTuple("P", [("x", int)])} makes; empty for others. */
  Optional<Local> namedTuple(Expression.Call call) {
    String made = frame.imports().qualified(call.function()).orElse("");
    if (!made.equals("collections.namedtuple") && !made.equals("typing.NamedTuple") || call.arguments().size() < 2
        || !(call.arguments().getFirst().value() instanceof Expression.Text(String name, _, _, _))) {
      return Optional.empty();
    }
    var fields = new ArrayList<Field>();
    for (String field : names(call.arguments().get(1).value())) {
      fields.add(new Field(Variable.named(field), false, List.of(), frame.at(call)));
    }
    var definition = new ClassDefinition(name, ClassDefinition.Kind.RECORD, List.of(), fields, List.of(),
        frame.at(call));
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(frame.code().makeClass(definition, List.of(), frame.at(call)));
  }

  private static List<String> names(Expression written) {
    List<Expression> items = switch (written) {
      case Expression.ListDisplay(List<Expression> all, _, _) -> all;
      case Expression.Tuple(List<Expression> all, _, _) -> all;
      default -> List.of();
    };
    if (written instanceof Expression.Text(String text, _, _, _)) {
      return Stream.of(text.replace(',', ' ').split(" ", -1)).filter(field -> !field.isBlank()).toList();
    }
    var names = new ArrayList<String>(items.size());
    for (Expression item : items) {
      Expression named = item instanceof Expression.Tuple(List<Expression> pair, _, _) && !pair.isEmpty()
          ? pair.getFirst()
          : item;
      if (named instanceof Expression.Text(String field, _, _, _)) {
        names.add(field);
      }
    }
    return names;
  }

  private ClassDefinition.Kind kind(Statement.ClassDefinition written) {
    for (Expression decorator : written.decorators()) {
      Expression named = decorator instanceof Expression.Call call ? call.function() : decorator;
      if (RECORD_DECORATORS.contains(lastName(named))) {
        return ClassDefinition.Kind.RECORD;
      }
    }
    for (Expression.Argument base : written.bases()) {
      Expression named = base.value() instanceof Expression.Subscript(Expression generic, _, _, _)
          ? generic
          : base.value();
      String name = lastName(named);
      if (ENUMS.contains(name)) {
        return ClassDefinition.Kind.ENUM;
      }
      if (RECORDS.contains(name)) {
        return ClassDefinition.Kind.RECORD;
      }
      if (name.equals("Protocol")) {
        return ClassDefinition.Kind.INTERFACE;
      }
    }
    return ClassDefinition.Kind.CLASS;
  }

  private String lastName(Expression expression) {
    String name = frame.imports().qualified(expression).orElse("");
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private List<Field> fields(Statement.ClassDefinition written, ClassDefinition.Kind kind) {
    var marks = new Annotations(frame.source(), frame.imports());
    var fields = new ArrayList<Field>();
    for (Statement statement : written.body()) {
      if (statement instanceof Statement.AnnotatedAssign(Expression target, Expression type, Optional<Expression> value, _, _)
          && target instanceof Expression.Name(String id, _, _)) {
        fields.add(new Field(new Variable(id, frame.imports().type(type)), kind != ClassDefinition.Kind.RECORD,
            marks.ofDeclaration(Optional.of(type), value), frame.at(statement)));
      } else if (statement instanceof Statement.Assign(List<Expression> targets, Expression value, _, _)
          && targets.getFirst() instanceof Expression.Name(String id, _, _)) {
        fields.add(new Field(Variable.named(id), true, marks.ofDeclaration(Optional.empty(), Optional.of(value)),
            frame.at(statement)));
      }
    }
    return fields;
  }
}

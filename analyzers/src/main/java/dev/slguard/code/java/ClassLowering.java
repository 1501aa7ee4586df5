package dev.slguard.code.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.ClassDefinition;
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

/** Lowers classes, interfaces, records and enums. */
final class ClassLowering {
  private final Context context;

  ClassLowering(Context context) {
    this.context = context;
  }

  /**
   * Makes {@code type} in {@code builder}, then its static members and nested types.
   *
   * @param specifier how code imports it; empty for a local class
   * @param isStatic whether instances have no enclosing instance
   * @param made gets the class before its static members are set
   */
  Local declare(TypeDeclaration<?> type, RoutineBuilder builder, String specifier, boolean isStatic,
      Consumer<Local> made) {
    Span at = context.places().at(type);
    type.toClassOrInterfaceDeclaration().ifPresent(declared -> declared.getTypeParameters()
        .forEach(parameter -> context.names().addParameter(parameter.getNameAsString())));
    Local value = builder.temporary();
    Optional<String> importable = specifier.isEmpty() ? Optional.empty() : Optional.of(specifier);
    ClassContext itself = ClassContext.of(type, importable, isStatic,
        Optional.of(new ClassContext.Holder(builder, value)));
    Context inside = context.inside(itself);
    List<Operand> bases = new ArrayList<>();
    bases(type).forEach(base -> bases.add(new Statements(context, builder).expressions().type(base)));
    List<Routine> methods = methods(type.getMembers(), fieldsToSet(type), inside, builder, type);
    String name = context.names().packageName().isEmpty()
        ? type.getNameAsString()
        : context.names().packageName() + '.' + type.getNameAsString();
    var definition = new ClassDefinition(name, kind(type), methods, fields(type), annotations(type.getAnnotations()),
        at);
    Local fresh = builder.makeClass(definition, bases, at);
    builder.copy(value, fresh);
    made.accept(value);
    statics(type, inside, builder, value, specifier);
    return value;
  }

  private static ClassDefinition.Kind kind(TypeDeclaration<?> type) {
    return switch (type) {
      case EnumDeclaration _ -> ClassDefinition.Kind.ENUM;
      case RecordDeclaration _ -> ClassDefinition.Kind.RECORD;
      case ClassOrInterfaceDeclaration declared when declared.isInterface() -> ClassDefinition.Kind.INTERFACE;
      case ClassOrInterfaceDeclaration declared when declared.isAbstract() -> ClassDefinition.Kind.ABSTRACT;
      default -> ClassDefinition.Kind.CLASS;
    };
  }

  private static List<ClassOrInterfaceType> bases(TypeDeclaration<?> type) {
    List<ClassOrInterfaceType> bases = new ArrayList<>();
    switch (type) {
      case ClassOrInterfaceDeclaration declared -> {
        bases.addAll(declared.getExtendedTypes());
        bases.addAll(declared.getImplementedTypes());
      }
      case EnumDeclaration declared -> bases.addAll(declared.getImplementedTypes());
      case RecordDeclaration declared -> bases.addAll(declared.getImplementedTypes());
      default -> {
      }
    }
    return bases;
  }

  private List<ClassDefinition.Field> fields(TypeDeclaration<?> type) {
    List<ClassDefinition.Field> fields = new ArrayList<>();
    if (type instanceof RecordDeclaration record) {
      record.getParameters()
          .forEach(parameter -> fields.add(new ClassDefinition.Field(
              new Variable(parameter.getNameAsString(), context.names().declared(parameter.getType())), false,
              annotations(parameter.getAnnotations()), context.places().at(parameter))));
    }
    for (FieldDeclaration field : type.getFields()) {
      for (VariableDeclarator variable : field.getVariables()) {
        fields.add(new ClassDefinition.Field(
            new Variable(variable.getNameAsString(), context.names().declared(variable.getType())), field.isStatic(),
            annotations(field.getAnnotations()), context.places().at(variable)));
      }
    }
    return fields;
  }

  List<Annotation> annotations(NodeList<AnnotationExpr> written) {
    List<Annotation> annotations = new ArrayList<>();
    written.forEach(each -> annotations.add(Annotations.of(each, context.names(), context.places())));
    return annotations;
  }

  // Methods

  /** The members of {@code type} whose initial values every constructor sets. */
  private static List<BodyDeclaration<?>> fieldsToSet(TypeDeclaration<?> type) {
    boolean isInterface = type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface();
    return isInterface ? List.of() : fieldsToSet(type.getMembers());
  }

  private static List<BodyDeclaration<?>> fieldsToSet(List<? extends BodyDeclaration<?>> members) {
    List<BodyDeclaration<?>> fields = new ArrayList<>();
    for (BodyDeclaration<?> member : members) {
      if (member instanceof FieldDeclaration field && !field.isStatic()
          && field.getVariables().stream().anyMatch(variable -> variable.getInitializer().isPresent())
          || member instanceof InitializerDeclaration initializer && !initializer.isStatic()) {
        fields.add(member);
      }
    }
    return fields;
  }

  private List<Routine> methods(List<? extends BodyDeclaration<?>> members, List<BodyDeclaration<?>> fields,
      Context inside, RoutineBuilder builder, com.github.javaparser.ast.Node owner) {
    List<Routine> methods = new ArrayList<>();
    boolean hasConstructor = false;
    for (BodyDeclaration<?> member : members) {
      switch (member) {
        // What only says that there is such a method in every class below does nothing.
        case MethodDeclaration method when method.getBody().isPresent() || method.isNative() ->
          methods.add(method(method, inside, builder));
        case ConstructorDeclaration constructor -> {
          hasConstructor = true;
          methods.add(constructor(constructor, fields, inside, builder));
        }
        case CompactConstructorDeclaration constructor -> {
          hasConstructor = true;
          methods.add(compact(constructor, (RecordDeclaration) owner, inside, builder));
        }
        default -> {
        }
      }
    }
    if (!hasConstructor && !fields.isEmpty() && !(owner instanceof RecordDeclaration)) {
      methods.add(implicit(fields, inside, builder, context.places().at(owner)));
    }
    return methods;
  }

  private Routine method(MethodDeclaration method, Context inside, RoutineBuilder builder) {
    RoutineBuilder body = builder.nested(method.getNameAsString(),
        method.isStatic() ? Routine.Kind.STATIC : Routine.Kind.METHOD);
    begin(method, method.isStatic(), inside, body);
    context.names().specifier(method.getType()).ifPresent(body::returns);
    method.getBody().ifPresent(block -> new Statements(inside, body).block(block));
    return body.build(context.places().at(method));
  }

  private void begin(CallableDeclaration<?> callable, boolean isStatic, Context inside, RoutineBuilder body) {
    callable.getTypeParameters().forEach(parameter -> context.names().addParameter(parameter.getNameAsString()));
    annotations(callable.getAnnotations()).forEach(body::annotate);
    if (!isStatic) {
      receive(inside, body);
    }
    for (com.github.javaparser.ast.body.Parameter parameter : callable.getParameters()) {
      body.parameter(parameter.getNameAsString(),
          parameter.isVarArgs() ? Optional.empty() : context.names().declared(parameter.getType()),
          parameter.isVarArgs() ? Parameter.Kind.REST : Parameter.Kind.POSITIONAL, false,
          annotations(parameter.getAnnotations()));
    }
  }

  /** Declares {@code this}, also under the name by which inner classes call it. */
  static void receive(Context inside, RoutineBuilder body) {
    ClassContext type = inside.classes().getFirst();
    Local self = body.receiver("this", type.specifier());
    body.alias(type.name() + ".this", self);
  }

  private Routine constructor(ConstructorDeclaration constructor, List<BodyDeclaration<?>> fields, Context inside,
      RoutineBuilder builder) {
    RoutineBuilder body = builder.nested(constructor.getNameAsString(), Routine.Kind.CONSTRUCTOR);
    begin(constructor, false, inside, body);
    var statements = new Statements(inside, body);
    var written = constructor.getBody().getStatements();
    boolean explicit = !written.isEmpty() && written.get(0) instanceof ExplicitConstructorInvocationStmt;
    int next = 0;
    boolean delegates = false;
    if (explicit) {
      ExplicitConstructorInvocationStmt first = (ExplicitConstructorInvocationStmt) written.get(0);
      statements.statement(first);
      delegates = first.isThis();
      next = 1;
    } else {
      body.call(new Callee.Super(""), List.of(), context.places().at(constructor));
    }
    if (!delegates) {
      initialise(fields, statements);
    }
    for (int i = next; i < written.size(); i++) {
      statements.statement(written.get(i));
    }
    return body.build(context.places().at(constructor));
  }

  private Routine compact(CompactConstructorDeclaration constructor, RecordDeclaration record, Context inside,
      RoutineBuilder builder) {
    RoutineBuilder body = builder.nested(constructor.getNameAsString(), Routine.Kind.CONSTRUCTOR);
    receive(inside, body);
    Span at = context.places().at(constructor);
    record.getParameters().forEach(
        parameter -> body.parameter(parameter.getNameAsString(), context.names().specifier(parameter.getType())));
    new Statements(inside, body).block(constructor.getBody());
    record.getParameters().forEach(parameter -> body.setField(body.resolve("this").orElseThrow(),
        parameter.getNameAsString(), body.resolve(parameter.getNameAsString()).orElseThrow(), at));
    return body.build(at);
  }

  private Routine implicit(List<BodyDeclaration<?>> fields, Context inside, RoutineBuilder builder, Span at) {
    RoutineBuilder body = builder.nested("<init>", Routine.Kind.CONSTRUCTOR);
    receive(inside, body);
    Local rest = body.parameter("arguments", Optional.empty(), Parameter.Kind.REST, false, List.of());
    body.call(new Callee.Super(""), List.of(Argument.spread(rest, at)), at);
    initialise(fields, new Statements(inside, body));
    return body.build(at);
  }

  private static void initialise(List<BodyDeclaration<?>> fields, Statements statements) {
    for (BodyDeclaration<?> member : fields) {
      switch (member) {
        case FieldDeclaration field -> field.getVariables().forEach(statements::fieldValue);
        case InitializerDeclaration initializer -> statements.block(initializer.getBody());
        default -> {
        }
      }
    }
  }

  // Static members

  private void statics(TypeDeclaration<?> type, Context inside, RoutineBuilder builder, Local value, String specifier) {
    boolean isInterface = type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface();
    var statements = new Statements(inside, builder);
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> nested) {
        Span at = context.places().at(nested);
        boolean isStatic = isInterface || nested.isStatic() || !(nested instanceof ClassOrInterfaceDeclaration inner)
            || inner.isInterface();
        String name = specifier.isEmpty() ? "" : specifier + '.' + nested.getNameAsString();
        new ClassLowering(inside).declare(nested, builder, name, isStatic,
            made -> builder.setField(value, nested.getNameAsString(), made, at));
      }
    }
    if (type instanceof EnumDeclaration enumeration) {
      enumeration.getEntries().forEach(entry -> enumConstant(entry, inside, builder, value));
    }
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof FieldDeclaration field && (field.isStatic() || isInterface)) {
        field.getVariables().forEach(variable -> statements.staticValue(value, variable));
      } else if (member instanceof InitializerDeclaration initializer && initializer.isStatic()) {
        statements.block(initializer.getBody());
      }
    }
  }

  private void enumConstant(EnumConstantDeclaration entry, Context inside, RoutineBuilder builder, Local value) {
    Span at = context.places().at(entry);
    var expressions = new Statements(inside, builder).expressions();
    Operand type = entry.getClassBody().isEmpty()
        ? value
        : new ClassLowering(inside).anonymous(entry.getClassBody(), List.of(value), builder, at);
    builder.setField(value, entry.getNameAsString(),
        builder.construct(type, expressions.arguments(entry.getArguments()), at), at);
  }

  /** A class without a name, made where it stands. */
  Local anonymous(List<? extends BodyDeclaration<?>> body, List<Operand> bases, RoutineBuilder builder, Span at) {
    ClassContext itself = ClassContext.anonymous("anonymous@" + at.line() + ':' + at.column(), body);
    Context inside = context.inside(itself);
    List<BodyDeclaration<?>> fields = fieldsToSet(body);
    List<Routine> methods = new ArrayList<>();
    for (BodyDeclaration<?> member : body) {
      if (member instanceof MethodDeclaration method) {
        methods.add(method(method, inside, builder));
      }
    }
    if (!fields.isEmpty()) {
      methods.add(implicit(fields, inside, builder, at));
    }
    var definition = new ClassDefinition(itself.name(), ClassDefinition.Kind.CLASS, methods, List.of(), List.of(), at);
    return builder.makeClass(definition, bases, at);
  }
}

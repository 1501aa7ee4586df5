package dev.slguard.code.javascript;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lowers one file: its imports first, then its functions, then its statements in order, then its late exports. */
final class ModuleWriter {
  private final SourceFile file;
  private final Program program;
  private final Names names;
  private final Body body;
  private final List<Runnable> atEnd = new ArrayList<>();
  private final Set<String> exportHolders = new HashSet<>();
  /** How many characters of {@code finally} blocks may still be lowered a second time. */
  private long copies;

  ModuleWriter(SourceFile file, Program program) {
    this.file = file;
    this.program = program;
    this.names = new Names(program.source().text(), program.body());
    this.copies = 10_000L + 2L * file.text().length();
    this.body = new Body(this, new RoutineBuilder("<module>", Routine.Kind.MODULE), Body.Receiver.EXPORTS,
        Optional.empty());
  }

  SourceModule module() {
    List<Statement> statements = program.body();
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Import imported -> imported(imported);
        case Statement.ImportEquals imported -> importEquals(body, imported);
        default -> {
        }
      }
    }
    body.hoisting.declare(statements);
    for (Statement statement : statements) {
      body.statements.write(statement);
    }
    for (Statement statement : statements) {
      if (statement instanceof Statement.ExportNames exported && exported.module().isEmpty() && !exported.typesOnly()) {
        exported.specifiers().stream().filter(one -> !one.typesOnly()).forEach(one -> {
          Span at = span(one.start(), one.end());
          export(body, one.local(), body.expressions.read(one.imported(), at), at);
        });
      }
    }
    List.copyOf(atEnd).forEach(Runnable::run);
    Routine routine = body.b.build(file.span(0, file.text().length()));
    return new SourceModule("javascript", file.path(), "", false, routine, file.lineCount());
  }

  /** The variable {@code name} holds getters of what the module exports. */
  void keepExports(String name) {
    exportHolders.add(name);
  }

  /** Whether the variable {@code name} does. */
  boolean holdsExports(String name) {
    return exportHolders.contains(name);
  }

  /** Has {@code step} written after all statements of the module. */
  void atEnd(Runnable step) {
    atEnd.add(step);
  }

  Span span(int start, int end) {
    int from = program.source().originalOffset(start);
    return file.span(from, Math.max(from, program.source().originalOffset(end)));
  }

  Span span(Node node) {
    return span(node.start(), node.end());
  }

  Names names() {
    return names;
  }

  /** Whether a {@code finally} block of that many characters may be lowered once more; counts it. */
  boolean mayCopy(int length) {
    copies -= length;
    return copies >= 0;
  }

  private void imported(Statement.Import imported) {
    Span at = span(imported);
    if (imported.typesOnly()) {
      return;
    }
    if (imported.specifiers().isEmpty()) {
      body.b.imported(imported.module(), Optional.empty(), at);
    }
    for (Statement.Specifier one : imported.specifiers()) {
      if (!one.typesOnly()) {
        Span place = span(one.start(), one.end());
        Local value = body.b.imported(imported.module(),
            one.imported().equals("*") ? Optional.empty() : Optional.of(one.imported()), place);
        body.b.emit(new Instruction.SetGlobal(one.local(), value, place));
      }
    }
  }

  /** {@code import name = …}, at the top level or in a namespace. */
  void importEquals(Body where, Statement.ImportEquals imported) {
    Span at = span(imported);
    Operand value = imported.module().<Operand>map(module -> where.b.imported(module, Optional.empty(), at))
        .orElseGet(() -> imported.entity().map(where.expressions::value).orElse(Constant.nothing()));
    where.assign(imported.name(), value, at);
    if (imported.isExported()) {
      export(where, imported.name(), value, at);
    }
  }

  /** Lowers the export of a module, or of the namespace that {@code where} writes. */
  void write(Body where, Statement statement) {
    Span at = span(statement);
    switch (statement) {
      case Statement.ExportNames exported -> exportNames(where, exported);
      case Statement.ExportAll(String module, Optional<String> name, boolean typesOnly, _, _) -> {
        if (typesOnly) {
          return;
        }
        if (name.isPresent()) {
          export(where, name.get(), where.b.imported(module, Optional.empty(), at), at);
        } else {
          where.b.emit(new Instruction.ExportAll(module, at));
        }
      }
      case Statement.ExportDeclaration(Statement declaration, _, _) -> {
        where.statements.write(declaration);
        if (!(declaration instanceof Statement.FunctionDeclaration)) {
          for (Hoisting.Declared declared : Hoisting.declared(declaration)) {
            export(where, declared.name(), where.expressions.read(declared.name(), at), at);
          }
        }
      }
      case Statement.ExportDefault(Expression value, _, _) -> exportDefault(where, value, at);
      case Statement.ExportAssign(Expression value, _, _) ->
        where.b.emit(new Instruction.ReplaceExports(where.expressions.value(value), at));
      default -> {
      }
    }
  }

  private void exportNames(Body where, Statement.ExportNames exported) {
    if (exported.module().isEmpty() || exported.typesOnly()) {
      return;
    }
    for (Statement.Specifier one : exported.specifiers()) {
      if (!one.typesOnly()) {
        Span at = span(one.start(), one.end());
        export(where, one.local(), where.b.imported(exported.module().get(), Optional.of(one.imported()), at), at);
      }
    }
  }

  private void exportDefault(Body where, Expression value, Span at) {
    Optional<Node.Identifier> name = switch (value) {
      case Expression.FunctionExpression(Node.Function function) when function
          .form() == Node.Function.Form.DECLARATION ->
        function.name();
      case Expression.ClassExpression(Node.ClassBody definition) -> definition.name();
      default -> Optional.empty();
    };
    if (name.isPresent() && value instanceof Expression.FunctionExpression) {
      return;
    }
    Operand exported = switch (value) {
      case Expression.FunctionExpression(Node.Function function) -> where.functions.closure(function, "default");
      case Expression.ClassExpression(Node.ClassBody definition) -> where.classes.write(definition, "default");
      default -> where.expressions.named(value, "default");
    };
    name.ifPresent(one -> where.assign(one.name(), exported, at));
    export(where, "default", exported, at);
  }

  /** Makes {@code value} the export {@code name}. */
  void export(Body where, String name, Operand value, Span at) {
    where.b.setField(where.exports(at), name, value, at);
  }

  /** Decorators as annotations: the qualified name and the constant arguments. */
  List<Annotation> annotations(List<Expression> decorators) {
    var annotations = new ArrayList<Annotation>();
    for (Expression decorator : decorators) {
      Expression callee = decorator instanceof Expression.Call call ? call.callee() : decorator;
      List<Expression> arguments = decorator instanceof Expression.Call call ? call.arguments() : List.of();
      names.qualifiedName(callee).ifPresent(
          name -> annotations.add(new Annotation(name, constants(arguments), references(arguments), span(decorator))));
    }
    return List.copyOf(annotations);
  }

  /** What positional arguments name, or are made of: {@code ParseIntPipe}, {@code new ParseIntPipe()}. */
  private Map<String, List<String>> references(List<Expression> arguments) {
    var references = new HashMap<String, List<String>>();
    for (int i = 0; i < arguments.size(); i++) {
      Expression argument = arguments.get(i) instanceof Expression.New made ? made.callee() : arguments.get(i);
      String index = Integer.toString(i);
      names.qualifiedName(argument).ifPresent(name -> references.put(index, List.of(name)));
    }
    return references;
  }

  private static Map<String, List<Constant>> constants(List<Expression> arguments) {
    var constants = new HashMap<String, List<Constant>>();
    for (int i = 0; i < arguments.size(); i++) {
      List<Constant> values = constants(arguments.get(i));
      if (!values.isEmpty()) {
        constants.put(Integer.toString(i), values);
      }
      if (arguments.get(i) instanceof Expression.ObjectLiteral(var members, _, _)) {
        for (Node.ObjectMember member : members) {
          if (member instanceof Node.ObjectMember.Property(Node.PropertyKey key, Expression value, _, _)
              && key instanceof Node.PropertyKey.Named(String name, _, _, _) && !constants(value).isEmpty()) {
            constants.put(name, constants(value));
          }
        }
      }
    }
    return constants;
  }

  private static List<Constant> constants(Expression expression) {
    return switch (expression) {
      case Expression.Text(String value, _, _) -> List.of(Constant.text(value));
      case Expression.Numeral(String source, _, _) -> List.of(new Constant.Numeral(source.replace("_", "")));
      case Expression.Truth(boolean value, _, _) -> List.of(Constant.truth(value));
      case Expression.Regex(String pattern, String flags, _, _) -> List.of(new Constant.Pattern(pattern, flags));
      case Expression.ArrayLiteral(var items, _, _) ->
        items.stream().filter(item -> !(item instanceof Expression.ArrayLiteral))
            .flatMap(item -> constants(item).stream()).toList();
      default -> List.of();
    };
  }
}

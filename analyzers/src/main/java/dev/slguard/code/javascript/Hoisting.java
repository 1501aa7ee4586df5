package dev.slguard.code.javascript;

import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a scope declares before its first statement runs: its names, and its functions with their values. */
final class Hoisting {
  /** A name that a statement declares. */
  record Declared(String name, Optional<Node.TypeText> type) {}

  private final Body body;

  Hoisting(Body body) {
    this.body = body;
  }

  /** Declares the {@code var} variables of a whole function. */
  void declareVariables(List<Statement> statements) {
    for (Statement statement : statements) {
      variables(statement);
    }
  }

  private void variables(Statement statement) {
    switch (statement) {
      case Statement.Variables(String keyword, var declarators, _, _) -> {
        if (keyword.equals("var")) {
          for (Statement.Variables.Declarator declarator : declarators) {
            bound(declarator.target()).forEach(name -> body.b.declareInRoutine(name));
          }
        }
      }
      case Statement.Block(var inner, _, _) -> declareVariables(inner);
      case Statement.If(var arms, _, _) -> arms.forEach(arm -> variables(arm.body()));
      case Statement.For(var init, _, _, var inner, _, _) -> {
        init.ifPresent(this::variables);
        variables(inner);
      }
      case Statement.ForEach(var keyword, var target, _, _, _, var inner, _, _) -> {
        if (keyword.filter("var"::equals).isPresent()) {
          bound(target).forEach(name -> body.b.declareInRoutine(name));
        }
        variables(inner);
      }
      case Statement.While(_, var inner, _, _) -> variables(inner);
      case Statement.DoWhile(var inner, _, _, _) -> variables(inner);
      case Statement.Switch(_, var cases, _, _) -> cases.forEach(one -> declareVariables(one.body()));
      case Statement.Try(var inner, var handler, var last, _, _) -> {
        declareVariables(inner);
        handler.ifPresent(part -> declareVariables(part.body()));
        last.ifPresent(this::declareVariables);
      }
      case Statement.Labelled(_, var inner, _, _) -> variables(inner);
      case Statement.With(_, var inner, _, _) -> variables(inner);
      case Statement.FunctionDeclaration _,Statement.ClassDeclaration _,Statement.Evaluate _,Statement.Return _,Statement.Throw _,Statement.Leave _,Statement.Empty _,Statement.Import _,Statement.ImportEquals _,Statement.ExportNames _,Statement.ExportAll _,Statement.ExportDeclaration _,Statement.ExportDefault _,Statement.ExportAssign _,Statement.EnumDeclaration _,Statement.Namespace _ ->
        {
        }
    }
  }

  /** Declares the names of a block as variables of the innermost scope, then makes its functions. */
  void declareLocals(List<Statement> statements) {
    for (Statement statement : statements) {
      for (Declared declared : declared(statement)) {
        if (!isVar(statement)) {
          body.b.declare(declared.name(), declared.type().flatMap(body.module.names()::type));
        }
      }
    }
    declare(statements);
  }

  private static boolean isVar(Statement statement) {
    return statement instanceof Statement.Variables variables && variables.keyword().equals("var")
        || statement instanceof Statement.ExportDeclaration exported && isVar(exported.declaration());
  }

  /** Makes the functions that {@code statements} declare and gives them to their names, and to the exports. */
  void declare(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.FunctionDeclaration(var function, _, _) -> function(function, Optional.empty());
        case Statement.ExportDeclaration(Statement.FunctionDeclaration(var function, _, _), _, _) ->
          function(function, function.name().map(Node.Identifier::name));
        case Statement.ExportDefault(Expression.FunctionExpression(var function), _, _) -> {
          if (function.form() == Node.Function.Form.DECLARATION && function.name().isPresent()) {
            function(function, Optional.of("default"));
          }
        }
        default -> {
        }
      }
    }
  }

  private void function(Node.Function function, Optional<String> exported) {
    String name = function.name().map(Node.Identifier::name).orElse("");
    Span at = body.span(function);
    Operand closure = body.functions.closure(function, name);
    if (!name.isEmpty()) {
      body.assign(name, closure, at);
    }
    exported.ifPresent(as -> body.module.export(body, as, closure, at));
  }

  /** The names that {@code statement} itself declares. */
  static List<Declared> declared(Statement statement) {
    return switch (statement) {
      case Statement.Variables(_, var declarators, _, _) -> {
        var names = new ArrayList<Declared>();
        for (Statement.Variables.Declarator declarator : declarators) {
          if (declarator.target() instanceof Pattern.Binding(String name, _, _)) {
            names.add(new Declared(name, declarator.type()));
          } else {
            bound(declarator.target()).forEach(name -> names.add(new Declared(name, Optional.empty())));
          }
        }
        yield names;
      }
      case Statement.FunctionDeclaration(var function, _, _) -> named(function.name());
      case Statement.ClassDeclaration(var definition, _, _) -> named(definition.name());
      case Statement.EnumDeclaration(var name, _, _, _) -> named(Optional.of(name));
      case Statement.Namespace(var names, _, _, _) -> List.of(new Declared(names.getFirst(), Optional.empty()));
      case Statement.ExportDeclaration(var declaration, _, _) -> declared(declaration);
      case Statement.ImportEquals(var name, _, _, _, _, _) -> List.of(new Declared(name, Optional.empty()));
      default -> List.of();
    };
  }

  private static List<Declared> named(Optional<Node.Identifier> name) {
    return name.map(one -> List.of(new Declared(one.name(), Optional.empty()))).orElse(List.of());
  }

  /** The names that a pattern binds, in order. */
  static List<String> bound(Pattern pattern) {
    if (pattern instanceof Pattern.Binding(String name, _, _)) {
      return name.isEmpty() ? List.of() : List.of(name);
    }
    var names = new ArrayList<String>();
    collect(pattern, names);
    return names;
  }

  private static void collect(Pattern pattern, List<String> names) {
    switch (pattern) {
      case Pattern.Binding(String name, _, _) -> {
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
      case Pattern.Target _ -> {
      }
      case Pattern.ObjectPattern(var entries, var rest, _, _) -> {
        entries.forEach(entry -> collect(entry.value(), names));
        rest.ifPresent(one -> collect(one, names));
      }
      case Pattern.ArrayPattern(var items, var rest, _, _) -> {
        items.forEach(item -> item.ifPresent(one -> collect(one, names)));
        rest.ifPresent(one -> collect(one, names));
      }
      case Pattern.Preset(var target, _, _, _) -> collect(target, names);
    }
  }

  /** Writes {@code statements} in the scope of a namespace whose object is {@code target}. */
  void namespace(List<Statement> statements, Local target) {
    Optional<Local> outer = body.namespace;
    body.namespace = Optional.of(target);
    body.b.enterScope();
    declareLocals(statements);
    statements.forEach(body.statements::write);
    body.b.leaveScope();
    body.namespace = outer;
  }
}

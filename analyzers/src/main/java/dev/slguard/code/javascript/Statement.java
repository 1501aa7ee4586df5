package dev.slguard.code.javascript;

import java.util.List;
import java.util.Optional;

/** A statement or declaration. */
sealed interface Statement extends Node {

  /** {@code var}, {@code let}, {@code const}, {@code using}, {@code await using}. */
  record Variables(String keyword, List<Declarator> declarators, int start, int end) implements Statement {
    /** One variable, or one pattern of them. */
    record Declarator(Pattern target, Optional<TypeText> type, Optional<Expression> value, int start, int end) {}
  }

  /** A function with a name. */
  record FunctionDeclaration(Function function, int start, int end) implements Statement {}

  /** A class with a name. */
  record ClassDeclaration(ClassBody body, int start, int end) implements Statement {}

  /** An expression. */
  record Evaluate(Expression expression, int start, int end) implements Statement {}

  /** Statements in braces. */
  record Block(List<Statement> body, int start, int end) implements Statement {}

  /** {@code if}; {@code else if} chains are flat: each arm has its test, the last one may have none. */
  record If(List<Arm> arms, int start, int end) implements Statement {
    /** One test and what it guards. */
    record Arm(Optional<Expression> test, Statement body) {}
  }

  /** {@code for (init; test; update) body}. */
  record For(Optional<Statement> init, Optional<Expression> test, Optional<Expression> update, Statement body,
      int start, int end) implements Statement {}

  /** {@code for (target of values) body}, {@code for await}, and {@code for (target in object) body}. */
  record ForEach(Optional<String> keyword, Pattern target, Expression values, boolean overKeys, boolean isAwait,
      Statement body, int start, int end) implements Statement {}

  /** {@code while}. */
  record While(Expression test, Statement body, int start, int end) implements Statement {}

  /** {@code do … while}. */
  record DoWhile(Statement body, Expression test, int start, int end) implements Statement {}

  /** {@code return}. */
  record Return(Optional<Expression> value, int start, int end) implements Statement {}

  /** {@code throw}. */
  record Throw(Expression value, int start, int end) implements Statement {}

  /** {@code break} or {@code continue}, with its label. */
  record Leave(boolean isContinue, Optional<String> label, int start, int end) implements Statement {}

  /** {@code switch}. */
  record Switch(Expression subject, List<Case> cases, int start, int end) implements Statement {
    /** A case, or the default if it has no test. */
    record Case(Optional<Expression> test, List<Statement> body) {}
  }

  /** {@code try}. */
  record Try(List<Statement> body, Optional<Catch> handler, Optional<List<Statement>> last, int start,
      int end) implements Statement {
    /** The {@code catch} part. */
    record Catch(Optional<Pattern> target, List<Statement> body) {}
  }

  /** {@code label: body}. */
  record Labelled(String label, Statement body, int start, int end) implements Statement {}

  /** {@code with (object) body}. */
  record With(Expression object, Statement body, int start, int end) implements Statement {}

  /** Something that does nothing at run time: {@code ;}, {@code debugger}, types, signatures, {@code declare}. */
  record Empty(int start, int end) implements Statement {}

  /** {@code import … from "module"}; {@code imported} is a name, {@code default} or {@code *}. */
  record Import(String module, List<Specifier> specifiers, boolean typesOnly, int start,
      int end) implements Statement {}

  /** One imported or exported name. */
  record Specifier(String imported, String local, boolean typesOnly, int start, int end) {}

  /** {@code import name = require("module")}, or of an entity name as an expression. */
  record ImportEquals(String name, Optional<String> module, Optional<Expression> entity, boolean isExported, int start,
      int end) implements Statement {}

  /** {@code export {local as exported}}, with {@code from "module"}; local names stand in {@code imported}. */
  record ExportNames(List<Specifier> specifiers, Optional<String> module, boolean typesOnly, int start,
      int end) implements Statement {}

  /** {@code export * from "module"}, with {@code as name}. */
  record ExportAll(String module, Optional<String> name, boolean typesOnly, int start, int end) implements Statement {}

  /** {@code export} before a declaration. */
  record ExportDeclaration(Statement declaration, int start, int end) implements Statement {}

  /** {@code export default} with an expression; a function or class with a name is also bound here. */
  record ExportDefault(Expression value, int start, int end) implements Statement {}

  /** {@code export = value}. */
  record ExportAssign(Expression value, int start, int end) implements Statement {}

  /** {@code enum}. */
  record EnumDeclaration(Identifier name, List<Constant> members, int start, int end) implements Statement {
    /** An enum's member. */
    record Constant(PropertyKey key, Optional<Expression> value, int start, int end) {}
  }

  /** {@code namespace a.b { … }}: names outermost first. */
  record Namespace(List<String> names, List<Statement> body, int start, int end) implements Statement {}
}

package dev.slguard.code.python;

import java.util.List;
import java.util.function.Consumer;

/** Visits statements and those nested in them, in the order written. Depth is bounded by the parser. */
final class StatementWalk {
  private final Consumer<Statement> visitor;
  private final boolean definitions;

  private StatementWalk(Consumer<Statement> visitor, boolean definitions) {
    this.visitor = visitor;
    this.definitions = definitions;
  }

  /** Visits everything. */
  StatementWalk(Consumer<Statement> visitor) {
    this(visitor, true);
  }

  /** Visits what runs in one function or class body: definitions themselves, but not what stands in them. */
  static StatementWalk ofOneBody(Consumer<Statement> visitor) {
    return new StatementWalk(visitor, false);
  }

  void walk(List<Statement> statements) {
    for (Statement statement : statements) {
      visitor.accept(statement);
      nested(statement);
    }
  }

  private void nested(Statement statement) {
    switch (statement) {
      case Statement.Function s -> definition(s.body());
      case Statement.ClassDefinition s -> definition(s.body());
      case Statement.If s -> {
        s.branches().forEach(branch -> walk(branch.body()));
        walk(s.otherwise());
      }
      case Statement.While s -> {
        walk(s.body());
        walk(s.otherwise());
      }
      case Statement.For s -> {
        walk(s.body());
        walk(s.otherwise());
      }
      case Statement.With s -> walk(s.body());
      case Statement.Try s -> {
        walk(s.body());
        s.handlers().forEach(handler -> walk(handler.body()));
        walk(s.otherwise());
        walk(s.last());
      }
      case Statement.Match s -> s.cases().forEach(one -> walk(one.body()));
      case Statement.Damaged s -> walk(s.kept());
      case Statement.Evaluate _,Statement.Assign _,Statement.AugmentedAssign _,Statement.AnnotatedAssign _,Statement.TypeAlias _,Statement.Return _,Statement.Delete _,Statement.Raise _,Statement.Assert _,Statement.Pass _,Statement.Break _,Statement.Continue _,Statement.Global _,Statement.Nonlocal _,Statement.Import _,Statement.ImportFrom _ ->
        {
        }
    }
  }

  private void definition(List<Statement> body) {
    if (definitions) {
      walk(body);
    }
  }
}

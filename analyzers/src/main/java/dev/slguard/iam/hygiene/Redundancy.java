package dev.slguard.iam.hygiene;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.ConditionOperator.Family;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.util.List;
import java.util.function.Function;

/** Entries and statements that others of the same document make idle. */
final class Redundancy {
  /** Statements of a document compared with each other; larger documents are compared entry by entry only. */
  private static final int COMPARED = 30;

  private final List<PolicyProblem> problems;

  Redundancy(List<PolicyProblem> problems) {
    this.problems = problems;
  }

  void check(Policy policy) {
    List<Statement> statements = policy.statements();
    for (Statement statement : statements) {
      if (!statement.actions().negated()) {
        entries(statement.actions().items(), ActionPattern::glob, Kind.REDUNDANT_ACTION);
      }
      statement.resources().filter(list -> !list.negated()).ifPresent(list -> entries(list.items(),
          item -> ResourcePattern.glob(item, statement.source().type().completesArns()), Kind.REDUNDANT_RESOURCE));
    }
    statements.forEach(statement -> statement.conditions().stream()
        .filter(condition -> condition.operator().filter(one -> one.family() == Family.STRING).isPresent())
        .forEach(condition -> entries(condition.values(), value -> Glob.of(value, false), Kind.REDUNDANT_VALUE)));
    if (statements.size() <= COMPARED) {
      statements(statements);
    }
  }

  private void entries(List<TextPattern> items, Function<TextPattern, Glob> compile, Kind kind) {
    List<Glob> globs = items.stream().map(compile).toList();
    for (int i = 0; i < items.size(); i++) {
      for (int j = 0; j < items.size(); j++) {
        boolean wider = i != j && !globs.get(i).isNothing() && globs.get(j).matches(globs.get(i)).isTrue()
            && (j < i || !globs.get(i).matches(globs.get(j)).isTrue());
        if (wider) {
          problems.add(new PolicyProblem(kind, items.get(i).at(),
              "'" + items.get(i).text() + "' is covered by '" + items.get(j).text() + "'"));
          break;
        }
      }
    }
  }

  private void statements(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      for (int j = 0; j < statements.size(); j++) {
        if (i != j && compare(statements.get(i), statements.get(j), i, j)) {
          break;
        }
      }
    }
  }

  /** Whether {@code other} makes {@code statement} idle, which is then reported. */
  private boolean compare(Statement statement, Statement other, int place, int otherPlace) {
    boolean comparable = statement.when().equals(other.when()) && isPlain(statement) && isPlain(other)
        && statement.principals().map(list -> list.items().size())
            .equals(other.principals().map(list -> list.items().size()))
        && statement.principals().isEmpty() && statement.effect() != Effect.UNKNOWN;
    boolean shadowed = statement.effect() == Effect.ALLOW && other.effect() == Effect.DENY
        && other.conditions().isEmpty();
    boolean same = statement.effect() == other.effect()
        && (other.conditions().isEmpty() || texts(statement).equals(texts(other)));
    if (!comparable || !shadowed && !same) {
      return false;
    }
    if (!covers(other, statement) || same && otherPlace > place && covers(statement, other)) {
      return false;
    }
    problems.add(new PolicyProblem(shadowed ? Kind.SHADOWED_STATEMENT : Kind.REDUNDANT_STATEMENT, statement.at(),
        shadowed
            ? "A Deny of the same policy takes away all that statement '" + statement.label() + "' allows"
            : "Another statement of the policy covers statement '" + statement.label() + "'"));
    return true;
  }

  /** Whether each entry of {@code narrow} is covered by one of {@code wide}; Not forms are not compared. */
  private static boolean covers(Statement wide, Statement narrow) {
    boolean actions = covers(wide.actions(), narrow.actions(), ActionPattern::glob);
    boolean complete = wide.source().type().completesArns();
    return actions && wide.resources().isPresent() && narrow.resources().isPresent()
        && covers(wide.resources().get(), narrow.resources().get(), item -> ResourcePattern.glob(item, complete));
  }

  private static boolean covers(PatternList wide, PatternList narrow, Function<TextPattern, Glob> compile) {
    if (wide.negated() || narrow.negated() || narrow.items().isEmpty()) {
      return false;
    }
    List<Glob> globs = wide.items().stream().map(compile).toList();
    return narrow.items().stream().map(compile)
        .allMatch(one -> !one.isNothing() && globs.stream().anyMatch(glob -> glob.matches(one).isTrue()));
  }

  private static boolean isPlain(Statement statement) {
    return statement.actions().items().stream().noneMatch(TextPattern::hasHole) && statement.resources()
        .map(list -> list.items().stream().noneMatch(item -> item.hasHole() || item.hasVariable())).orElse(true);
  }

  private static List<String> texts(Statement statement) {
    return statement.conditions().stream().map(condition -> condition.text()).sorted().toList();
  }
}

package dev.slguard.iam.compare;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.GlobSet;
import dev.slguard.iam.sets.PermissionSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A statement with its patterns made ready, so that many entries can be compared with it. */
final class Outline {
  private final Statement statement;
  private final List<Glob> actions;
  private final List<Glob> resources;
  private final String words;

  Outline(Statement statement) {
    this.statement = statement;
    this.actions = statement.actions().items().stream().map(ActionPattern::glob).toList();
    this.resources = statement.resources().map(PatternList::items).orElse(List.of()).stream()
        .map(item -> ResourcePattern.glob(item, statement.source().type().completesArns())).toList();
    this.words = words(statement);
  }

  static List<Outline> of(List<Policy> policies) {
    return policies.stream().flatMap(policy -> policy.statements().stream()).map(Outline::new).toList();
  }

  Statement statement() {
    return statement;
  }

  Effect effect() {
    return statement.effect();
  }

  /** What it says, wherever it stands. */
  String words() {
    return words;
  }

  private static String words(Statement statement) {
    return statement.effect() + " " + list(Optional.of(statement.actions())) + list(statement.resources())
        + statement.principals().map(one -> one.negated() + principals(one)).orElse("-")
        + statement.conditions().stream().map(one -> one.text() + one.decided()).toList() + statement.when()
        + statement.source().variables() + statement.source().type();
  }

  private static String list(Optional<PatternList> list) {
    return list.map(one -> one.negated() + one.items().stream().map(TextPattern::text).toList().toString()).orElse("-");
  }

  private static String principals(PrincipalList list) {
    return list.items().stream().map(Outline::words).toList().toString();
  }

  /** A principal as it is written. */
  static String words(Principal item) {
    return switch (item) {
      case Principal.Everyone _ -> "*";
      case Principal.Aws(TextPattern name) -> "AWS " + name.text();
      case Principal.Service(TextPattern name) -> "Service " + name.text();
      case Principal.Federated(TextPattern name) -> "Federated " + name.text();
      case Principal.Canonical(TextPattern name) -> "CanonicalUser " + name.text();
      case Principal.Undecided(var at) -> "? " + at;
    };
  }

  /** Whether it may speak about one of the actions on one of the resources. */
  boolean concerns(Glob action, Glob resource) {
    return touches(statement.actions().negated(), actions, action)
        && (statement.resources().isEmpty() || touches(statement.resources().get().negated(), resources, resource));
  }

  private static boolean touches(boolean negated, List<Glob> globs, Glob asked) {
    return negated
        ? globs.stream().noneMatch(glob -> glob.matches(asked).isTrue())
        : globs.stream().anyMatch(asked::meets);
  }

  /** What it speaks about, its conditions and principals aside. */
  PermissionSet pairs() {
    GlobSet onResources = statement.resources().map(list -> signed(list.negated(), resources)).orElse(GlobSet.all());
    return new PermissionSet.Rectangle(signed(statement.actions().negated(), actions), onResources);
  }

  private static GlobSet signed(boolean negated, List<Glob> globs) {
    GlobSet union = new GlobSet.Union(globs);
    return negated ? new GlobSet.Complement(union) : union;
  }

  List<Glob> actions() {
    return actions;
  }

  /** What the outlines chosen by {@code counts} allow, less what those deny. */
  static PermissionSet allowed(List<Outline> outlines, Predicate<Outline> counts) {
    Function<Effect, PermissionSet> union = effect -> union(
        outlines.stream().filter(one -> one.effect() == effect && counts.test(one)).toList());
    return union.apply(Effect.ALLOW).minus(union.apply(Effect.DENY));
  }

  /** What all of them speak about together. */
  static PermissionSet union(List<Outline> outlines) {
    PermissionSet union = PermissionSet.none();
    for (Outline one : outlines) {
      union = union.union(one.pairs());
    }
    return union;
  }
}

package dev.slguard.iam.compare;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.GlobSet;
import dev.slguard.iam.sets.PermissionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A statement with its patterns made ready, so that many entries can be compared with it. */
final class Outline {
  private final Statement statement;
  private final List<Glob> actions;
  private final List<Glob> resources;
  /** {@link #resources}, and those with defaults without them too: who has the key may use the same. */
  private final List<Glob> certain;
  private final String words;

  Outline(Statement statement) {
    this.statement = statement;
    this.actions = statement.actions().items().stream().map(ActionPattern::glob).toList();
    this.resources = statement.resources().map(PatternList::items).orElse(List.of()).stream()
        .map(item -> ResourcePattern.glob(item, statement.source().type().completesArns())).toList();
    var certain = new ArrayList<>(resources);
    statement.resources().filter(list -> !list.negated()).map(PatternList::items).orElse(List.of()).stream()
        .filter(Outline::hasDefault).map(Outline::withoutDefaults)
        .forEach(item -> certain.add(ResourcePattern.glob(item, statement.source().type().completesArns())));
    this.certain = List.copyOf(certain);
    this.words = words(statement);
  }

  private static boolean hasDefault(TextPattern item) {
    return item.parts().stream()
        .anyMatch(part -> part instanceof Part.Variable variable && variable.fallback().isPresent());
  }

  private static TextPattern withoutDefaults(TextPattern item) {
    return new TextPattern(item.parts().stream()
        .map(
            part -> part instanceof Part.Variable variable ? new Part.Variable(variable.key(), Optional.empty()) : part)
        .toList(), item.at());
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
    return pairs(resources);
  }

  private PermissionSet pairs(List<Glob> resources) {
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

  /** What the outlines chosen by {@code counts} allow for certain, less what {@code denied} makes of each that denies. */
  static PermissionSet allowed(List<Outline> outlines, Predicate<Outline> counts,
      Function<Outline, PermissionSet> denied) {
    PermissionSet allows = PermissionSet.none();
    PermissionSet denies = PermissionSet.none();
    for (Outline one : outlines) {
      if (one.effect() == Effect.ALLOW && counts.test(one)) {
        allows = allows.union(one.pairs(one.certain));
      } else if (one.effect() == Effect.DENY && counts.test(one)) {
        denies = denies.union(denied.apply(one));
      }
    }
    return allows.minus(denies);
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

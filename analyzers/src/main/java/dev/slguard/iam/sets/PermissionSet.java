package dev.slguard.iam.sets;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A set of (action, resource) pairs. Actions are in lower case. Exact for wildcards, since both sides are divided into the
 * classes their patterns tell apart (see {@link Atoms}).
 */
public sealed interface PermissionSet {
  /** No pair. */
  static PermissionSet none() {
    return new Rectangle(GlobSet.none(), GlobSet.none());
  }

  /** Every pair. */
  static PermissionSet all() {
    return new Rectangle(GlobSet.all(), GlobSet.all());
  }

  /** Every one of the actions on every one of the resources. */
  record Rectangle(GlobSet actions, GlobSet resources) implements PermissionSet {}

  /** What {@code of} lacks. */
  record Complement(PermissionSet of) implements PermissionSet {}

  /** What both hold. */
  record Both(PermissionSet left, PermissionSet right) implements PermissionSet {}

  /** What one of both holds. */
  record Either(PermissionSet left, PermissionSet right) implements PermissionSet {}

  /** One pair: an action in lower case and a resource. */
  record Pair(String action, String resource) {}

  /** What the statement speaks about, its conditions and principals aside. */
  static PermissionSet of(Statement statement) {
    GlobSet actions = set(statement.actions(), statement.actions().items().stream().map(ActionPattern::glob).toList());
    GlobSet resources = statement.resources()
        .map(list -> set(list, list.items().stream()
            .map(item -> ResourcePattern.glob(item, statement.source().type().completesArns())).toList()))
        .orElse(GlobSet.all());
    return new Rectangle(actions, resources);
  }

  private static GlobSet set(PatternList list, List<Glob> globs) {
    GlobSet union = new GlobSet.Union(globs);
    return list.negated() ? new GlobSet.Complement(union) : union;
  }

  /** What the statements chosen by {@code counts} allow, less what those deny. */
  static PermissionSet allowed(List<Statement> statements, Predicate<Statement> counts) {
    PermissionSet allowed = none();
    PermissionSet denied = none();
    for (Statement statement : statements) {
      if (counts.test(statement)) {
        if (statement.effect() == Effect.ALLOW) {
          allowed = allowed.union(of(statement));
        } else if (statement.effect() == Effect.DENY) {
          denied = denied.union(of(statement));
        }
      }
    }
    return allowed.minus(denied);
  }

  /** What both hold. */
  default PermissionSet intersect(PermissionSet other) {
    return new Both(this, other);
  }

  /** What one of both holds. */
  default PermissionSet union(PermissionSet other) {
    return new Either(this, other);
  }

  /** What this holds and {@code other} does not. */
  default PermissionSet minus(PermissionSet other) {
    return new Both(this, new Complement(other));
  }

  /** Whether the pair is in the set. */
  default boolean contains(String action, String resource) {
    Glob actionText = ActionPattern.action(action);
    Glob resourceText = Glob.text(resource);
    return truth(rectangle -> Truth.of(rectangle.actions.holds(glob -> glob.matches(actionText).isTrue())
        && rectangle.resources.holds(glob -> glob.matches(resourceText).isTrue()))).isTrue();
  }

  /** Membership, where it is known of some rectangles whether they hold the pair. */
  default Truth truth(Function<Rectangle, Truth> inside) {
    return switch (this) {
      case Rectangle rectangle -> inside.apply(rectangle);
      case Complement(PermissionSet of) -> of.truth(inside).not();
      case Both(PermissionSet left, PermissionSet right) -> {
        Truth first = left.truth(inside);
        yield first.isFalse() ? first : first.and(right.truth(inside));
      }
      case Either(PermissionSet left, PermissionSet right) -> {
        Truth first = left.truth(inside);
        yield first.isTrue() ? first : first.or(right.truth(inside));
      }
    };
  }

  private void collect(List<Rectangle> out) {
    switch (this) {
      case Rectangle rectangle -> out.add(rectangle);
      case Complement(PermissionSet of) -> of.collect(out);
      case Both(PermissionSet left, PermissionSet right) -> {
        left.collect(out);
        right.collect(out);
      }
      case Either(PermissionSet left, PermissionSet right) -> {
        left.collect(out);
        right.collect(out);
      }
    }
  }

  /** The answer to "is there a pair": one, or none, or none found in bounded time. */
  record Search(Optional<Pair> pair, boolean complete) {
    /** Whether there is no pair. */
    public Truth isEmpty() {
      return pair.isPresent() ? Truth.FALSE : complete ? Truth.TRUE : Truth.UNKNOWN;
    }
  }

  /** A pair of the set with short texts, its action and resource among those that {@code actions} and {@code resources} match. */
  default Search search(Glob actions, Glob resources, Effort effort) {
    return new PairSearch(this, resources, effort).run(actions);
  }

  /** Whether the set has no pair; unknown if its patterns are too entangled. */
  default Truth isEmpty() {
    return search(Glob.EVERYTHING, Glob.EVERYTHING, Effort.ofOneSearch()).isEmpty();
  }

  /** Whether this holds all that {@code other} holds. */
  default Truth covers(PermissionSet other) {
    return other.minus(this).isEmpty();
  }

  /** A set with the same pairs among the actions and resources given, made from fewer globs where it can be. */
  default PermissionSet within(Glob actions, Glob resources) {
    return switch (this) {
      case Rectangle rectangle ->
        new Rectangle(rectangle.actions.within(actions), rectangle.resources.within(resources));
      case Complement(PermissionSet of) -> new Complement(of.within(actions, resources));
      case Both(PermissionSet left, PermissionSet right) ->
        new Both(left.within(actions, resources), right.within(actions, resources));
      case Either(PermissionSet left, PermissionSet right) ->
        new Either(left.within(actions, resources), right.within(actions, resources));
    };
  }

  /** The rectangles it is made from, as often as it is made from them. */
  default List<Rectangle> rectangles() {
    var rectangles = new ArrayList<Rectangle>();
    collect(rectangles);
    return rectangles;
  }
}

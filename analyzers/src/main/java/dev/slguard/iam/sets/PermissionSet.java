package dev.slguard.iam.sets;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    return holds(rectangle -> rectangle.actions.holds(glob -> glob.matches(actionText).isTrue())
        && rectangle.resources.holds(glob -> glob.matches(resourceText).isTrue()));
  }

  /** Membership, where it is known which rectangles hold the pair. */
  private boolean holds(Predicate<Rectangle> inside) {
    return switch (this) {
      case Rectangle rectangle -> inside.test(rectangle);
      case Complement(PermissionSet of) -> !of.holds(inside);
      case Both(PermissionSet left, PermissionSet right) -> left.holds(inside) && right.holds(inside);
      case Either(PermissionSet left, PermissionSet right) -> left.holds(inside) || right.holds(inside);
    };
  }

  private void collect(Set<Rectangle> out) {
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

  /** A pair of the set with short texts, its resource among those that {@code within} matches. */
  default Search search(Glob within) {
    var rectangles = new LinkedHashSet<Rectangle>();
    collect(rectangles);
    var list = List.copyOf(rectangles);
    var actionGlobs = new ArrayList<>(
        list.stream().flatMap(one -> one.actions.patterns().stream()).distinct().toList());
    Atoms actions = Atoms.of(actionGlobs, Glob.EVERYTHING);
    boolean complete = actions.isComplete();
    Map<BitSet, Search> tried = new HashMap<>();
    for (Atoms.Atom action : actions.list()) {
      var live = new BitSet();
      for (int i = 0; i < list.size(); i++) {
        live.set(i, list.get(i).actions.holds(glob -> action.members().get(actionGlobs.indexOf(glob))));
      }
      if (tried.containsKey(live)) {
        continue;
      }
      Search found = searchResource(list, live, action.witness(), within);
      tried.put(live, found);
      if (found.pair.isPresent()) {
        return found;
      }
      complete &= found.complete;
    }
    return new Search(Optional.empty(), complete);
  }

  private Search searchResource(List<Rectangle> list, BitSet live, String action, Glob within) {
    var globs = new ArrayList<>(
        live.stream().boxed().flatMap(i -> list.get(i).resources.patterns().stream()).distinct().toList());
    Atoms resources = Atoms.of(globs, within);
    for (Atoms.Atom resource : resources.list()) {
      if (holds(rectangle -> live.get(list.indexOf(rectangle))
          && rectangle.resources.holds(glob -> resource.members().get(globs.indexOf(glob))))) {
        return new Search(Optional.of(new Pair(action, resource.witness())), true);
      }
    }
    return new Search(Optional.empty(), resources.isComplete());
  }

  /** Whether the set has no pair; unknown if its patterns are too entangled. */
  default Truth isEmpty() {
    return search(Glob.EVERYTHING).isEmpty();
  }

  /** Whether this holds all that {@code other} holds. */
  default Truth covers(PermissionSet other) {
    return other.minus(this).isEmpty();
  }
}

package dev.slguard.iam.sets;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.sets.PermissionSet.Pair;
import dev.slguard.iam.sets.PermissionSet.Rectangle;
import dev.slguard.iam.sets.PermissionSet.Search;
import dev.slguard.model.Truth;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a pair of a set: divides the actions into the classes that its rectangles tell apart, and for each class the
 * resources into those that the rectangles with these actions tell apart. Classes with the same rectangles are asked once,
 * and texts are followed only as long as some continuation can be in the set.
 */
final class PairSearch {
  private final PermissionSet set;
  private final Glob resources;
  private final Effort effort;
  private final List<Rectangle> rectangles;
  private final IdentityHashMap<Rectangle, Integer> numbers = new IdentityHashMap<>();
  private final Numbered actions;
  private boolean complete = true;
  private Optional<Pair> pair = Optional.empty();

  PairSearch(PermissionSet set, Glob resources, Effort effort) {
    this.set = set;
    this.resources = resources;
    this.effort = effort;
    this.rectangles = set.rectangles();
    for (int i = 0; i < rectangles.size(); i++) {
      numbers.put(rectangles.get(i), i);
    }
    this.actions = Numbered.of(rectangles.stream().map(Rectangle::actions).toList());
  }

  /** The globs of sets, each with a number. */
  private record Numbered(Map<Glob, Integer> globs) {
    static Numbered of(List<GlobSet> sets) {
      Map<Glob, Integer> globs = new LinkedHashMap<>();
      for (GlobSet set : sets) {
        for (Glob glob : set.patterns()) {
          globs.putIfAbsent(glob, globs.size());
        }
      }
      return new Numbered(globs);
    }

    List<Glob> list() {
      return List.copyOf(globs.keySet());
    }

    Truth truth(GlobSet set, BitSet certain, BitSet possible) {
      return set.truth(glob -> {
        int number = globs.getOrDefault(glob, -1);
        return certain.get(number) ? Truth.TRUE : possible.get(number) ? Truth.UNKNOWN : Truth.FALSE;
      });
    }
  }

  Search run(Glob within) {
    Set<BitSet> tried = new HashSet<>();
    Atoms atoms = Atoms.search(actions.list(), within, effort, new Atoms.Goal() {
      @Override
      public boolean mayBe(BitSet certain, BitSet possible) {
        return !set.truth(rectangle -> actions.truth(rectangle.actions(), certain, possible).and(Truth.UNKNOWN))
            .isFalse();
      }

      @Override
      public boolean take(Atoms.Atom action) {
        var live = new BitSet();
        for (int i = 0; i < rectangles.size(); i++) {
          live.set(i, actions.truth(rectangles.get(i).actions(), action.members(), action.members()).isTrue());
        }
        return tried.add(live) && onResources(live, action.witness());
      }
    });
    return new Search(pair, complete && atoms.isComplete());
  }

  /** Looks for a resource on which the action, which is one of those of {@code live}, is in the set. */
  private boolean onResources(BitSet live, String action) {
    Numbered globs = Numbered.of(live.stream().mapToObj(i -> rectangles.get(i).resources()).toList());
    Atoms atoms = Atoms.search(globs.list(), resources, effort, new Atoms.Goal() {
      private Truth truth(BitSet certain, BitSet possible) {
        return set.truth(rectangle -> live.get(numbers.getOrDefault(rectangle, 0))
            ? globs.truth(rectangle.resources(), certain, possible)
            : Truth.FALSE);
      }

      @Override
      public boolean mayBe(BitSet certain, BitSet possible) {
        return !truth(certain, possible).isFalse();
      }

      @Override
      public boolean take(Atoms.Atom resource) {
        boolean in = truth(resource.members(), resource.members()).isTrue();
        if (in) {
          pair = Optional.of(new Pair(action, resource.witness()));
        }
        return in;
      }
    });
    complete &= atoms.isComplete();
    return pair.isPresent();
  }
}

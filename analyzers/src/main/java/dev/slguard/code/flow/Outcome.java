package dev.slguard.code.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run of a routine on one {@link Input} does: its summary.
 *
 * @param returns whether it can come to its end
 * @param result what it returns
 * @param thrown what it throws; {@link Value#NONE} if nothing
 * @param heap the objects of the input and new ones at its end
 * @param facts what its end says about values passed in
 * @param hits sinks that are reached inside
 * @param uses what it uses outside the program
 */
record Outcome(boolean returns, Value result, Value thrown, IntMap<Thing> heap, Facts facts, Set<Hit> hits,
    Set<UseAt> uses) {
  private static final int MOST_HITS = 600;
  /** What a run that has not been looked at does. */
  static final Outcome BOTTOM = new Outcome(false, Value.NONE, Value.NONE, IntMap.empty(), Facts.NONE, Set.of(),
      Set.of());

  /** The first hits of {@code all}, in the order found. */
  static Set<Hit> bounded(LinkedHashSet<Hit> all) {
    if (all.size() <= MOST_HITS) {
      return all;
    }
    List<Hit> first = new ArrayList<>(all).subList(0, MOST_HITS);
    return new LinkedHashSet<>(first);
  }
}

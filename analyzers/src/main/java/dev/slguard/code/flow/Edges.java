package dev.slguard.code.flow;

/** Where the states of one run of a routine go on: joins them at the starts of blocks. */
final class Edges {
  private final RoutineFacts about;
  private final Surroundings surroundings;
  private final Knowledge knowledge;
  private final State[] starts;
  private final boolean[] known;
  private final int[] visits;
  private final Pending pending;

  Edges(RoutineFacts about, Surroundings surroundings, Knowledge knowledge, State[] starts, boolean[] known,
      int[] visits, Pending pending) {
    this.about = about;
    this.surroundings = surroundings;
    this.knowledge = knowledge;
    this.starts = starts;
    this.known = known;
    this.visits = visits;
    this.pending = pending;
  }

  /** Goes on with {@code next} at the block {@code target}; a loop is widened after {@code calm} visits. */
  void to(int target, State next, int calm) {
    if (!known[target]) {
      known[target] = true;
      starts[target] = next.copy();
      pending.add(target);
      return;
    }
    State old = starts[target];
    if (!old.facts().equals(next.facts())) {
      // What only one side knows is lost in the join, so it is put into the values before.
      knowledge.clear(old);
      knowledge.clear(next);
      State before = old.copy();
      Decisions.tell(old, next);
      Decisions.tell(next, before);
    }
    State both = old.or(next, surroundings);
    if (about.isLoopHead(target) && visits[target] >= calm) {
      both.setLocals(IntMap.union(old.locals(), both.locals(), Steps::widened, IntMap.none()));
    }
    if (!both.sameAs(old)) {
      starts[target] = both;
      pending.add(target);
    }
  }
}

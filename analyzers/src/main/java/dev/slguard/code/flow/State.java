package dev.slguard.code.flow;

/**
 * What holds at one point of a routine: its locals, the objects that it has made or changed, and the facts it has found.
 * Immutable parts, mutable shell.
 */
final class State {
  /** Ids from here on name objects that all routines see: those of modules. */
  static final int GLOBAL = 1 << 30;

  private IntMap<Value> locals;
  private IntMap<Thing> heap;
  private Facts facts;

  State(IntMap<Value> locals, IntMap<Thing> heap, Facts facts) {
    this.locals = locals;
    this.heap = heap;
    this.facts = facts;
  }

  State copy() {
    return new State(locals, heap, facts);
  }

  IntMap<Value> locals() {
    return locals;
  }

  IntMap<Thing> heap() {
    return heap;
  }

  Facts facts() {
    return facts;
  }

  void setLocal(int local, Value value) {
    locals = locals.put(local, value);
  }

  void setLocals(IntMap<Value> newLocals) {
    locals = newLocals;
  }

  void setThing(int id, Thing thing) {
    heap = heap.put(id, thing);
  }

  void setHeap(IntMap<Thing> newHeap) {
    heap = newHeap;
  }

  void setFacts(Facts newFacts) {
    facts = newFacts;
  }

  /** A state that is this or {@code other}; an object that only one has changed is still in the other what it was. */
  State or(State other, Surroundings before) {
    return new State(IntMap.union(locals, other.locals, (a, b) -> a.or(b), IntMap.none()),
        IntMap.union(heap, other.heap, Thing::or, new OrUnchanged(before)), facts.or(other.facts));
  }

  private record OrUnchanged(Surroundings before) implements IntMap.Change<Thing> {
    @Override
    public Thing of(int id, Thing thing) {
      return isOfCallers(id) ? before.changed(id).map(thing::or).orElse(thing) : thing;
    }

    @Override
    public boolean concerns(int lowest, int highest) {
      return lowest < Frame.FIRST_FRESH || highest >= GLOBAL;
    }
  }

  /** Whether {@code id} names an object that was there before the run. */
  static boolean isOfCallers(int id) {
    return id < Frame.FIRST_FRESH || id >= GLOBAL;
  }

  boolean sameAs(State other) {
    return locals.equals(other.locals) && heap.equals(other.heap) && facts.equals(other.facts);
  }
}

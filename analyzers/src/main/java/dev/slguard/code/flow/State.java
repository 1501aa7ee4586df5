package dev.slguard.code.flow;

/** What holds at one point of a routine: its locals, the objects they reach, and facts. Immutable parts, mutable shell. */
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

  /** A state that is this or {@code other}. */
  State or(State other) {
    return new State(IntMap.union(locals, other.locals, (a, b) -> a.or(b), (key, value) -> value),
        IntMap.union(heap, other.heap, Thing::or, (key, value) -> value), facts.or(other.facts));
  }

  boolean sameAs(State other) {
    return locals.equals(other.locals) && heap.equals(other.heap) && facts.equals(other.facts);
  }
}

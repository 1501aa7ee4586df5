package dev.slguard.code.flow;

/** What the ways that a routine takes say about the truth values that lead there. */
final class Decisions {
  private Decisions() {}

  /**
   * Says of the variables that hold the value of a condition how it turned out, for what becomes of them: the result of
   * {@code a and b} is true where {@code b} is.
   */
  static void decide(State state, Value condition, Test test) {
    boolean known = condition.number() != 0
        || !condition.taints().isEmpty() && condition.taints().items().stream().allMatch(Taint::exact);
    if (known) {
      state.setLocals(state.locals().map((local, value) -> isSame(value, condition) ? value.tested(test) : value));
    }
  }

  private static boolean isSame(Value value, Value condition) {
    return condition.number() == 0 ? value.equals(condition) : value.number() == condition.number();
  }

  /** Truth values that are others on the other way tell what is known on theirs: {@code a and b} is true where both are. */
  static void tell(State state, State other) {
    Facts facts = state.facts();
    if (facts.isNone()) {
      return;
    }
    state.setLocals(state.locals().map((local, value) -> {
      Value there = other.locals().get(local, Value.NONE);
      return there.isNone() || there.number() == value.number() || !Truths.couldBeTruth(value)
          ? value
          : value.tested(new Test(facts.and(value.test().whenTrue()), facts.and(value.test().whenFalse())));
    }));
  }
}

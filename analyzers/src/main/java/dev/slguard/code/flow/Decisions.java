package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;

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

  /** Notes that {@code container} holds something from here on: where a variable that holds it is false cannot be. */
  static void filled(Frame frame, Value container) {
    if (container.refs().size() != 1 || container.isOpen()
        || !(container.refs().getFirst() instanceof Ref.Thing(int id)) || id >= State.GLOBAL
        || frame.thing(id).isMany()) {
      return;
    }
    State state = frame.state();
    state.setLocals(state.locals()
        .map((local, value) -> holds(value, container) && !value.test().whenFalse().equals(Facts.NEVER)
            ? value.tested(new Test(value.test().whenTrue(), Facts.NEVER))
            : value));
  }

  /** Forgets what the emptiness of {@code container} would tell: something was taken out of it. */
  static void emptied(Frame frame, Value container) {
    State state = frame.state();
    state.setLocals(state.locals()
        .map((local, value) -> !value.test().isNone() && holds(value, container) ? value.tested(Test.NONE) : value));
  }

  /** The number of items of {@code container}, which is false where that is empty. */
  static Value counted(Frame frame, Value container) {
    Test test = container.test();
    return container.refs().isEmpty() || test.whenFalse().isNone()
        ? Value.PLAIN
        : Value.PLAIN.tested(new Test(test.whenTrue().plus(countKey(frame), 1), test.whenFalse()));
  }

  /** What {@code number > 0} says: as much as the number itself if it counts the items of a container. */
  static Test ofCount(Frame frame, Value number, Value limit) {
    boolean none = limit.constant().filter(Constant.number(0)::equals).isPresent();
    return none && number.test().whenTrue().of(countKey(frame)) != 0 ? number.test() : Test.NONE;
  }

  /** Stands among the facts of a number that counts something. */
  private static int countKey(Frame frame) {
    return Facts.ofPath(frame.analysis().symbols().of("<count>"));
  }

  private static boolean holds(Value value, Value container) {
    return !value.isOpen() && !value.refs().isEmpty() && value.refs().equals(container.refs());
  }

  /** Truth values that are others on the other way tell what is known on theirs: {@code a and b} is true where both are. */
  static void tell(State state, State other) {
    Facts facts = state.facts();
    if (facts.isNone()) {
      return;
    }
    state.setLocals(state.locals().map((local, value) -> {
      Value there = other.locals().get(local, Value.NONE);
      if (there.test().whenFalse().never() && !value.test().whenFalse().never() && holds(value, there)) {
        // A list that was added to on the other way tells, where it is empty, that this way was taken.
        return value.tested(new Test(value.test().whenTrue(), facts.and(value.test().whenFalse())));
      }
      return there.isNone() || there.number() == value.number() || !Truths.couldBeTruth(value)
          ? value
          : value.tested(new Test(facts.and(value.test().whenTrue()), facts.and(value.test().whenFalse())));
    }));
  }
}

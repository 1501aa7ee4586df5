package dev.slguard.rules.evaluate;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One deployment among those that conditions allow. A question is asked in a world; where it meets an undecided Fn::If,
 * the world decides, and {@link #next} gives the world that decides the other way, until all that the question could tell
 * apart have been asked. Impossible combinations are left out.
 */
final class World {
  private final ConditionSet base;
  private final Map<String, ConditionSet> definitions;
  private final List<Decision> decisions = new ArrayList<>();
  private int replayed;

  private record Decision(String condition, boolean value, boolean last) {}

  /**
   * The first world.
   *
   * @param base when the subject exists
   * @param definitions what named conditions stand for, where known
   */
  World(ConditionSet base, Map<String, ConditionSet> definitions) {
    this.base = base;
    this.definitions = definitions;
  }

  /** {@code value} with every Choice at its top decided. */
  Value settle(Value value) {
    Value settled = value;
    while (settled instanceof Value.Choice(String condition, Value whenTrue, Value whenFalse, _)) {
      settled = decide(condition) ? whenTrue : whenFalse;
    }
    return settled;
  }

  private boolean decide(String condition) {
    for (int i = 0; i < replayed; i++) {
      if (decisions.get(i).condition().equals(condition)) {
        return decisions.get(i).value();
      }
    }
    if (replayed < decisions.size()) {
      // The same question meets the same choices in the same order, so this one was decided before.
      return decisions.get(replayed++).value();
    }
    boolean canBeTrue = canBe(condition, true);
    boolean canBeFalse = canBe(condition, false);
    decisions.add(new Decision(condition, canBeTrue, !canBeTrue || !canBeFalse));
    replayed++;
    return canBeTrue;
  }

  private boolean canBe(String condition, boolean value) {
    return !circumstances().and(fact(condition, value)).isImpossible();
  }

  /** A condition by its name, which is how policies and choices know it, together with its definition. */
  private ConditionSet fact(String condition, boolean value) {
    ConditionSet.Formula named = new ConditionSet.Formula.Named(condition);
    ConditionSet.Formula meaning = definitions.containsKey(condition) ? definitions.get(condition).formula() : named;
    if (!value) {
      named = new ConditionSet.Formula.Not(named);
      meaning = new ConditionSet.Formula.Not(meaning);
    }
    return new ConditionSet(named).and(meaning);
  }

  /** All that holds in this world: when the subject exists, and what has been decided. */
  ConditionSet circumstances() {
    ConditionSet all = base;
    for (int i = 0; i < replayed; i++) {
      all = all.and(fact(decisions.get(i).condition(), decisions.get(i).value()));
    }
    return all;
  }

  /** The conditions decided so far, in the order met. */
  SequencedMap<String, Boolean> decided() {
    var decided = new LinkedHashMap<String, Boolean>();
    for (int i = 0; i < replayed; i++) {
      decided.put(decisions.get(i).condition(), decisions.get(i).value());
    }
    return decided;
  }

  /** Turns to the next world; false if there is none. */
  boolean next() {
    while (decisions.size() > replayed) {
      decisions.removeLast();
    }
    while (!decisions.isEmpty() && decisions.getLast().last()) {
      decisions.removeLast();
    }
    replayed = 0;
    if (decisions.isEmpty()) {
      return false;
    }
    Decision open = decisions.removeLast();
    decisions.add(new Decision(open.condition(), !open.value(), true));
    return true;
  }
}

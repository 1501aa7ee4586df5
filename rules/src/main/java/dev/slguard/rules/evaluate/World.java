package dev.slguard.rules.evaluate;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One deployment among those that conditions allow. A question is asked in a world; where it meets an undecided Fn::If,
 * or a resource that exists under a condition, the world decides, and {@link #next} gives the world that decides the
 * other way, until all that the question could tell
 * apart have been asked. Impossible combinations are left out.
 */
final class World {
  private final ConditionSet base;
  private final Map<String, ConditionSet> definitions;
  private final List<Decision> decisions = new ArrayList<>();
  private int replayed;

  private record Decision(String condition, ConditionSet meaning, boolean value, boolean last) {

    /** What is so by the decision. */
    ConditionSet fact() {
      return value ? meaning : new ConditionSet(new ConditionSet.Formula.Not(meaning.formula()));
    }
  }

  /**
   * The first world.
   *
   * @param base when the subject exists
   * @param definitions what named conditions stand for, where known
   */
  World(ConditionSet base, Map<String, ConditionSet> definitions) {
    this.base = base.with(definitions);
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

  /** Whether {@code resource} exists in this world; where its conditions are open, the world decides. */
  boolean has(Resource resource) {
    ConditionSet when = resource.conditions();
    if (when.isAlways()) {
      return true;
    }
    if (!circumstances().canMeet(when)) {
      return false;
    }
    return circumstances().implies(when) || decide(name(resource), when);
  }

  /** The condition that {@code resource} names, if that alone decides, else what decides in words. */
  private String name(Resource resource) {
    String prefix = resource.id().substring(0, resource.id().lastIndexOf('/') + 1);
    return Values.text(resource.attributes().get("Condition")).map(prefix::concat)
        .filter(name -> resource.conditions().equals(definitions.get(name))).orElseGet(resource.conditions()::describe);
  }

  private boolean decide(String condition) {
    ConditionSet known = definitions.get(condition);
    return decide(condition, known == null ? new ConditionSet(new ConditionSet.Formula.Named(condition)) : known);
  }

  private boolean decide(String condition, ConditionSet meaning) {
    for (int i = 0; i < replayed; i++) {
      if (decisions.get(i).condition().equals(condition)) {
        return decisions.get(i).value();
      }
    }
    if (replayed < decisions.size()) {
      // The same question meets the same choices in the same order, so this one was decided before.
      return decisions.get(replayed++).value();
    }
    var yes = new Decision(condition, meaning, true, true);
    var no = new Decision(condition, meaning, false, true);
    boolean canBeTrue = circumstances().canMeet(yes.fact());
    boolean isOpen = canBeTrue && circumstances().canMeet(no.fact());
    decisions.add(new Decision(condition, meaning, canBeTrue, !isOpen));
    replayed++;
    return canBeTrue;
  }

  /** Whether some deployment has the subject at all. */
  boolean isPossible() {
    return !base.isImpossible();
  }

  /** All that holds in this world: when the subject exists, and what has been decided. */
  ConditionSet circumstances() {
    ConditionSet all = base;
    for (int i = 0; i < replayed; i++) {
      all = all.and(decisions.get(i).fact());
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
    decisions.add(new Decision(open.condition(), open.meaning(), !open.value(), true));
    return true;
  }
}

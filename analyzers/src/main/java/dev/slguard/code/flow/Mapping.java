package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Takes what a caller passes into the terms of {@link Input}, and what comes out back into the caller's terms. One a
 * call.
 */
final class Mapping {
  private static final int MOST_OBJECTS = 2_000;

  private final Frame frame;
  private final State state;
  private final Flow.Step step;
  private final Map<Integer, Integer> toCallee = new HashMap<>();
  private final List<Integer> toCaller = new ArrayList<>();
  private final Map<Integer, Integer> fresh = new HashMap<>();
  private final Map<SlotKey, Integer> slotsByTaint = new LinkedHashMap<>();
  private final List<Taint> slots = new ArrayList<>();
  private final List<List<Integer>> numbers = new ArrayList<>();
  private final Deque<Integer> pending = new ArrayDeque<>();
  private IntMap<Thing> input = IntMap.empty();

  /** What tells labels apart from outside; traces and hops do not. */
  private record SlotKey(Origin origin, String path, long cleared, boolean exact) {}

  /** For the call under evaluation in {@code frame}, shown as {@code step}. */
  Mapping(Frame frame, Flow.Step step) {
    this.frame = frame;
    this.state = frame.state();
    this.step = step;
  }

  // Into the callee

  /** {@code value} in the callee's terms. */
  Value in(Value value) {
    Value seen = frame.withFacts(value);
    Value mapped = seen.mapTaints(taint -> slot(taint, seen.number()))
        .mapRefs(ref -> ref instanceof Ref.Thing(int id) ? new Ref.Thing(idIn(id)) : ref);
    return mapped.numbered(0).tested(Test.NONE);
  }

  private Taint slot(Taint taint, int number) {
    var key = new SlotKey(taint.origin(), taint.path(), taint.cleared(), taint.exact());
    Integer known = slotsByTaint.get(key);
    if (known == null) {
      known = slots.size();
      slotsByTaint.put(key, known);
      slots.add(taint);
      numbers.add(new ArrayList<>());
    } else if (taint.trace().length() < slots.get(known).trace().length()) {
      slots.set(known, taint);
    }
    if (number != 0 && !numbers.get(known).contains(number)) {
      numbers.get(known).add(number);
    }
    return new Taint(new Origin.Slot(known, taint.origin().label()), "", taint.cleared(), true, 0, Trace.EMPTY);
  }

  private int idIn(int id) {
    if (id >= State.GLOBAL) {
      return id;
    }
    Integer known = toCallee.get(id);
    if (known == null) {
      if (toCaller.size() >= MOST_OBJECTS) {
        return 0;
      }
      known = toCaller.size();
      toCallee.put(id, known);
      toCaller.add(id);
      pending.add(id);
    }
    return known;
  }

  /** The objects that the values mapped so far reach, and all objects of modules that this run has changed. */
  IntMap<Thing> heap() {
    state.heap().forEach((id, thing) -> {
      if (id >= State.GLOBAL) {
        input = input.put(id, in(thing));
      }
    });
    while (!pending.isEmpty()) {
      int id = pending.poll();
      input = input.put(Objects.requireNonNull(toCallee.get(id)), in(frame.thing(id)));
    }
    return input;
  }

  private Thing in(Thing thing) {
    return thing.map((symbol, value) -> in(value));
  }

  /** The caller's facts on what the slots stand for. */
  Facts facts() {
    Facts facts = Facts.NONE;
    for (int i = 0; i < slots.size(); i++) {
      Taint actual = slots.get(i);
      if (actual.exact()) {
        for (Map.Entry<String, Long> fact : frame.pathFacts(actual.origin(), actual.path()).entrySet()) {
          facts = facts.plus(frame.pathKey(new Origin.Slot(i, actual.origin().label()), fact.getKey()),
              fact.getValue());
        }
      }
    }
    return facts;
  }

  // Back to the caller

  /** {@code value} of the callee in the caller's terms; new objects get their place in the caller's heap. */
  Value out(Value value) {
    Value mapped = value.mapTaints(this::actual)
        .mapRefs(ref -> ref instanceof Ref.Thing(int id) ? new Ref.Thing(idOut(id)) : ref);
    return mapped.numbered(0).tested(new Test(out(value.test().whenTrue()), out(value.test().whenFalse())));
  }

  /** A label of the callee as the caller has it. */
  Taint actual(Taint taint) {
    if (!(taint.origin() instanceof Origin.Slot(int index, _)) || index >= slots.size()) {
      return taint;
    }
    Taint actual = slots.get(index);
    return new Taint(actual.origin(), Taint.joined(actual.path(), taint.path()), actual.cleared() | taint.cleared(),
        actual.exact() && taint.exact(), Math.min(Taint.MOST_HOPS, actual.hops() + taint.hops()),
        actual.trace().then(step).then(taint.trace()));
  }

  private int idOut(int id) {
    if (id >= State.GLOBAL) {
      return id;
    }
    if (id < Frame.FIRST_FRESH) {
      return id < toCaller.size() ? toCaller.get(id) : id;
    }
    Integer known = fresh.get(id);
    if (known == null) {
      known = frame.idOfCallees();
      fresh.put(id, known);
      pending.add(id);
    }
    return known;
  }

  /** Puts the objects that the callee changed or made into the caller's state, after {@code results} were mapped. */
  void apply(Outcome outcome) {
    outcome.heap().forEach((id, thing) -> {
      if ((id < Frame.FIRST_FRESH || id >= State.GLOBAL) && !thing.equals(input.get(id, Frame.NO_THING))) {
        frame.state().setThing(idOut(id), out(thing));
      }
    });
    while (!pending.isEmpty()) {
      int id = pending.poll();
      Thing made = outcome.heap().get(id, Frame.NO_THING);
      frame.keepOfCallees(Objects.requireNonNull(fresh.get(id)), out(made));
    }
    frame.state().setFacts(frame.state().facts().and(out(outcome.facts())));
  }

  private Thing out(Thing thing) {
    return thing.map((symbol, value) -> out(value));
  }

  /** Facts of the callee about slots, as facts of the caller. */
  private Facts out(Facts facts) {
    if (facts.masks().isEmpty()) {
      return facts;
    }
    Facts[] mapped = {Facts.NONE};
    for (int i = 0; i < slots.size(); i++) {
      Taint actual = slots.get(i);
      Origin slot = new Origin.Slot(i, actual.origin().label());
      List<Integer> ofSlot = numbers.get(i);
      frame.pathFacts(facts, slot, "").forEach((path, mask) -> {
        if (actual.exact()) {
          mapped[0] = mapped[0].plus(frame.pathKey(actual.origin(), Taint.joined(actual.path(), path)), mask);
        }
        if (path.isEmpty()) {
          for (int number : ofSlot) {
            mapped[0] = mapped[0].plus(Facts.ofValue(number), mask);
          }
        }
      });
    }
    return mapped[0];
  }

  /** A hit inside the callee as the caller sees it. */
  Hit out(Hit hit) {
    return new Hit(hit.category(), hit.weight(), hit.sinkName(), hit.at(), actual(hit.taint()), hit.part());
  }

  /** A use inside the callee as the caller sees it. */
  UseAt out(UseAt use) {
    var arguments = new TreeMap<String, Value>();
    use.arguments().forEach((name, value) -> arguments.put(name, value.mapTaints(this::actual)));
    return new UseAt(use.kind(), use.name(), arguments, use.at());
  }
}

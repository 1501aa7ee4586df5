package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes what a caller passes into the terms of {@link Input}, and what comes out back into the caller's terms. One a
 * call.
 */
@SuppressWarnings("ReferenceEquality") // what the callee did not touch is the very same
final class Mapping {
  private static final int MOST_OBJECTS = 2_000;
  /** Labels that most calls give back. */
  private static final int FEW = 4;
  /** Starts the name of a slot, and of nothing else. */
  static final String SLOT = "\u0000";

  private final Frame frame;
  private final Flow.Step step;
  private final Map<Integer, Integer> toCallee = new HashMap<>();
  private final List<Integer> toCaller = new ArrayList<>();
  private final Map<Integer, Integer> fresh = new HashMap<>();
  /** What tells labels apart from outside is what they are equal by: traces and hops do not. */
  private final Map<Taint, Integer> slotsByTaint = new HashMap<>();
  private final List<Taint> slots = new ArrayList<>();
  private final List<List<Integer>> numbers = new ArrayList<>();
  /** Of the slots as the callee's steps go on; made when nothing more is passed in. */
  private final List<Trace> traces = new ArrayList<>();
  private final IdentityHashMap<Taint, Taint> outside = new IdentityHashMap<>(FEW);
  private final Map<Integer, Thing> given = new HashMap<>();
  private final Deque<Integer> pending = new ArrayDeque<>();

  /** For the call under evaluation in {@code frame}, shown as {@code step}. */
  Mapping(Frame frame, Flow.Step step) {
    this.frame = frame;
    this.step = step;
  }

  // Into the callee

  /** {@code value} in the callee's terms. */
  Value in(Value value) {
    Value seen = frame.withFacts(value);
    return seen.mapped(taint -> slot(taint, seen.number()), this::refIn);
  }

  private Ref refIn(Ref ref) {
    if (!(ref instanceof Ref.Thing(int id))) {
      return ref;
    }
    int inside = idIn(id);
    return inside == id ? ref : new Ref.Thing(inside);
  }

  private Taint slot(Taint taint, int number) {
    Integer known = slotsByTaint.get(taint);
    if (known == null) {
      known = slots.size();
      slotsByTaint.put(taint, known);
      slots.add(taint);
      numbers.add(new ArrayList<>());
    } else if (taint.trace().length() < slots.get(known).trace().length()) {
      slots.set(known, taint);
    }
    if (number != 0 && !numbers.get(known).contains(number)) {
      numbers.get(known).add(number);
    }
    return frame.analysis().slots().of(known, taint.origin().label(), taint.cleared());
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
    }
    return known;
  }

  /** The object {@code id} of the callee as the caller has it, in the callee's terms. */
  Inquiry.Answer thing(int id) {
    int known = slots.size();
    if (id < State.GLOBAL) {
      Thing found = in(id < toCaller.size() ? frame.thing(toCaller.get(id)) : Frame.NO_THING);
      given.put(id, found);
      return new Inquiry.Answer(true, found, facts(known));
    }
    return frame.changed(id).map(this::in).map(found -> new Inquiry.Answer(true, found, facts(known)))
        .orElseGet(() -> new Inquiry.Answer(false, frame.analysis().global(id), Facts.NONE));
  }

  /** One member of an object of a module, as {@link #thing}. */
  Inquiry.Answer member(int id, int symbol) {
    int known = slots.size();
    Optional<Value> changed = frame.changedMember(id, symbol);
    Value found = changed.map(this::in).orElseGet(() -> frame.analysis().global(id).members().get(symbol, Value.NONE));
    Thing holder = found.isNone() ? Frame.NO_THING : Frame.NO_THING.with(symbol, found);
    return new Inquiry.Answer(changed.isPresent(), holder, facts(known));
  }

  private Thing in(Thing thing) {
    frame.analysis().spend(1);
    return thing.map((symbol, value) -> in(value));
  }

  /** The caller's facts on what the slots from {@code first} on stand for. */
  Facts facts(int first) {
    Facts facts = Facts.NONE;
    for (int i = first; i < slots.size(); i++) {
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
    Value mapped = value.mapped(this::actual, this::refOut);
    return value.test().isNone()
        ? mapped
        : mapped.tested(new Test(out(value.test().whenTrue()), out(value.test().whenFalse())));
  }

  private Ref refOut(Ref ref) {
    if (!(ref instanceof Ref.Thing(int id))) {
      return ref;
    }
    int place = idOut(id);
    return place == id ? ref : new Ref.Thing(place);
  }

  /** A label of the callee as the caller has it. */
  Taint actual(Taint taint) {
    if (!(taint.origin() instanceof Origin.Slot(int index, _)) || index >= slots.size()) {
      return taint;
    }
    Taint known = outside.get(taint);
    if (known != null) {
      return known;
    }
    Taint actual = slots.get(index);
    while (traces.size() <= index) {
      traces.add(slots.get(traces.size()).trace().then(step));
    }
    var found = new Taint(actual.origin(), Taint.joined(actual.path(), taint.path()),
        actual.cleared() | taint.cleared(), actual.exact() && taint.exact(),
        Math.min(Taint.MOST_HOPS, actual.hops() + taint.hops()), traces.get(index).then(taint.trace()));
    outside.put(taint, found);
    return found;
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
      if (State.isOfCallers(id)) {
        Thing before = given.getOrDefault(id, Frame.NO_THING);
        if (!thing.equals(before)) {
          int place = idOut(id);
          frame.state().setThing(place, changed(frame.thing(place), before, thing));
        }
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
    frame.analysis().spend(1);
    return thing.map((symbol, value) -> out(value));
  }

  /**
   * What the caller's object {@code original} is after the callee, which was given it as {@code before}, has left it as
   * {@code after}: what the callee did not touch stays the very same, with all that is known of it.
   */
  private Thing changed(Thing original, Thing before, Thing after) {
    if (!after.kind().equals(before.kind()) || before == Frame.NO_THING) {
      return out(after);
    }
    var members = new AtomicReference<>(original.members());
    IntMap.differences(after.members(), before.members(), (symbol, value) -> {
      if (!after.members().has(symbol)) {
        members.set(members.get().remove(symbol));
      }
    });
    IntMap.differences(before.members(), after.members(),
        (symbol, value) -> members.set(members.get().put(symbol, out(value))));
    Value rest = after.rest() == before.rest() ? original.rest() : out(after.rest());
    return after.isMany() == original.isMany()
        ? original.withMembers(members.get(), rest, after.length())
        : original.asMany().withMembers(members.get(), rest, after.length());
  }

  /** Facts of the callee about slots, as facts of the caller. */
  private Facts out(Facts facts) {
    if (facts.masks().isEmpty()) {
      return facts;
    }
    Facts[] mapped = {Facts.NONE};
    frame.forEachPath(facts, (name, mask) -> {
      if (!name.startsWith(SLOT)) {
        return;
      }
      int slash = name.indexOf('/');
      String path = slash < 0 ? "" : name.substring(slash);
      int index = Integer.parseInt(name, SLOT.length(), slash < 0 ? name.length() : slash, 10);
      if (index < slots.size()) {
        mapped[0] = mapped[0].and(out(index, path, mask));
      }
    });
    return mapped[0];
  }

  private Facts out(int slot, String path, long mask) {
    Facts mapped = Facts.NONE;
    Taint actual = slots.get(slot);
    if (actual.exact()) {
      mapped = mapped.plus(frame.pathKey(actual.origin(), Taint.joined(actual.path(), path)), mask);
    }
    if (path.isEmpty()) {
      for (int number : numbers.get(slot)) {
        mapped = mapped.plus(Facts.ofValue(number), mask);
      }
    }
    return mapped;
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

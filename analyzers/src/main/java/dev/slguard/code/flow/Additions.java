package dev.slguard.code.flow;

import dev.slguard.code.ir.Instruction;
import java.util.List;

/** Adds to lists, sets and dictionaries. */
final class Additions {
  private final Frame frame;
  private final Members members;
  private final Symbols symbols;

  Additions(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
    this.symbols = frame.analysis().symbols();
  }

  /** Appends {@code item} to every list or set that {@code target} may be. */
  void append(Value target, Value item) {
    boolean sure = target.refs().size() == 1 && !target.isOpen();
    for (Ref ref : target.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        if (thing.kind() instanceof Thing.Kind.Listing && thing.length() >= 0 && thing.length() < Members.MOST_MEMBERS
            && !thing.isMany() && sure) {
          frame.setThing(id,
              thing.with(symbols.of(Integer.toString(thing.length())), item).ofLength(thing.length() + 1));
        } else {
          frame.setThing(id, thing.withRest(item).ofLength(Thing.UNKNOWN_LENGTH));
        }
      }
    }
  }

  /** Appends every item of {@code items}. */
  void extend(Value target, Value items) {
    if (items.refs().size() == 1 && !items.isOpen() && items.refs().getFirst() instanceof Ref.Thing(int id)) {
      Thing from = frame.thing(id);
      if (from.kind() instanceof Thing.Kind.Listing && from.length() >= 0 && !from.isMany()) {
        for (int i = 0; i < from.length(); i++) {
          append(target, from.members().get(symbols.of(Integer.toString(i)), from.rest().or(Value.NOTHING)));
        }
        return;
      }
    }
    Value any = members.element(items, Instruction.ElementKind.VALUES);
    for (Ref ref : target.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        frame.setThing(id, frame.thing(id).withRest(any).ofLength(Thing.UNKNOWN_LENGTH));
      }
    }
  }

  /** Puts the entries of {@code from} into {@code target}. */
  void merge(Value target, Value from) {
    for (Ref ref : target.refs()) {
      if (ref instanceof Ref.Thing(int into)) {
        boolean sure = from.refs().size() == 1 && !from.isOpen();
        for (Ref source : from.refs()) {
          if (source instanceof Ref.Thing(int id)) {
            mergeThing(into, frame.thing(id), sure);
          }
        }
        if (from.isOpen() && !from.taints().isEmpty()) {
          overlay(into, Value.NONE, Value.tainted(from.taints()), true);
        }
      }
    }
  }

  private void mergeThing(int into, Thing from, boolean sure) {
    from.members().forEach((symbol, value) -> {
      if (symbol >= Symbols.RESERVED) {
        Thing thing = frame.thing(into);
        frame.setThing(into, thing.with(symbol, sure ? value : value.or(thing.members().get(symbol, Value.NONE))));
      }
    });
    if (!from.rest().isNone()) {
      overlay(into, from.members().has(Symbols.KEYS) ? from.unknownKeys() : Value.NONE, from.rest(),
          Members.opaque(from));
    }
  }

  /** Puts entries of unknown keys into the object {@code into}, where they may replace any known one. */
  private void overlay(int into, Value keys, Value values, boolean whole) {
    Thing known = frame.thing(into);
    Thing covered = known.map((symbol, value) -> symbol < Symbols.RESERVED || values.taints().isEmpty()
        ? value
        : value.or(whole
            ? Value.tainted(values.taints().map(taint -> taint.member(symbols.name(symbol))))
            : values.withRefs(List.of())));
    covered = keys.isNone() ? covered.withRest(values) : covered.withEntry(keys, values);
    frame.setThing(into, whole ? covered.ofLength(Thing.UNKNOWN_LENGTH) : covered);
  }
}

package dev.slguard.code.flow;

import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.EventFields;

/**
 * An object of the heap: its members by symbol, and what unknown members may be. Immutable. Equality is by content.
 */
@SuppressWarnings("ReferenceEquality") // a routine and a class are themselves, whatever they look like
final class Thing {
  /** What kind of object it is. */
  sealed interface Kind {
    /** A map or plain object. */
    record Dictionary() implements Kind {}

    /** A list, tuple, array. */
    record Listing() implements Kind {}

    /** A set. */
    record Collection() implements Kind {}

    /** A variable shared between routines. */
    record Cell() implements Kind {}

    /** A text that grows. */
    record Buffer() implements Kind {}

    /** An instance of a class of the project, which stands under {@link Symbols#CLASS}. */
    record Instance() implements Kind {}

    /** An instance of a library's type. */
    record Foreign(String path) implements Kind {}

    /** A function over captured cells, which stand under {@link Symbols#captured}. */
    record Closure(Routine routine, SourceModule module) implements Kind {
      @Override
      public boolean equals(Object other) {
        return other instanceof Closure that && isSame(that);
      }

      @Override
      public int hashCode() {
        return System.identityHashCode(routine);
      }

      private boolean isSame(Closure that) {
        return routine == that.routine;
      }
    }

    /** A class of the project; its bases stand under {@link Symbols#base}. */
    record ClassThing(ClassDefinition definition, SourceModule module) implements Kind {
      @Override
      public boolean equals(Object other) {
        return other instanceof ClassThing that && isSame(that);
      }

      @Override
      public int hashCode() {
        return System.identityHashCode(definition);
      }

      private boolean isSame(ClassThing that) {
        return definition == that.definition;
      }
    }

    /** The names of a module. */
    record Namespace(String path) implements Kind {}

    /** A method of a library's object taken as a value; the object stands under {@link Symbols#RECEIVER}. */
    record ForeignMethod(String name) implements Kind {}
  }

  /** {@link #length} of a list whose length is not known. */
  static final int UNKNOWN_LENGTH = -1;

  private final Kind kind;
  private final IntMap<Value> members;
  private final Value rest;
  private final int length;
  private final boolean many;
  private final int hash;

  private Thing(Kind kind, IntMap<Value> members, Value rest, int length, boolean many) {
    this.kind = kind;
    this.members = members;
    this.rest = rest;
    this.length = length;
    this.many = many;
    this.hash = Hashes.of(Hashes.of(kind.hashCode(), members.hashCode()),
        Hashes.of(rest.hashCode(), length * 2 + (many ? 1 : 0)));
  }

  static Thing of(Kind kind) {
    return new Thing(kind, IntMap.empty(), Value.NONE, 0, false);
  }

  Kind kind() {
    return kind;
  }

  IntMap<Value> members() {
    return members;
  }

  /** What stands under keys that are not known. */
  Value rest() {
    return rest;
  }

  /** Number of items of a list. */
  int length() {
    return length;
  }

  /** Whether it stands for several objects, so that a write must not replace. */
  boolean isMany() {
    return many;
  }

  Thing with(int symbol, Value value) {
    return new Thing(kind, members.put(symbol, many ? members.get(symbol, Value.NONE).or(value) : value), rest, length,
        many);
  }

  Thing without(int symbol) {
    return many ? this : new Thing(kind, members.remove(symbol), rest, length, many);
  }

  /** With {@code value} under keys of which nothing is known but where the value came from. */
  Thing withRest(Value value) {
    IntMap<Value> after = members.has(Symbols.KEYS)
        ? members.put(Symbols.KEYS, unknownKeys().or(keysBeside(value)))
        : members;
    return new Thing(kind, after, rest.or(value), length, many);
  }

  /** With {@code value} under the unknown key {@code key}. */
  Thing withEntry(Value key, Value value) {
    return new Thing(kind, members.put(Symbols.KEYS, unknownKeys().or(key)), rest.or(value), length, many);
  }

  /** What the keys are that are not known; {@link Value#NONE} if all are. */
  Value unknownKeys() {
    return members.get(Symbols.KEYS, keysBeside(rest));
  }

  private static Value keysBeside(Value values) {
    return values.isNone()
        ? Value.NONE
        : Value.tainted(values.taints().map(taint -> taint.member(EventFields.KEYS).derived()));
  }

  Thing withMembers(IntMap<Value> newMembers, Value newRest, int newLength) {
    return new Thing(kind, newMembers, newRest, newLength, many);
  }

  Thing ofLength(int newLength) {
    return new Thing(kind, members, rest, many ? UNKNOWN_LENGTH : newLength, many);
  }

  Thing ofKind(Kind newKind) {
    return new Thing(newKind, members, rest, length, many);
  }

  Thing asMany() {
    return many ? this : new Thing(kind, members, rest, length, true);
  }

  /** Every value changed. */
  Thing map(IntMap.Change<Value> change) {
    IntMap<Value> changed = members.map(change);
    Value changedRest = change.of(-1, rest);
    return changed == members && changedRest == rest ? this : new Thing(kind, changed, changedRest, length, many);
  }

  /** An object that is this or {@code other}. */
  Thing or(Thing other) {
    if (this == other || equals(other)) {
      return this;
    }
    boolean list = kind instanceof Kind.Listing;
    Value mineElse = rest.isNone() ? Value.NOTHING : rest.or(Value.NOTHING);
    IntMap<Value> both = IntMap.union(members, other.members, Value::or,
        (symbol, value) -> list || symbol < Symbols.RESERVED ? value : value.or(mineElse));
    if (both.has(Symbols.KEYS)) {
      both = both.put(Symbols.KEYS, unknownKeys().or(other.unknownKeys()));
    }
    return new Thing(kind, both, rest.or(other.rest), length == other.length ? length : UNKNOWN_LENGTH,
        many || other.many);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Thing that && hash == that.hash && length == that.length && many == that.many
        && kind.equals(that.kind) && rest.equals(that.rest) && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}

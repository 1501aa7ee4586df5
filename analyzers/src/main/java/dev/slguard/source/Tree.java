package dev.slguard.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;

/**
 * A YAML or JSON document with the place of every node. Both formats give the same tree: a CloudFormation short tag
 * ({@code !Sub x}) is already the mapping that its long form would be ({@code {"Fn::Sub": x}}), aliases and merge keys
 * are resolved, the last of duplicate keys has won. Depth and size are bounded by the reader, so recursion is safe.
 */
public sealed interface Tree {
  /** What the author wrote. */
  Span at();

  /**
   * A text, number, truth value or null.
   *
   * @param text as written: {@code 010}, {@code yes} and {@code 2012-10-17} stay what they are; empty for null
   */
  record Scalar(String text, Kind kind, Span at) implements Tree {
    /** A scalar as text, whatever its kind. */
    public static Scalar text(String text, Span at) {
      return new Scalar(text, Kind.TEXT, at);
    }
  }

  /** A list. */
  record Sequence(List<Tree> items, Span at) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** An object, entries in the order written. */
  record Mapping(SequencedMap<String, Entry> entries, Span at) implements Tree {
    public Mapping {
      entries = FixedMap.copyOf(entries);
    }

    /** The value under {@code key}; empty if there is none. */
    public Optional<Tree> get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? Optional.empty() : Optional.of(entry.value());
    }

    /** The mapping under {@code key}; empty if there is none or it is something else. */
    public Optional<Mapping> mapping(String key) {
      Entry entry = entries.get(key);
      return entry != null && entry.value() instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** The text of the scalar under {@code key}; empty if there is none, it is null or something else. */
    public Optional<String> text(String key) {
      Entry entry = entries.get(key);
      return entry != null && entry.value() instanceof Scalar scalar && scalar.kind() != Kind.NULL
          ? Optional.of(scalar.text())
          : Optional.empty();
    }

    /** Whether an entry {@code key} was written, whatever its value. */
    public boolean has(String key) {
      return entries.containsKey(key);
    }

    /** The place of the key {@code key}, else that of the whole mapping. */
    public Span keyAt(String key) {
      Entry entry = entries.get(key);
      return entry == null ? at : entry.keyAt();
    }

    /** The same keys, each with what {@code change} makes of it and its value; this mapping itself if all values stay. */
    @SuppressWarnings("ReferenceEquality")
    public Mapping changed(BiFunction<String, Tree, Tree> change) {
      FixedMap<Entry> before = FixedMap.copyOf(entries);
      FixedMap<Entry> after = before.changed((key, entry) -> {
        Tree value = change.apply(key, entry.value());
        return value == entry.value() ? entry : new Entry(entry.keyAt(), value);
      });
      return after == before ? this : new Mapping(after, at);
    }

    /** The only entry, as an intrinsic function has it; empty if there are none or several. */
    public Optional<Map.Entry<String, Entry>> single() {
      return entries.size() == 1 ? Optional.of(entries.firstEntry()) : Optional.empty();
    }
  }

  /** One key with its value. */
  record Entry(Span keyAt, Tree value) {}

  /** What a scalar is by its spelling, following JSON (YAML plain scalars likewise; {@code yes} and {@code 010} are text). */
  enum Kind {
    TEXT, NUMBER, BOOLEAN, NULL
  }

  /** An empty mapping at {@code at}. */
  static Mapping emptyMapping(Span at) {
    return new Mapping(FixedMap.empty(), at);
  }
}

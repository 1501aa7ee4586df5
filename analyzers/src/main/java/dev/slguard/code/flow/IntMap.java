package dev.slguard.code.flow;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An immutable map from non-negative ints, iterated in key order. Maps made from one another share what is equal, and
 * joining two skips what they share (Okasaki and Gill 1998, "Fast Mergeable Integer Maps").
 */
@SuppressWarnings("ReferenceEquality") // sharing is what makes joins cheap
sealed interface IntMap<V> {

  /** No entries. */
  record Empty<V>() implements IntMap<V> {}

  /** One entry. */
  record Leaf<V>(int key, V value) implements IntMap<V> {
    @Override
    public int hashCode() {
      return Hashes.of(key, value.hashCode());
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Leaf<?> that && key == that.key && value.equals(that.value);
    }
  }

  /** Keys that agree with {@code prefix} above {@code bit}; those with the bit clear are on the left. */
  final class Branch<V> implements IntMap<V> {
    private final int prefix;
    private final int bit;
    private final IntMap<V> left;
    private final IntMap<V> right;
    private final int hash;

    private Branch(int prefix, int bit, IntMap<V> left, IntMap<V> right) {
      this.prefix = prefix;
      this.bit = bit;
      this.left = left;
      this.right = right;
      this.hash = Hashes.of(left.hashCode(), right.hashCode());
    }

    private boolean covers(int key) {
      return (key & -(bit << 1)) == prefix;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Branch<?> that && hash == that.hash && prefix == that.prefix
          && bit == that.bit && left.equals(that.left) && right.equals(that.right);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** How two values under one key become one. */
  interface Join<V> {
    V of(V left, V right);
  }

  /** Reads one entry. */
  interface Reader<V> {
    void read(int key, V value);
  }

  /** What becomes of a value. */
  interface Change<V> {
    V of(int key, V value);

    /** Whether values under keys from {@code lowest} to {@code highest} may become something else. */
    default boolean concerns(int lowest, int highest) {
      return true;
    }
  }

  /** No change. */
  static <V> Change<V> none() {
    return new Change<>() {
      @Override
      public V of(int key, V value) {
        return value;
      }

      @Override
      public boolean concerns(int lowest, int highest) {
        return false;
      }
    };
  }

  /** The empty map. */
  static <V> IntMap<V> empty() {
    return new Empty<>();
  }

  /** The value under {@code key}, else {@code other}. */
  default V get(int key, V other) {
    IntMap<V> at = this;
    while (at instanceof Branch<V> branch) {
      at = (key & branch.bit) == 0 ? branch.left : branch.right;
    }
    return at instanceof Leaf<V>(int found, V value) && found == key ? value : other;
  }

  /** Whether there is an entry {@code key}. */
  default boolean has(int key) {
    IntMap<V> at = this;
    while (at instanceof Branch<V> branch) {
      at = (key & branch.bit) == 0 ? branch.left : branch.right;
    }
    return at instanceof Leaf<V> leaf && leaf.key == key;
  }

  /** This map with {@code value} under {@code key}. */
  default IntMap<V> put(int key, V value) {
    return switch (this) {
      case Empty<V> _ -> new Leaf<>(key, value);
      case Leaf<V> leaf -> leaf.key == key
          ? (leaf.value == value ? this : new Leaf<>(key, value))
          : link(key, new Leaf<>(key, value), leaf.key, leaf);
      case Branch<V> branch -> {
        if (!branch.covers(key)) {
          yield link(key, new Leaf<>(key, value), branch.prefix, branch);
        }
        yield (key & branch.bit) == 0
            ? branched(branch, branch.left.put(key, value), branch.right)
            : branched(branch, branch.left, branch.right.put(key, value));
      }
    };
  }

  /** This map without {@code key}. */
  default IntMap<V> remove(int key) {
    return switch (this) {
      case Empty<V> _ -> this;
      case Leaf<V> leaf -> leaf.key == key ? empty() : this;
      case Branch<V> branch -> {
        if (!branch.covers(key)) {
          yield this;
        }
        yield (key & branch.bit) == 0
            ? branched(branch, branch.left.remove(key), branch.right)
            : branched(branch, branch.left, branch.right.remove(key));
      }
    };
  }

  private static <V> IntMap<V> branched(Branch<V> old, IntMap<V> left, IntMap<V> right) {
    if (left == old.left && right == old.right) {
      return old;
    } else if (left instanceof Empty<V>) {
      return right;
    } else if (right instanceof Empty<V>) {
      return left;
    }
    return new Branch<>(old.prefix, old.bit, left, right);
  }

  private static <V> IntMap<V> link(int key, IntMap<V> map, int otherKey, IntMap<V> other) {
    int bit = Integer.highestOneBit(key ^ otherKey);
    int prefix = key & -(bit << 1);
    return (key & bit) == 0 ? new Branch<>(prefix, bit, map, other) : new Branch<>(prefix, bit, other, map);
  }

  /** Entries of both; where both have one, {@code join} of them. Entries of one side only become {@code single} of them. */
  static <V> IntMap<V> union(IntMap<V> a, IntMap<V> b, Join<V> join, Change<V> single) {
    if (a == b) {
      return a;
    }
    return switch (a) {
      case Empty<V> _ -> b.map(single);
      case Leaf<V>(int key, V value) -> b.joinInto(key, value, join, single, true);
      case Branch<V> left -> switch (b) {
        case Empty<V> _ -> a.map(single);
        case Leaf<V>(int key, V value) -> a.joinInto(key, value, join, single, false);
        case Branch<V> right -> unionOfBranches(left, right, join, single);
      };
    };
  }

  private static <V> IntMap<V> unionOfBranches(Branch<V> a, Branch<V> b, Join<V> join, Change<V> single) {
    if (a.bit == b.bit && a.prefix == b.prefix) {
      return branched(a, union(a.left, b.left, join, single), union(a.right, b.right, join, single));
    } else if (Integer.compareUnsigned(a.bit, b.bit) > 0 && a.covers(b.prefix)) {
      return (b.prefix & a.bit) == 0
          ? branched(a, union(a.left, b, join, single), a.right.map(single))
          : branched(a, a.left.map(single), union(a.right, b, join, single));
    } else if (Integer.compareUnsigned(b.bit, a.bit) > 0 && b.covers(a.prefix)) {
      return (a.prefix & b.bit) == 0
          ? branched(b, union(a, b.left, join, single), b.right.map(single))
          : branched(b, b.left.map(single), union(a, b.right, join, single));
    }
    return link(a.prefix, a.map(single), b.prefix, b.map(single));
  }

  /** The entry put where it belongs, entries on other branches changed. */
  private IntMap<V> joinInto(int key, V value, Join<V> join, Change<V> single, boolean valueIsLeft) {
    return switch (this) {
      case Empty<V> _ -> new Leaf<>(key, single.of(key, value));
      case Leaf<V> leaf -> {
        if (leaf.key != key) {
          yield link(key, new Leaf<>(key, single.of(key, value)), leaf.key, leaf.map(single));
        }
        V both = leaf.value == value ? value : valueIsLeft ? join.of(value, leaf.value) : join.of(leaf.value, value);
        yield both == leaf.value ? this : new Leaf<>(key, both);
      }
      case Branch<V> branch -> {
        if (!branch.covers(key)) {
          yield link(key, new Leaf<>(key, single.of(key, value)), branch.prefix, branch.map(single));
        }
        yield (key & branch.bit) == 0
            ? branched(branch, branch.left.joinInto(key, value, join, single, valueIsLeft), branch.right.map(single))
            : branched(branch, branch.left.map(single), branch.right.joinInto(key, value, join, single, valueIsLeft));
      }
    };
  }

  /** Each value changed; shares what stays the same. */
  default IntMap<V> map(Change<V> change) {
    return switch (this) {
      case Empty<V> _ -> this;
      case Leaf<V>(int key, V value) -> {
        V changed = change.of(key, value);
        yield changed == value ? this : new Leaf<>(key, changed);
      }
      case Branch<V> branch -> change.concerns(branch.prefix, branch.prefix + ((branch.bit << 1) - 1))
          ? branched(branch, branch.left.map(change), branch.right.map(change))
          : this;
    };
  }

  /** Entries whose key is in both, values joined. */
  static <V> IntMap<V> intersection(IntMap<V> a, IntMap<V> b, Join<V> join) {
    if (a == b) {
      return a;
    }
    var result = new AtomicReference<IntMap<V>>(empty());
    a.forEach((key, value) -> {
      if (b.has(key)) {
        result.set(result.get().put(key, join.of(value, Objects.requireNonNull(b.get(key, value)))));
      }
    });
    return result.get();
  }

  /** Reads the entries of {@code after} that are not those of {@code before}, and skips what the two share. */
  static <V> void differences(IntMap<V> before, IntMap<V> after, Reader<V> reader) {
    if (before == after) {
      return;
    }
    switch (after) {
      case Empty<V> _ -> {
      }
      case Leaf<V>(int key, V value) -> {
        if (!before.has(key) || before.get(key, value) != value) {
          reader.read(key, value);
        }
      }
      case Branch<V> branch -> {
        IntMap<V> left = before;
        IntMap<V> right = before;
        if (before instanceof Branch<V> other && other.bit == branch.bit && other.prefix == branch.prefix) {
          left = other.left;
          right = other.right;
        }
        differences(left, branch.left, reader);
        differences(right, branch.right, reader);
      }
    }
  }

  /** Reads all entries in key order. */
  default void forEach(Reader<V> reader) {
    switch (this) {
      case Empty<V> _ -> {
      }
      case Leaf<V>(int key, V value) -> reader.read(key, value);
      case Branch<V> branch -> {
        branch.left.forEach(reader);
        branch.right.forEach(reader);
      }
    }
  }

  /** Whether there are no entries. */
  default boolean isEmpty() {
    return this instanceof Empty<V>;
  }

  /** Number of entries; takes time. */
  default int size() {
    return switch (this) {
      case Empty<V> _ -> 0;
      case Leaf<V> _ -> 1;
      case Branch<V> branch -> branch.left.size() + branch.right.size();
    };
  }
}

package dev.slguard.code.flow;

/**
 * What is known on a path: of what categories a value is cleared there. Keys are {@link #ofValue} or {@link #ofPath};
 * values are masks.
 */
record Facts(IntMap<Long> masks, boolean never) {
  static final Facts NONE = new Facts(IntMap.empty(), false);
  /** Of what cannot be: says everything, and nothing where something else may be as well. */
  static final Facts NEVER = new Facts(IntMap.empty(), true);

  /** The key of the value that carries {@code number}. */
  static int ofValue(int number) {
    return number << 1;
  }

  /** The key of the origin and path that {@code symbol} spells. */
  static int ofPath(int symbol) {
    return symbol << 1 | 1;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Facts that && never == that.never && masks.equals(that.masks);
  }

  @Override
  public int hashCode() {
    return Hashes.of(masks.hashCode(), never ? 1 : 0);
  }

  boolean isNone() {
    return masks.isEmpty() && !never;
  }

  long of(int key) {
    return masks.get(key, 0L);
  }

  Facts plus(int key, long mask) {
    long known = of(key);
    return (known & mask) == mask ? this : new Facts(masks.put(key, known | mask), never);
  }

  Facts minus(int key) {
    return masks.has(key) ? new Facts(masks.remove(key), never) : this;
  }

  /** What is known if both hold. */
  Facts and(Facts other) {
    if (other.isNone()) {
      return this;
    } else if (isNone()) {
      return other;
    }
    return new Facts(IntMap.union(masks, other.masks, (a, b) -> a | b, IntMap.none()), never || other.never);
  }

  /** What is known if either holds. */
  Facts or(Facts other) {
    if (never || other.never) {
      return never ? other : this;
    } else if (masks.isEmpty() || other.masks.isEmpty()) {
      return NONE;
    }
    return new Facts(IntMap.intersection(masks, other.masks, (a, b) -> a & b), false);
  }
}

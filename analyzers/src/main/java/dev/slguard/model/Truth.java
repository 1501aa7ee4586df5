package dev.slguard.model;

/** Truth with a third case: what only deployment decides (Kleene's strong logic). */
public enum Truth {
  FALSE, UNKNOWN, TRUE;

  /** TRUE or FALSE. */
  public static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  /** The lesser of both: FALSE wins over UNKNOWN. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The greater of both: TRUE wins over UNKNOWN. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** TRUE and FALSE swapped, UNKNOWN stays. */
  public Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Whether this is TRUE for certain. */
  public boolean isTrue() {
    return this == TRUE;
  }

  /** Whether this is FALSE for certain. */
  public boolean isFalse() {
    return this == FALSE;
  }
}

package dev.slguard.code.library;

/** A grade of weight or confidence. */
public enum Level {
  HIGH, MEDIUM, LOW;

  /** One grade lower, LOW at least. */
  public Level lower() {
    return this == HIGH ? MEDIUM : LOW;
  }

  /** The lower of both. */
  public Level and(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

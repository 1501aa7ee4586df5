package dev.slguard.iam.sets;

import java.util.Optional;

/** How much work searches that belong together may still do. Not thread-safe. */
public final class Effort {
  /** What one search may cost by itself: some tenths of a second. */
  private static final long ONE_SEARCH = 40_000_000;

  private final Optional<Effort> whole;
  private long left;

  private Effort(Optional<Effort> whole, long steps) {
    this.whole = whole;
    this.left = steps;
  }

  /** As much as {@code steps}: one is a position of one pattern that is followed by one letter, some nanoseconds. */
  public static Effort of(long steps) {
    return new Effort(Optional.empty(), steps);
  }

  /** Enough for one search. */
  public static Effort ofOneSearch() {
    return of(ONE_SEARCH);
  }

  /** At most {@code steps} of this. */
  public Effort part(long steps) {
    return new Effort(Optional.of(this), steps);
  }

  /** Spends {@code steps}; false if there were less. */
  public boolean spend(long steps) {
    left = Math.max(-1, left - steps);
    return whole.map(one -> one.spend(steps)).orElse(true) && left >= 0;
  }
}

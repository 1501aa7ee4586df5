package dev.slguard.code.flow;

/**
 * One label on a value.
 *
 * <p>Two are equal if they say the same of the same origin; the trace and the number of unknown calls are remarks.
 */
@SuppressWarnings("ReferenceEquality") // a label is itself until another is made of it
final class Taint implements Comparable<Taint> {
  private static final int LONGEST_PATH = 6;
  /** Unknown calls beyond this many are not counted. */
  static final int MOST_HOPS = 3;

  private final Origin origin;
  private final String path;
  private final long cleared;
  private final boolean exact;
  private final int hops;
  private final Trace trace;
  private int hash;
  /** What {@link #derived} gives, made when first asked for; itself until then. */
  private Taint made;

  /**
   * A label.
   *
   * @param path members read since the origin, each after a slash; {@code *} is any element
   * @param cleared bits of the categories it no longer counts for, and of tags
   * @param exact whether the value is just what stood there, not something made from it
   * @param hops calls of unknown libraries on the way
   */
  Taint(Origin origin, String path, long cleared, boolean exact, int hops, Trace trace) {
    this.origin = origin;
    this.path = path;
    this.cleared = cleared;
    this.exact = exact;
    this.hops = hops;
    this.trace = trace;
    this.made = this;
  }

  /** A fresh label. */
  static Taint at(Origin origin, Trace trace) {
    return new Taint(origin, "", 0, true, 0, trace);
  }

  Origin origin() {
    return origin;
  }

  String path() {
    return path;
  }

  long cleared() {
    return cleared;
  }

  boolean exact() {
    return exact;
  }

  int hops() {
    return hops;
  }

  Trace trace() {
    return trace;
  }

  /** The label on the member {@code key}. */
  Taint member(String key) {
    return new Taint(origin, joined(path, '/' + key), cleared, exact, hops, trace);
  }

  /** The label on the member {@code key}, read from a value that is known by its labels only. */
  Taint read(String key, dev.slguard.source.Span at) {
    Taint member = member(key);
    boolean first = trace.step().isEmpty();
    boolean again = !first && trace.step().get().kind() == dev.slguard.code.Flow.Step.Kind.SOURCE;
    if (origin instanceof Origin.Point || !exact || !first && !again) {
      return member;
    }
    Trace before = again ? trace.before() : trace;
    return member.with(before.then(new dev.slguard.code.Flow.Step(dev.slguard.code.Flow.Step.Kind.SOURCE, at, key)));
  }

  /** Both paths, bounded. */
  static String joined(String path, String rest) {
    if (rest.isEmpty() || path.isEmpty()) {
      return rest.isEmpty() ? path : rest;
    }
    String both = path + rest;
    int at = -1;
    for (int i = 0; i < LONGEST_PATH; i++) {
      at = both.indexOf('/', at + 1);
      if (at < 0) {
        return both;
      }
    }
    int end = both.indexOf('/', at + 1);
    return end < 0 ? both : both.substring(0, end);
  }

  /** Cleared of {@code mask} as well. */
  Taint clear(long mask) {
    return (cleared & mask) == mask ? this : new Taint(origin, path, cleared | mask, exact, hops, trace);
  }

  /** Without the tags in {@code mask}. */
  Taint unclear(long mask) {
    return (cleared & mask) == 0 ? this : new Taint(origin, path, cleared & ~mask, exact, hops, trace);
  }

  /** On something made from the value. */
  Taint derived() {
    if (exact && made == this) {
      made = new Taint(origin, path, cleared, false, hops, trace);
    }
    return made;
  }

  /** After one unknown call. */
  Taint hop() {
    return hops >= MOST_HOPS && !exact
        ? this
        : new Taint(origin, path, cleared, false, Math.min(MOST_HOPS, hops + 1), trace);
  }

  /** A secret or an error text remembers where a routine answers with it: there it leaves, if it does. */
  Taint left(dev.slguard.source.Span at, String routine) {
    boolean leaves = origin.label() == dev.slguard.code.library.Label.EXCEPTION
        || origin.label() == dev.slguard.code.library.Label.SECRET;
    var step = new dev.slguard.code.Flow.Step(dev.slguard.code.Flow.Step.Kind.RETURN, at, routine);
    return leaves ? with(trace.then(step)) : this;
  }

  Taint with(Trace longer) {
    return new Taint(origin, path, cleared, exact, hops, longer);
  }

  /** The label on a value that may be either; both have one origin and path. */
  Taint or(Taint other) {
    long both = cleared & other.cleared;
    // The way that harms is the one that is less cleared.
    boolean first = cleared == other.cleared
        ? hops < other.hops || hops == other.hops && trace.length() <= other.trace.length()
        : cleared == both || other.cleared != both
            && (hops < other.hops || hops == other.hops && trace.length() <= other.trace.length());
    Taint best = first ? this : other;
    if (best.cleared == both && (best.exact == (exact && other.exact))) {
      return best;
    }
    return new Taint(origin, path, both, exact && other.exact, best.hops, best.trace);
  }

  boolean sameSource(Taint other) {
    return path.equals(other.path) && origin.equals(other.origin);
  }

  @Override
  public int compareTo(Taint other) {
    int byOrigin = origin.compareTo(other.origin);
    return byOrigin != 0 ? byOrigin : path.compareTo(other.path);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Taint that && cleared == that.cleared && exact == that.exact
        && path.equals(that.path) && origin.equals(that.origin);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = (origin.hashCode() * 31 + path.hashCode()) * 31 + Long.hashCode(cleared);
    }
    return hash;
  }

  @Override
  public String toString() {
    return origin + path;
  }
}

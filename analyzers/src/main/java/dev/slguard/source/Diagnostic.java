package dev.slguard.source;

/**
 * Expected trouble with the input: where, what was read, what was expected and what happens now, in one line.
 *
 * @param level how much of the input was lost
 * @param at the place; the start of the file where no narrower one is known
 * @param message one sentence without line breaks; input stands in single quotes
 */
public record Diagnostic(Level level, Span at, String message) implements Comparable<Diagnostic> {

  /** How much of the input was lost. */
  public enum Level {
    /** Worth knowing; nothing was lost. */
    NOTE,
    /** Read and understood, but something in it is doubtful (a duplicate key, a missing Transform line). */
    WARNING,
    /** Recognised and not fully analysed: the scan ends with exit code 3 unless that is allowed. */
    ERROR
  }

  /** A diagnostic of level {@link Level#NOTE}. */
  public static Diagnostic note(Span at, String message) {
    return new Diagnostic(Level.NOTE, at, message);
  }

  /** A diagnostic of level {@link Level#WARNING}. */
  public static Diagnostic warning(Span at, String message) {
    return new Diagnostic(Level.WARNING, at, message);
  }

  /** A diagnostic of level {@link Level#ERROR}. */
  public static Diagnostic error(Span at, String message) {
    return new Diagnostic(Level.ERROR, at, message);
  }

  @Override
  public int compareTo(Diagnostic other) {
    int order = at.compareTo(other.at);
    order = order != 0 ? order : level.compareTo(other.level);
    return order != 0 ? order : message.compareTo(other.message);
  }
}

package dev.slguard.source;

import java.util.Optional;

/**
 * Question marks inside plain scalars of flow collections, as in {@code {rate: cron(0 12 * * ? *)}}: YAML 1.2 allows them,
 * and what reads serverless.yml takes them, but SnakeYAML sees a key begin. They are hidden behind a character of private
 * use while it reads.
 */
final class PlainQuestions {
  private static final char STAND_IN = '\uE03F';

  private PlainQuestions() {}

  /** {@code text} with such marks hidden, where the one at {@code offset} has stopped the reader; empty if none did. */
  static Optional<String> hidden(String text, int offset) {
    if (offset >= text.length() || text.charAt(offset) != '?' || text.indexOf(STAND_IN) >= 0) {
      return Optional.empty();
    }
    var changed = new StringBuilder(text);
    for (int at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
      if (continues(text, at)) {
        changed.setCharAt(at, STAND_IN);
      }
    }
    return changed.charAt(offset) == STAND_IN ? Optional.of(changed.toString()) : Optional.empty();
  }

  /** Whether what stands before {@code at} on its line has begun a scalar. */
  private static boolean continues(String text, int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before >= 0 && "\n\r{[,:-?".indexOf(text.charAt(before)) < 0;
  }

  static String shown(String value) {
    return value.replace(STAND_IN, '?');
  }
}

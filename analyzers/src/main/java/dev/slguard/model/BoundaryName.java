package dev.slguard.model;

import java.util.Locale;

/** How a policy is named that grants nothing and only bounds what others grant: nothing in its document tells. */
public final class BoundaryName {
  private static final String WORD = "boundary";

  private BoundaryName() {}

  /** Whether a word of {@code name} is, or ends with, boundary: {@code DeveloperBoundary}, {@code app-boundary-v2}. */
  public static boolean is(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(WORD); at >= 0; at = lower.indexOf(WORD, at + 1)) {
      int end = at + WORD.length();
      if (end == lower.length() || lower.charAt(end) < 'a' || lower.charAt(end) > 'z') {
        return true;
      }
    }
    return false;
  }
}

package dev.slguard.iam.policy;

import java.util.Locale;

/** How entries of Action and NotAction match (IAM User Guide, elements_action): {@code *} or {@code service:name}. */
public final class ActionPattern {
  private ActionPattern() {}

  /** The entry made ready for matching against actions in lower case; one that is malformed matches nothing. */
  public static Glob glob(TextPattern pattern) {
    if (pattern.isAny()) {
      return Glob.EVERYTHING;
    }
    return pattern.hasHole() || isWellFormed(pattern.text()) ? Glob.of(pattern, true) : Glob.NOTHING;
  }

  /** An action that is asked for: {@code s3:GetObject}. */
  public static Glob action(String action) {
    return Glob.ignoringCase(action);
  }

  /** Whether {@code text} is a service without wildcards and a name, without white space or commas. */
  public static boolean isWellFormed(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1 || text.indexOf(':', colon + 1) >= 0) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wildcard = c == '*' || c == '?';
      if (c == ',' || Character.isWhitespace(c) || wildcard && i < colon) {
        return false;
      }
    }
    return true;
  }

  /** The service of an action or pattern, in lower case; empty text for {@code *} and what is malformed. */
  public static String service(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** The name behind the service, as written. */
  public static String name(String text) {
    return text.substring(text.indexOf(':') + 1);
  }
}

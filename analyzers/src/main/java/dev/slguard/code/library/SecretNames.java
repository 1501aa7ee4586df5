package dev.slguard.code.library;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fields and variables whose name says that they hold a secret.
 *
 * @param parts words in the name, lower case, without separators
 * @param exceptEndings endings that make it harmless: a name, an identifier
 * @param of what has such a name
 * @param harmless members of a secret that are none: the user's name, the host
 */
public record SecretNames(List<String> parts, List<String> exceptEndings, Of of, Set<String> harmless) {
  /** What has a name. */
  public enum Of {
    FIELDS, ENVIRONMENT,
    /** Texts written in code. */
    LITERALS,
    /** Fields by which callers prove who they are. */
    CREDENTIALS,
    /** Values that nobody may guess. */
    UNGUESSABLE,
    /** Errors, of which only the harmless members are stated. */
    ERRORS
  }

  /** A shorter part must be a word of its own: {@code ssn} is none in {@code businessNumber}. */
  private static final int LONG_PART = 5;
  /** What a secret's name goes on with where words are written together. */
  private static final Set<String> GLUED = Set.of("s", "key", "keys", "value", "values", "string", "text");

  public SecretNames {
    harmless = Set.copyOf(harmless);
    parts = List.copyOf(parts);
    exceptEndings = List.copyOf(exceptEndings);
  }

  /** Whether {@code name} is that of a secret. */
  boolean holds(String name) {
    var plain = new StringBuilder();
    var starts = new BitSet();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetter(c)) {
        starts.set(plain.length());
        if (Character.isDigit(c)) {
          plain.append(c);
          starts.set(plain.length());
        }
      } else {
        boolean rises = Character.isUpperCase(c) && i > 0 && (Character.isLowerCase(name.charAt(i - 1))
            || i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
        if (rises) {
          starts.set(plain.length());
        }
        plain.append(Character.toLowerCase(c));
      }
    }
    starts.set(0);
    starts.set(plain.length());
    String all = plain.toString();
    return exceptEndings.stream().noneMatch(all::endsWith) && parts.stream().anyMatch(part -> holds(all, starts, part));
  }

  private static boolean holds(String name, BitSet starts, String part) {
    for (int at = name.indexOf(part); at >= 0; at = name.indexOf(part, at + 1)) {
      int end = at + part.length();
      String rest = name.substring(end, starts.nextSetBit(end));
      boolean ends = rest.isEmpty() || GLUED.contains(rest);
      if (ends && (starts.get(at) || part.length() >= LONG_PART)) {
        return true;
      }
    }
    return false;
  }

  /** {@code name} without separators, in lower case. */
  static String plain(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }
}

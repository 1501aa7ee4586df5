package dev.slguard.code.flow;

import java.util.Optional;

/** What every text begins with that a regular expression lets through, judged by its text. */
final class PatternStarts {
  /** Stands for characters that are not known, but neither end a host nor begin one. */
  private static final char SOME = 'x';
  private static final String OF_ADDRESSES = "/\\@:?#";

  private final String pattern;
  private final StringBuilder start = new StringBuilder();
  private int at = 1;

  private PatternStarts(String pattern) {
    this.pattern = pattern;
  }

  /** The beginning that {@code value}, a regular expression, asks for; empty if it may match anywhere in a text. */
  static Optional<String> of(Value value) {
    Optional<String> found = Patterns.text(value);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int slash = found.get().lastIndexOf('/');
    String text = found.get().substring(0, slash);
    boolean once = found.get().indexOf('m', slash) < 0 && found.get().indexOf('g', slash) < 0;
    return once && text.startsWith("^") && !Patterns.hasTopLevelAlternative(text)
        ? Optional.of(new PatternStarts(text).read())
        : Optional.empty();
  }

  private String read() {
    boolean known = true;
    while (known && at < pattern.length()) {
      int end = Patterns.behindAtom(pattern, at);
      boolean mayLack = end < pattern.length() && "*?".indexOf(pattern.charAt(end)) >= 0
          || pattern.startsWith("{0", end);
      String atom = pattern.substring(at, Math.min(end, pattern.length()));
      known = isLiteral(atom) ? literal(atom, mayLack) : other(atom, mayLack);
      at = end;
      while (at < pattern.length() && "*+?".indexOf(pattern.charAt(at)) >= 0) {
        at++;
      }
      if (at < pattern.length() && pattern.charAt(at) == '{') {
        int close = pattern.indexOf('}', at);
        at = close < 0 ? pattern.length() : close + 1;
      }
    }
    return start.toString();
  }

  private static boolean isLiteral(String atom) {
    return atom.length() == 1
        ? "^$.|?*+()[]{}".indexOf(atom.charAt(0)) < 0
        : atom.length() == 2 && atom.charAt(0) == '\\' && !Character.isLetterOrDigit(atom.charAt(1));
  }

  private boolean literal(String atom, boolean mayLack) {
    char c = atom.charAt(atom.length() - 1);
    if (!mayLack) {
      start.append(c);
    }
    return !mayLack || OF_ADDRESSES.indexOf(c) < 0;
  }

  /** A class, a group or a look ahead; false if what follows is no longer at a known place. */
  private boolean other(String atom, boolean mayLack) {
    boolean root = start.length() == 1 && start.charAt(0) == '/';
    if (atom.startsWith("(?!")) {
      // No second slash: what follows is a path on the same host.
      if (root && atom.contains("/")) {
        start.append(SOME);
      }
      return !root;
    }
    if (!mayLack && isEndOfHost(atom)) {
      start.append('/');
      return true;
    }
    String harmful = Patterns.harmfulCharacters(atom);
    boolean plain = atom.startsWith("[") || atom.startsWith("(") && !atom.startsWith("(?=") || atom.startsWith("\\");
    if (!plain || mayLack && root
        || harmful.chars().anyMatch(c -> OF_ADDRESSES.indexOf(c) >= 0 && !isNegatedPath(atom, c))) {
      return false;
    }
    start.append(SOME);
    return !root;
  }

  /** Whether all that matches ends a host: a slash, a question mark, a hash, or the end of the text. */
  private static boolean isEndOfHost(String atom) {
    String inside = atom.startsWith("[") && !atom.startsWith("[^")
        ? atom.substring(1, Math.max(1, atom.length() - 1))
        : atom.replaceFirst("^\\((\\?[:=])?", "").replace(")", "").replace("|", "");
    String characters = inside.replace("\\", "");
    return (atom.startsWith("[") || atom.startsWith("(")) && !characters.isEmpty()
        && characters.chars().allMatch(c -> "/?#$".indexOf(c) >= 0);
  }

  /** A class of all but slashes, right behind the first one: what follows cannot be a host. */
  private boolean isNegatedPath(String atom, int c) {
    return start.length() == 1 && atom.startsWith("[^") && atom.contains("/") && (c != '\\' || atom.contains("\\\\"));
  }
}

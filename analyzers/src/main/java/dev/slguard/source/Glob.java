package dev.slguard.source;

/**
 * A path pattern as in {@code .gitignore}: {@code *} and {@code ?} within a name, {@code **} over folders, {@code [a-z]}.
 * Matching costs at most pattern length times path length.
 */
public final class Glob {
  private final String pattern;

  /** A pattern over whole paths with {@code /} between their parts. */
  public Glob(String pattern) {
    this.pattern = pattern;
  }

  /** Whether {@code path} as a whole fits. */
  public boolean matches(String path) {
    boolean[] now = new boolean[path.length() + 1];
    now[0] = true;
    int at = 0;
    while (at < pattern.length()) {
      boolean[] next = new boolean[path.length() + 1];
      char c = pattern.charAt(at);
      int length = 1;
      if (c == '*') {
        boolean folders = at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
        length = folders ? 2 : 1;
        boolean slash = folders && at + 2 < pattern.length() && pattern.charAt(at + 2) == '/';
        length += slash ? 1 : 0;
        star(path, now, next, folders, slash);
      } else {
        length = one(path, now, next, at);
      }
      now = next;
      at += length;
    }
    return now[path.length()];
  }

  /** {@code *}, {@code **}, or {@code **}{@code /}, which also stands for no folder at all but ends at a slash. */
  private static void star(String path, boolean[] now, boolean[] next, boolean folders, boolean slash) {
    boolean open = false;
    for (int i = 0; i <= path.length(); i++) {
      open |= now[i];
      next[i] = slash ? now[i] || open && i > 0 && path.charAt(i - 1) == '/' : open;
      if (!folders && i < path.length() && path.charAt(i) == '/') {
        open = false;
      }
    }
  }

  /** One pattern element that takes one character; its length in the pattern. */
  private int one(String path, boolean[] now, boolean[] next, int at) {
    char c = pattern.charAt(at);
    int close = c == '[' ? pattern.indexOf(']', at + 2) : -1;
    boolean escaped = c == '\\' && at + 1 < pattern.length();
    for (int i = 0; i < path.length(); i++) {
      char have = path.charAt(i);
      boolean fits = close > 0
          ? have != '/' && inClass(have, at + 1, close)
          : c == '?' ? have != '/' : have == (escaped ? pattern.charAt(at + 1) : c);
      next[i + 1] = now[i] && fits;
    }
    return close > 0 ? close - at + 1 : escaped ? 2 : 1;
  }

  private boolean inClass(char have, int from, int close) {
    boolean negated = pattern.charAt(from) == '!' || pattern.charAt(from) == '^';
    boolean found = false;
    for (int i = negated ? from + 1 : from; i < close; i++) {
      boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
      found |= range ? have >= pattern.charAt(i) && have <= pattern.charAt(i + 2) : have == pattern.charAt(i);
      i += range ? 2 : 0;
    }
    return found != negated;
  }
}

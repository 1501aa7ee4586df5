package dev.slguard.rules.evaluate;

import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Matches patterns with {@code *} and {@code ?} against texts with holes: TRUE if every filling of the holes matches,
 * FALSE if none does. A hole stands for some one text; it is never itself a wildcard. Time is the product of both lengths.
 */
final class TextMatch {
  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;
  /** Longer questions are answered UNKNOWN. */
  private static final long COST = 4_000_000;

  private final int[] pattern;

  private TextMatch(int[] pattern) {
    this.pattern = pattern;
  }

  /** The pattern {@code text}: {@code *} is any run, {@code ?} any character. */
  static TextMatch pattern(String text) {
    return new TextMatch(text.chars().map(c -> c == '*' ? ANY_RUN : c == '?' ? ANY_ONE : c).toArray());
  }

  /** Exactly {@code text}. */
  static TextMatch literal(String text) {
    return new TextMatch(text.chars().toArray());
  }

  /** This with anything before it. */
  TextMatch after() {
    int[] longer = new int[pattern.length + 1];
    longer[0] = ANY_RUN;
    System.arraycopy(pattern, 0, longer, 1, pattern.length);
    return new TextMatch(longer);
  }

  /** This with anything behind it. */
  TextMatch before() {
    int[] longer = new int[pattern.length + 1];
    System.arraycopy(pattern, 0, longer, 0, pattern.length);
    longer[pattern.length] = ANY_RUN;
    return new TextMatch(longer);
  }

  /** Whether a known text matches. */
  boolean matches(String text) {
    return matches(symbols(List.of(new Symbol(text, Hole.NONE))), false);
  }

  /** Whether a text with holes matches. */
  Truth matches(Value.Text text) {
    var symbols = new ArrayList<Symbol>();
    for (Value part : text.parts()) {
      symbols
          .add(part instanceof Value.Scalar scalar ? new Symbol(scalar.text(), Hole.NONE) : new Symbol("", hole(part)));
    }
    Object[] line = symbols(symbols);
    if ((long) line.length * pattern.length > COST) {
      return Truth.UNKNOWN;
    }
    return matches(line, false) ? Truth.TRUE : matches(line, true) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private record Symbol(String text, Hole hole) {}

  /** What can stand in a hole. */
  private enum Hole {
    NONE, DIGITS, NAME, ANYTHING;

    boolean holds(int c) {
      return switch (this) {
        case NONE -> false;
        case DIGITS -> c >= '0' && c <= '9';
        // Names, ids and ARNs that AWS gives hold no wildcard and no blank.
        case NAME -> c != '*' && c != '?' && c > ' ';
        case ANYTHING -> true;
      };
    }
  }

  private static Hole hole(Value part) {
    return switch (part) {
      case Value.Unknown(var origin, var detail, _) when origin == Value.Origin.PSEUDO ->
        detail.equals("AWS::AccountId") ? Hole.DIGITS : Hole.NAME;
      case Value.Reference _ -> Hole.NAME;
      case Value.Scalar _,Value.Text _,Value.Listing _,Value.Mapping _,Value.Choice _,Value.Unknown _,Value.Absent _ ->
        Hole.ANYTHING;
    };
  }

  /** Characters and holes in a row. */
  private static Object[] symbols(List<Symbol> parts) {
    var line = new ArrayList<Object>();
    for (Symbol part : parts) {
      if (part.hole() == Hole.NONE) {
        part.text().chars().forEach(line::add);
      } else {
        line.add(part.hole());
      }
    }
    return line.toArray();
  }

  /** Whether every filling matches as far as the pattern can tell, or, {@code loosely}, whether some filling does. */
  private boolean matches(Object[] line, boolean loosely) {
    boolean[] reached = new boolean[pattern.length + 1];
    reached[0] = true;
    skipRuns(reached);
    for (Object symbol : line) {
      boolean[] next = new boolean[pattern.length + 1];
      for (int j = 0; j <= pattern.length; j++) {
        if (reached[j]) {
          step(symbol, j, loosely, next);
        }
      }
      if (symbol instanceof Hole hole && loosely) {
        fill(hole, next);
      }
      skipRuns(next);
      reached = next;
    }
    return reached[pattern.length];
  }

  private void step(Object symbol, int j, boolean loosely, boolean[] next) {
    boolean run = j < pattern.length && pattern[j] == ANY_RUN;
    if (symbol instanceof Hole) {
      next[j] |= run || loosely;
    } else if (run) {
      next[j] = true;
    } else if (j < pattern.length && (pattern[j] == ANY_ONE || symbol.equals(pattern[j]))) {
      next[j + 1] = true;
    }
  }

  /** A hole takes any run of the pattern that it can hold. */
  private void fill(Hole hole, boolean[] next) {
    for (int j = 0; j < pattern.length; j++) {
      if (next[j] && (pattern[j] < 0 || hole.holds(pattern[j]))) {
        next[j + 1] = true;
      }
    }
  }

  private void skipRuns(boolean[] reached) {
    for (int j = 0; j < pattern.length; j++) {
      if (reached[j] && pattern[j] == ANY_RUN) {
        reached[j + 1] = true;
      }
    }
  }
}

package dev.slguard.iam.policy;

import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@link TextPattern} made ready for matching: a sequence of tokens over characters, runs and holes. Immutable.
 *
 * <p>A run is either free or stays within one ARN segment. A hole is some one text: only an equal hole or a run is certain
 * to match it.
 */
public final class Glob {
  /** Token: any run of characters. */
  public static final int ANY = -1;
  /** Token: any run of characters without {@code :}. */
  public static final int RUN = -2;
  /** Token: one character. */
  public static final int ONE = -3;
  /** Token: one character that is not {@code :}. */
  public static final int ONE_INSIDE = -4;

  /** The glob that matches no text. */
  public static final Glob NOTHING = new Glob(new int[0], List.of(), true);
  /** The glob that matches every text. */
  public static final Glob EVERYTHING = new Glob(new int[]{ANY}, List.of(), false);

  private static final int FIRST_HOLE = -16;

  /** Comparing two patterns needs their lengths multiplied; above this the answer is "unknown". */
  private static final int WORK = 4_000_000;

  private final int[] tokens;
  private final List<Part.Hole> holes;
  private final boolean never;

  private Glob(int[] tokens, List<Part.Hole> holes, boolean never) {
    this.tokens = tokens;
    this.holes = holes;
    this.never = never;
  }

  /** Collects the tokens of a glob from left to right. */
  static final class Builder {
    private final boolean ignoreCase;
    private int[] tokens = new int[64];
    private int count;
    private final List<Part.Hole> holes = new ArrayList<>();

    Builder(boolean ignoreCase) {
      this.ignoreCase = ignoreCase;
    }

    Builder text(String text) {
      String seen = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
      for (int i = 0; i < seen.length(); i++) {
        token(seen.charAt(i));
      }
      return this;
    }

    Builder token(int token) {
      boolean doubled = count > 0 && tokens[count - 1] == ANY && token == ANY;
      if (!doubled) {
        if (count == tokens.length) {
          tokens = Arrays.copyOf(tokens, count * 2);
        }
        tokens[count++] = token;
      }
      return this;
    }

    Builder hole(Part.Hole hole) {
      holes.add(hole);
      return token(FIRST_HOLE - (holes.size() - 1));
    }

    Glob build() {
      return new Glob(Arrays.copyOf(tokens, count), List.copyOf(holes), false);
    }
  }

  /** A plain text. */
  public static Glob text(String text) {
    return new Builder(false).text(text).build();
  }

  /** A plain text in lower case. */
  public static Glob ignoringCase(String text) {
    return new Builder(true).text(text).build();
  }

  /** A pattern without segments, as condition values are; a variable counts as a hole. */
  public static Glob of(TextPattern pattern, boolean ignoreCase) {
    var glob = new Builder(ignoreCase);
    for (Part part : pattern.parts()) {
      switch (part) {
        case Part.Literal(String text) -> glob.text(text);
        case Part.AnyRun _ -> glob.token(ANY);
        case Part.AnyOne _ -> glob.token(ONE);
        case Part.Hole hole -> glob.hole(hole);
        case Part.Variable variable -> glob.hole(holeOf(variable));
      }
    }
    return glob.build();
  }

  /** A variable whose request is not known, as a hole. */
  static Part.Hole holeOf(Part.Variable variable) {
    String fallback = variable.fallback().map(text -> ", '" + text + '\'').orElse("");
    return new Part.Hole("${" + variable.key().toLowerCase(Locale.ROOT) + fallback + '}', Optional.empty(), false);
  }

  /** Number of tokens. */
  public int length() {
    return tokens.length;
  }

  /** The token at {@code index}: a character (0 or more), one of the constants, or a hole. */
  public int token(int index) {
    return tokens[index];
  }

  /** The pattern of an ARN condition: six fields, and no wildcard leaves its field (elements_condition_operators). */
  public static Glob arnCondition(TextPattern pattern) {
    var glob = new Builder(false);
    int colons = 0;
    for (Part part : pattern.parts()) {
      switch (part) {
        case Part.Literal(String text) -> {
          glob.text(text);
          for (int i = 0; i < text.length(); i++) {
            colons += text.charAt(i) == ':' ? 1 : 0;
          }
        }
        case Part.AnyRun _ -> glob.token(colons < 5 ? RUN : ANY);
        case Part.AnyOne _ -> glob.token(colons < 5 ? ONE_INSIDE : ONE);
        case Part.Hole hole -> {
          glob.hole(hole);
          colons = hole.segment() ? colons : 5;
        }
        case Part.Variable variable -> {
          glob.hole(holeOf(variable));
          colons = 5;
        }
      }
    }
    return glob.build();
  }

  /** This text before and after: {@code prefix + this + suffix}, for a glob that is not NOTHING. */
  public Glob within(String prefix, String suffix) {
    var glob = new Builder(false).text(prefix);
    for (int token : tokens) {
      if (isHole(token)) {
        glob.hole(hole(token));
      } else {
        glob.token(token);
      }
    }
    return glob.text(suffix).build();
  }

  /** Whether this matches nothing at all. */
  public boolean isNothing() {
    return never;
  }

  /** Whether this matches every text. */
  public boolean isEverything() {
    return tokens.length == 1 && tokens[0] == ANY;
  }

  /** Whether it is a single text without holes. */
  public boolean isText() {
    if (never) {
      return false;
    }
    for (int token : tokens) {
      if (token < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has holes. */
  public boolean hasHoles() {
    return !holes.isEmpty();
  }

  /** The hole that the token stands for. */
  public Part.Hole hole(int token) {
    return holes.get(FIRST_HOLE - token);
  }

  /** Whether {@code token} is a hole. */
  public static boolean isHole(int token) {
    return token <= FIRST_HOLE;
  }

  /**
   * Whether this matches the text {@code subject}: TRUE if it does whatever the holes hold, FALSE if it cannot. A subject
   * with wildcards is a set of texts: TRUE if this is seen to match all, FALSE if none.
   */
  public Truth matches(Glob subject) {
    if (never || subject.never) {
      return Truth.FALSE;
    }
    if (isEverything()) {
      return Truth.TRUE;
    }
    if (differAtStart(subject)) {
      return Truth.FALSE;
    }
    if (tokens.length == subject.tokens.length && Arrays.equals(tokens, subject.tokens)
        && holes.equals(subject.holes)) {
      return Truth.TRUE;
    }
    if (isText() && subject.isText()) {
      return Truth.FALSE;
    }
    if ((long) tokens.length * subject.tokens.length > WORK) {
      return Truth.UNKNOWN;
    }
    if (covers(subject)) {
      return Truth.TRUE;
    }
    boolean certain = !hasHoles() && subject.isText();
    return !certain && meets(subject) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Whether both begin with known characters that are not the same, as most patterns that are compared do. */
  private boolean differAtStart(Glob other) {
    int length = Math.min(tokens.length, other.tokens.length);
    for (int i = 0; i < length && tokens[i] >= 0 && other.tokens[i] >= 0; i++) {
      if (tokens[i] != other.tokens[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether every text of {@code subject} is seen to match: token by token, runs swallowing tokens of their class. */
  private boolean covers(Glob subject) {
    int size = tokens.length;
    var at = new boolean[size + 1];
    at[0] = true;
    skipRuns(at);
    for (int token : subject.tokens) {
      var next = new boolean[size + 1];
      boolean alive = false;
      for (int i = 0; i < size; i++) {
        if (!at[i]) {
          continue;
        }
        if (isRun(tokens[i])) {
          if (swallows(tokens[i], token, subject)) {
            next[i] = true;
            alive = true;
          }
        } else if (takes(tokens[i], token, subject)) {
          next[i + 1] = true;
          alive = true;
        }
      }
      if (!alive) {
        return false;
      }
      skipRuns(next);
      at = next;
    }
    return at[size];
  }

  private void skipRuns(boolean[] at) {
    for (int i = 0; i < tokens.length; i++) {
      if (at[i] && isRun(tokens[i])) {
        at[i + 1] = true;
      }
    }
  }

  private static boolean isRun(int token) {
    return token == ANY || token == RUN;
  }

  private static boolean swallows(int run, int token, Glob subject) {
    return run == ANY
        || token != ':' && token != ANY && token != ONE && (!isHole(token) || subject.hole(token).segment());
  }

  private boolean takes(int token, int other, Glob subject) {
    if (isHole(token)) {
      return isHole(other) && hole(token).id().equals(subject.hole(other).id());
    }
    return token == other && !isHole(other) || token == ONE && (other >= 0 || other == ONE_INSIDE)
        || token == ONE_INSIDE && other >= 0 && other != ':';
  }

  /** Whether some text matches both, holes read as any text. */
  public boolean meets(Glob other) {
    if (never || other.never) {
      return false;
    }
    if ((long) tokens.length * other.tokens.length > WORK) {
      return true;
    }
    int width = other.tokens.length + 1;
    var reached = new boolean[width];
    reached[0] = true;
    for (int i = 0; i <= tokens.length; i++) {
      var next = new boolean[width];
      for (int j = 0; j < width; j++) {
        if (reached[j]) {
          step(i, j, other, reached, next);
        }
      }
      if (i == tokens.length) {
        return reached[width - 1];
      }
      reached = next;
    }
    return false;
  }

  /** Moves on from position (i, j): along {@code row} by tokens of the other glob, to {@code next} by tokens of this. */
  private void step(int i, int j, Glob other, boolean[] row, boolean[] next) {
    boolean hasMine = i < tokens.length;
    boolean hasTheirs = j < other.tokens.length;
    int mine = hasMine ? loose(tokens[i], this) : 0;
    int theirs = hasTheirs ? loose(other.tokens[j], other) : 0;
    if (hasMine && isRun(mine)) {
      next[j] = true;
      if (hasTheirs && (isRun(theirs) || fits(mine, theirs))) {
        row[j + 1] = true;
      }
    }
    if (hasTheirs && isRun(theirs)) {
      row[j + 1] = true;
      if (hasMine && !isRun(mine) && fits(theirs, mine)) {
        next[j] = true;
      }
    }
    if (hasMine && hasTheirs && !isRun(mine) && !isRun(theirs) && agree(mine, theirs)) {
      next[j + 1] = true;
    }
  }

  private static int loose(int token, Glob owner) {
    return isHole(token) ? owner.hole(token).segment() ? RUN : ANY : token;
  }

  private static boolean fits(int run, int single) {
    return run == ANY || single != ':';
  }

  private static boolean agree(int a, int b) {
    return a == b || a == ONE || b == ONE || a == ONE_INSIDE && b != ':' || b == ONE_INSIDE && a != ':';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && never == glob.never && Arrays.equals(tokens, glob.tokens)
        && holes.equals(glob.holes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tokens) * 31 + holes.hashCode();
  }

  @Override
  public String toString() {
    if (never) {
      return "(nothing)";
    }
    var text = new StringBuilder();
    for (int token : tokens) {
      switch (token) {
        case ANY, RUN -> text.append('*');
        case ONE, ONE_INSIDE -> text.append('?');
        default -> {
          if (isHole(token)) {
            text.append("${").append(hole(token).id()).append('}');
          } else {
            text.append((char) token);
          }
        }
      }
    }
    return text.toString();
  }
}

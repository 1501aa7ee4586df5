package dev.slguard.iam.sets;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes into which globs divide all texts: two texts are of one class if the same globs match them. Found by running
 * all globs side by side as one automaton whose states are made when reached (the subset construction of Rabin and Scott
 * 1959); each class comes with a shortest text of it.
 *
 * <p>A hole is a letter of its own that only an equal hole or a run matches.
 */
public final class Atoms {
  /** States tried before the answer is given up as incomplete: a few tenths of a second. */
  private static final int STATES = 20_000;

  /** Letters for "any other character", in the order tried. */
  private static final String OTHERS = "xyzabcdefghijklmnopqrstuvw0123456789-_.XYZ";

  private static final char FIRST_HOLE = '\uE000';

  /**
   * One class.
   *
   * @param members which globs match its texts, by index
   * @param witness a shortest text of it; holes as {@code ${id}}
   */
  public record Atom(BitSet members, String witness) {}

  /** What a search is after, so that it need not find all classes. */
  interface Goal {
    /** Whether a text that all of {@code certain} match, and no globs but {@code possible}, can be looked for. */
    boolean mayBe(BitSet certain, BitSet possible);

    /** Takes a class in the order of shortest texts; true ends the search. */
    boolean take(Atom atom);
  }

  /** All classes. */
  private static final Goal ALL = new Goal() {
    @Override
    public boolean mayBe(BitSet certain, BitSet possible) {
      return true;
    }

    @Override
    public boolean take(Atom atom) {
      return false;
    }
  };

  /** Token behind the last one of a glob. */
  private static final int END = Integer.MIN_VALUE;
  /** Token of the first hole of all; those behind it count down. */
  private static final int HOLE = -16;

  /** Tokens of all globs one after the other, each glob closed by END. */
  private final int[] tokens;

  private final int[] starts;
  private final Goal goal;
  private final List<String> holes = new ArrayList<>();
  private final List<Boolean> segments = new ArrayList<>();
  private final Map<BitSet, String> found = new LinkedHashMap<>();
  private final BitSet seenLetters = new BitSet();
  private boolean complete = true;

  private Atoms(List<Glob> globs, Goal goal) {
    this.goal = goal;
    this.starts = new int[globs.size() + 1];
    for (int i = 0; i < globs.size(); i++) {
      starts[i + 1] = starts[i] + globs.get(i).length() + 1;
    }
    this.tokens = new int[starts[globs.size()]];
    for (int i = 0; i < globs.size(); i++) {
      Glob glob = globs.get(i);
      for (int k = 0; k < glob.length(); k++) {
        int token = glob.token(k);
        tokens[starts[i] + k] = Glob.isHole(token) ? HOLE - number(glob.hole(token)) : token;
      }
      tokens[starts[i + 1] - 1] = END;
    }
  }

  private int number(Part.Hole hole) {
    int index = holes.indexOf(hole.id());
    if (index < 0) {
      index = holes.size();
      holes.add(hole.id());
      segments.add(hole.segment());
    }
    return index;
  }

  /** The classes of {@code globs} among the texts that {@code within} matches. */
  public static Atoms of(List<Glob> globs, Glob within) {
    return of(globs, within, Effort.ofOneSearch());
  }

  /** As many of the classes of {@code globs} among the texts that {@code within} matches as {@code effort} suffices for. */
  public static Atoms of(List<Glob> globs, Glob within, Effort effort) {
    return search(globs, within, effort, ALL);
  }

  /** The classes that {@code goal} takes until it ends the search or {@code effort} is spent. */
  static Atoms search(List<Glob> globs, Glob within, Effort effort, Goal goal) {
    var all = new ArrayList<>(globs);
    all.add(within);
    var atoms = new Atoms(all, goal);
    atoms.explore(all, effort);
    return atoms;
  }

  /** The classes in the order of their shortest texts. */
  public List<Atom> list() {
    var atoms = new ArrayList<Atom>();
    found.forEach((members, witness) -> atoms.add(new Atom(members, witness)));
    return atoms;
  }

  /** Whether all classes were found; false if the patterns are too entangled. */
  public boolean isComplete() {
    return complete;
  }

  /** A state: the positions reached in the globs, sorted, and how it was reached first. */
  private static final class State {
    private final int[] positions;
    private final Optional<State> parent;
    private final char letter;

    private State(int[] positions, Optional<State> parent, char letter) {
      this.positions = positions;
      this.parent = parent;
      this.letter = letter;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof State state && Arrays.equals(positions, state.positions);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(positions);
    }
  }

  private void explore(List<Glob> globs, Effort effort) {
    var first = new Positions(tokens);
    for (int i = 0; i < globs.size(); i++) {
      if (!globs.get(i).isNothing()) {
        first.reach(starts[i]);
      }
    }
    var start = new State(first.list(), Optional.empty(), ' ');
    var seen = new HashSet<State>(Set.of(start));
    var queue = new ArrayDeque<State>(seen);
    while (!queue.isEmpty()) {
      State current = queue.remove();
      if (ends(current)) {
        return;
      }
      List<Character> letters = letters(current.positions);
      if (!effort.spend((long) current.positions.length * letters.size())) {
        complete = false;
        return;
      }
      for (char letter : letters) {
        var next = new State(step(current.positions, letter), Optional.of(current), letter);
        if (next.positions.length > 0 && isWithin(next.positions) && mayBe(next.positions) && seen.add(next)) {
          queue.add(next);
        }
      }
      if (seen.size() >= STATES) {
        complete = false;
        return;
      }
    }
  }

  private boolean isWithin(int[] positions) {
    return positions[positions.length - 1] >= starts[starts.length - 2];
  }

  /** Whether what can follow is worth while: a glob whose last token is a free run that is reached matches all of it. */
  private boolean mayBe(int[] positions) {
    if (goal == ALL) {
      return true;
    }
    var certain = new BitSet();
    var possible = new BitSet();
    int glob = 0;
    for (int position : positions) {
      while (position >= starts[glob + 1]) {
        glob++;
      }
      possible.set(glob);
      if (tokens[position] == Glob.ANY && tokens[position + 1] == END) {
        certain.set(glob);
      }
    }
    return goal.mayBe(certain, possible);
  }

  /** Takes the class of the text that leads to {@code state}, if it is new; whether the search is over. */
  private boolean ends(State state) {
    int[] positions = state.positions;
    if (positions.length == 0 || positions[positions.length - 1] != tokens.length - 1) {
      return false;
    }
    var members = new BitSet();
    int glob = 0;
    for (int position : positions) {
      if (tokens[position] == END && position < starts[starts.length - 2]) {
        while (position >= starts[glob + 1]) {
          glob++;
        }
        members.set(glob);
      }
    }
    if (found.containsKey(members)) {
      return false;
    }
    String witness = spell(state);
    found.put(members, witness);
    return goal.take(new Atom(members, witness));
  }

  private String spell(State state) {
    var reversed = new ArrayList<String>();
    for (Optional<State> at = Optional.of(state); at.isPresent() && at.get().parent.isPresent(); at = at.get().parent) {
      char letter = at.get().letter;
      reversed.add(isHole(letter) ? "${" + holes.get(letter - FIRST_HOLE) + '}' : String.valueOf(letter));
    }
    return String.join("", reversed.reversed());
  }

  private boolean isHole(char letter) {
    return letter >= FIRST_HOLE && letter < FIRST_HOLE + holes.size();
  }

  /** The letters that lead somewhere, each once: those that stand there, and one more for all others. */
  private List<Character> letters(int[] positions) {
    var letters = new ArrayList<Character>();
    boolean runs = false;
    boolean inside = false;
    for (int position : positions) {
      int token = tokens[position];
      if (token == END) {
        continue;
      }
      runs |= token < 0 && token > HOLE;
      inside |= token == Glob.RUN || token == Glob.ONE_INSIDE;
      if (token >= 0 || token <= HOLE) {
        char letter = (char) (token >= 0 ? token : FIRST_HOLE + (HOLE - token));
        if (!seenLetters.get(letter)) {
          seenLetters.set(letter);
          letters.add(letter);
        }
      }
    }
    if (inside && !seenLetters.get(':')) {
      letters.add(':');
    }
    for (char letter : letters) {
      seenLetters.clear(letter);
    }
    if (runs) {
      letters.add(other(letters));
    }
    return letters;
  }

  private static char other(List<Character> letters) {
    for (int i = 0; i < OTHERS.length(); i++) {
      if (!letters.contains(OTHERS.charAt(i))) {
        return OTHERS.charAt(i);
      }
    }
    char other = '\u00C0';
    while (letters.contains(other)) {
      other++;
    }
    return other;
  }

  private int[] step(int[] positions, char letter) {
    var next = new Positions(tokens);
    boolean hole = isHole(letter);
    int wanted = hole ? HOLE - (letter - FIRST_HOLE) : letter;
    boolean inside = hole ? segments.get(letter - FIRST_HOLE) : letter != ':';
    for (int position : positions) {
      int token = tokens[position];
      if (token == Glob.ANY || token == Glob.RUN && inside) {
        next.reach(position);
      } else if (token == wanted || !hole && (token == Glob.ONE || token == Glob.ONE_INSIDE && inside)) {
        next.reach(position + 1);
      }
    }
    return next.list();
  }

  /** Positions reached in ascending order, with those behind the runs they stand at, since a run may be empty. */
  private static final class Positions {
    private final int[] tokens;
    private int[] list = new int[16];
    private int count;

    private Positions(int[] tokens) {
      this.tokens = tokens;
    }

    private void reach(int position) {
      int at = position;
      boolean more = count == 0 || at > list[count - 1];
      while (more) {
        if (count == list.length) {
          list = Arrays.copyOf(list, count * 2);
        }
        list[count++] = at;
        more = tokens[at] == Glob.ANY || tokens[at] == Glob.RUN;
        at++;
      }
    }

    private int[] list() {
      return Arrays.copyOf(list, count);
    }
  }
}

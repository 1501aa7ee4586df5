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

  private final List<Glob> globs;
  private final int[] starts;
  private final List<String> holes = new ArrayList<>();
  private final List<Boolean> segments = new ArrayList<>();
  private final Map<BitSet, String> found = new LinkedHashMap<>();
  private boolean complete = true;

  private Atoms(List<Glob> globs) {
    this.globs = globs;
    this.starts = new int[globs.size() + 1];
    for (int i = 0; i < globs.size(); i++) {
      starts[i + 1] = starts[i] + globs.get(i).length() + 1;
    }
  }

  /** The classes of {@code globs} among the texts that {@code within} matches. */
  public static Atoms of(List<Glob> globs, Glob within) {
    var all = new ArrayList<>(globs);
    all.add(within);
    var atoms = new Atoms(all);
    atoms.explore();
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

  private void explore() {
    var first = new BitSet();
    for (int i = 0; i < globs.size(); i++) {
      if (!globs.get(i).isNothing()) {
        first.set(starts[i]);
      }
    }
    var start = new State(closed(first), Optional.empty(), ' ');
    var seen = new HashSet<State>(Set.of(start));
    var queue = new ArrayDeque<State>(seen);
    while (!queue.isEmpty()) {
      State current = queue.remove();
      accept(current);
      for (char letter : letters(current.positions)) {
        var next = new State(step(current.positions, letter), Optional.of(current), letter);
        if (next.positions.length > 0 && isWithin(next.positions) && seen.add(next)) {
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
    return positions[positions.length - 1] >= starts[globs.size() - 1];
  }

  private void accept(State state) {
    int[] positions = state.positions;
    if (positions.length == 0 || positions[positions.length - 1] != starts[globs.size()] - 1) {
      return;
    }
    var members = new BitSet();
    int glob = 0;
    for (int position : positions) {
      while (position >= starts[glob + 1]) {
        glob++;
      }
      if (position == starts[glob + 1] - 1 && glob < globs.size() - 1) {
        members.set(glob);
      }
    }
    found.computeIfAbsent(members, _ -> spell(state));
  }

  private String spell(State state) {
    var reversed = new ArrayList<String>();
    for (Optional<State> at = Optional.of(state); at.isPresent() && at.get().parent.isPresent(); at = at.get().parent) {
      char letter = at.get().letter;
      int hole = letter - FIRST_HOLE;
      reversed.add(hole >= 0 && hole < holes.size() ? "${" + holes.get(hole) + '}' : String.valueOf(letter));
    }
    return String.join("", reversed.reversed());
  }

  private List<Character> letters(int[] positions) {
    var letters = new ArrayList<Character>();
    boolean runs = false;
    boolean inside = false;
    int glob = 0;
    for (int position : positions) {
      while (position >= starts[glob + 1]) {
        glob++;
      }
      int offset = position - starts[glob];
      if (offset == globs.get(glob).length()) {
        continue;
      }
      int token = globs.get(glob).token(offset);
      runs |= token < 0 && !Glob.isHole(token);
      inside |= token == Glob.RUN || token == Glob.ONE_INSIDE;
      if (token >= 0 || Glob.isHole(token)) {
        char letter = token >= 0 ? (char) token : holeLetter(globs.get(glob).hole(token));
        if (!letters.contains(letter)) {
          letters.add(letter);
        }
      }
    }
    if (inside && !letters.contains(':')) {
      letters.add(':');
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

  private char holeLetter(Part.Hole hole) {
    int index = holes.indexOf(hole.id());
    if (index < 0) {
      index = holes.size();
      holes.add(hole.id());
      segments.add(hole.segment());
    }
    return (char) (FIRST_HOLE + index);
  }

  private int[] step(int[] positions, char letter) {
    var next = new BitSet();
    int hole = letter - FIRST_HOLE;
    boolean isHole = hole >= 0 && hole < holes.size();
    int glob = 0;
    for (int position : positions) {
      while (position >= starts[glob + 1]) {
        glob++;
      }
      Glob at = globs.get(glob);
      int offset = position - starts[glob];
      if (offset == at.length()) {
        continue;
      }
      int token = at.token(offset);
      boolean inside = isHole ? segments.get(hole) : letter != ':';
      if (token == Glob.ANY || token == Glob.RUN && inside) {
        next.set(position);
      } else if (token >= 0
          ? token == letter && !isHole
          : Glob.isHole(token)
              ? isHole && at.hole(token).id().equals(holes.get(hole))
              : token == Glob.ONE && !isHole || token == Glob.ONE_INSIDE && !isHole && inside) {
        next.set(position + 1);
      }
    }
    return closed(next);
  }

  /** The positions, and those behind the runs they stand at, since a run may be empty. */
  private int[] closed(BitSet positions) {
    int glob = 0;
    for (int position = positions.nextSetBit(0); position >= 0; position = positions.nextSetBit(position + 1)) {
      while (position >= starts[glob + 1]) {
        glob++;
      }
      int offset = position - starts[glob];
      if (offset < globs.get(glob).length()) {
        int token = globs.get(glob).token(offset);
        if (token == Glob.ANY || token == Glob.RUN) {
          positions.set(position + 1);
        }
      }
    }
    return positions.stream().toArray();
  }
}

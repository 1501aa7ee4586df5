package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * All that may be in one variable at one point: any of the constants, a text made of the parts, any of the things
 * referred to, and, if open, something unknown. What its truth says about others is part of it; its number is a remark that
 * equality ignores. Immutable.
 */
@SuppressWarnings("ReferenceEquality") // the same object is the common case, and the cheap one
final class Value {
  private static final int MOST_CONSTANTS = 4;
  private static final int MOST_REFS = 12;
  private static final int MOST_PARTS = 24;
  private static final int MOST_CHARACTERS = 8_000;

  /** No value at all: what an unreachable path computes. */
  static final Value NONE = new Value(List.of(), List.of(), Taints.NONE, List.of(), false, false, 0, Test.NONE);
  /** A value of which nothing is known and that carries nothing. */
  static final Value UNKNOWN = new Value(List.of(), List.of(), Taints.NONE, List.of(), true, false, 0, Test.NONE);
  /** An unknown number or truth value. */
  static final Value PLAIN = new Value(List.of(), List.of(), Taints.NONE, List.of(), true, true, 0, Test.NONE);
  /** null. */
  static final Value NOTHING = of(Constant.nothing());

  private final List<Constant> constants;
  private final List<TextPart> text;
  private final Taints taints;
  private final List<Ref> refs;
  private final boolean open;
  private final boolean plain;
  private final int number;
  private final Test test;
  private final int hash;

  private Value(List<Constant> constants, List<TextPart> text, Taints taints, List<Ref> refs, boolean open,
      boolean plain, int number, Test test) {
    this(constants, text, taints, refs, open, plain, number, test,
        Hashes.of(Hashes.of(constants.hashCode() * 31 + text.hashCode(), taints.hashCode()),
            Hashes.of(refs.hashCode() * 4 + (open ? 2 : 0) + (plain ? 1 : 0), test.hashCode())));
  }

  private Value(List<Constant> constants, List<TextPart> text, Taints taints, List<Ref> refs, boolean open,
      boolean plain, int number, Test test, int hash) {
    this.constants = constants;
    this.text = text;
    this.taints = taints;
    this.refs = refs;
    this.open = open;
    this.plain = plain;
    this.number = number;
    this.test = test;
    this.hash = hash;
  }

  static Value of(Constant constant) {
    return new Value(List.of(constant), List.of(), Taints.NONE, List.of(), false,
        constant instanceof Constant.Numeral || constant instanceof Constant.Truth, 0, Test.NONE);
  }

  static Value truth(boolean value) {
    return of(Constant.truth(value));
  }

  static Value of(Ref ref) {
    return new Value(List.of(), List.of(), Taints.NONE, List.of(ref), false, false, 0, Test.NONE);
  }

  static Value tainted(Taints taints) {
    return taints.isEmpty() ? UNKNOWN : new Value(List.of(), List.of(), taints, List.of(), true, false, 0, Test.NONE);
  }

  /** An unknown number made of {@code first} and {@code second}: what it carries of them is that it can be guessed. */
  static Value number(Value first, Value second) {
    if (first.taints.isEmpty() && second.taints.isEmpty()) {
      return PLAIN;
    }
    Taints kept = first.taints.and(second.taints).labelled(Label.PREDICTABLE);
    return kept.isEmpty() ? PLAIN : new Value(List.of(), List.of(), kept, List.of(), true, true, 0, Test.NONE);
  }

  /** A text made of {@code parts}; a constant where all of them are known. */
  static Value text(List<TextPart> parts) {
    List<TextPart> joined = new ArrayList<>(parts.size());
    Taints taints = Taints.NONE;
    int characters = 0;
    for (TextPart part : parts) {
      switch (part) {
        case TextPart.Literal(String literal) -> {
          characters += literal.length();
          if (!joined.isEmpty() && joined.getLast() instanceof TextPart.Literal(String before)) {
            joined.set(joined.size() - 1, new TextPart.Literal(before + literal));
          } else if (!literal.isEmpty()) {
            joined.add(part);
          }
        }
        case TextPart.Hole(Taints carried) -> {
          taints = taints.and(carried);
          if (joined.isEmpty() || !joined.getLast().equals(part)) {
            joined.add(part);
          }
        }
      }
    }
    if (joined.isEmpty()) {
      return of(Constant.text(""));
    } else if (joined.size() == 1 && joined.getFirst() instanceof TextPart.Literal(String literal)) {
      return literal.length() > MOST_CHARACTERS ? UNKNOWN : of(Constant.text(literal));
    } else if (joined.size() > MOST_PARTS || characters > MOST_CHARACTERS) {
      Taints rest = taints;
      joined = new ArrayList<>(joined.subList(0, 2));
      joined.add(new TextPart.Hole(rest));
      joined.removeIf(part -> part instanceof TextPart.Literal(String literal) && literal.length() > MOST_CHARACTERS);
    }
    return new Value(List.of(), List.copyOf(joined), taints, List.of(), true, false, 0, Test.NONE);
  }

  List<Constant> constants() {
    return constants;
  }

  Taints taints() {
    return taints;
  }

  List<Ref> refs() {
    return refs;
  }

  boolean isOpen() {
    return open;
  }

  /** Whether it is surely a number or truth value. */
  boolean isPlain() {
    return plain;
  }

  int number() {
    return number;
  }

  Test test() {
    return test;
  }

  /** Whether no path computes it. */
  boolean isNone() {
    return constants.isEmpty() && refs.isEmpty() && !open;
  }

  /** The one constant it is; empty if it may be another or something else. */
  Optional<Constant> constant() {
    return constants.size() == 1 && refs.isEmpty() && !open ? Optional.of(constants.getFirst()) : Optional.empty();
  }

  /** The one text it is. */
  Optional<String> constantText() {
    return constant()
        .flatMap(found -> found instanceof Constant.Text(String found1) ? Optional.of(found1) : Optional.empty());
  }

  /** Whether it is one of several constants, or one, and nothing else. */
  boolean isConstant() {
    return !constants.isEmpty() && refs.isEmpty() && !open;
  }

  /** How it reads as a text. */
  List<TextPart> parts() {
    if (!text.isEmpty()) {
      return text;
    }
    Optional<Constant> constant = constant();
    if (constant.isPresent()) {
      return List.of(new TextPart.Literal(spelled(constant.get())));
    }
    return List.of(new TextPart.Hole(taints));
  }

  private static String spelled(Constant constant) {
    return switch (constant) {
      case Constant.Text(String text) -> text;
      case Constant.Numeral(String text) -> text;
      case Constant.Truth(boolean value) -> Boolean.toString(value);
      case Constant.Pattern(String text, _) -> text;
      case Constant.Nothing _ -> "null";
    };
  }

  /** The constant as a member's key: text or number. */
  Optional<String> key() {
    return constant()
        .flatMap(found -> found instanceof Constant.Nothing ? Optional.empty() : Optional.of(spelled(found)));
  }

  /** Whether the make-up of the text is known. */
  boolean hasParts() {
    return !text.isEmpty();
  }

  Value numbered(int newNumber) {
    return number == newNumber ? this : new Value(constants, text, taints, refs, open, plain, newNumber, test, hash);
  }

  Value tested(Test newTest) {
    return newTest.isNone() && test.isNone()
        ? this
        : new Value(constants, text, taints, refs, open, plain, number, newTest);
  }

  /** Each label changed, those inside the text too. */
  Value mapTaints(UnaryOperator<Taint> change) {
    if (taints.isEmpty()) {
      return this;
    }
    Taints changed = taints.map(change);
    if (changed == taints) {
      return this;
    }
    List<TextPart> parts = new ArrayList<>(text.size());
    for (TextPart part : text) {
      parts.add(part instanceof TextPart.Hole(Taints carried) ? new TextPart.Hole(carried.map(change)) : part);
    }
    return new Value(constants, List.copyOf(parts), changed, refs, open, plain, number, test);
  }

  /** The same with other things referred to. */
  Value withRefs(List<Ref> newRefs) {
    return newRefs.equals(refs) ? this : new Value(constants, text, taints, newRefs, open, plain, number, test);
  }

  /** Each reference changed. */
  Value mapRefs(UnaryOperator<Ref> change) {
    if (refs.isEmpty()) {
      return this;
    }
    boolean same = true;
    Ref[] changed = new Ref[refs.size()];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = change.apply(refs.get(i));
      same &= changed[i] == refs.get(i) || changed[i].equals(refs.get(i));
    }
    if (same) {
      return this;
    }
    List<Ref> sorted = changed.length == 1 ? List.of(changed[0]) : List.copyOf(new TreeSet<>(Arrays.asList(changed)));
    return new Value(constants, text, taints, sorted, open, plain, number, test);
  }

  /** For another routine: labels and references changed, without number and test. */
  Value mapped(UnaryOperator<Taint> changeTaint, UnaryOperator<Ref> changeRef) {
    Value changed = mapTaints(changeTaint).mapRefs(changeRef);
    return changed.test.isNone()
        ? changed.numbered(0)
        : new Value(changed.constants, changed.text, changed.taints, changed.refs, open, plain, 0, Test.NONE);
  }

  /** Without any label. */
  Value clean() {
    return mapTaintsAway();
  }

  private Value mapTaintsAway() {
    if (taints.isEmpty()) {
      return this;
    }
    List<TextPart> parts = new ArrayList<>(text.size());
    for (TextPart part : text) {
      parts.add(part instanceof TextPart.Hole ? new TextPart.Hole(Taints.NONE) : part);
    }
    return new Value(constants, List.copyOf(parts), Taints.NONE, refs, open, plain, number, test);
  }

  /** The value without labels of the kind {@code label}. */
  Value without(Label label) {
    Taints kept = taints.without(label);
    return kept.equals(taints) ? this : new Value(constants, List.of(), kept, refs, open, plain, number, test);
  }

  /** Carrying {@code more} as well. */
  Value plus(Taints more) {
    if (more.isEmpty()) {
      return this;
    }
    return new Value(constants, List.of(), taints.and(more), refs, true, false, number, test);
  }

  /** Possibly something unknown. */
  Value opened() {
    return open ? this : new Value(constants, text, taints, refs, true, plain, number, test);
  }

  /** A value that is this or {@code other}. */
  Value or(Value other) {
    if (this == other || equals(other) && number == other.number) {
      return this;
    } else if (isNone()) {
      return other;
    } else if (other.isNone()) {
      return this;
    }
    var both = new ArrayList<>(constants);
    for (Constant constant : other.constants) {
      if (!both.contains(constant)) {
        both.add(constant);
      }
    }
    boolean tooMany = both.size() > MOST_CONSTANTS;
    if (both.size() > constants.size() && !tooMany) {
      both.sort(java.util.Comparator.comparing(Constant::toString));
    }
    List<Constant> either = tooMany ? List.of() : both.size() == constants.size() ? constants : List.copyOf(both);
    return new Value(either, eitherText(other), taints.and(other.taints), mergedRefs(refs, other.refs),
        open || other.open || tooMany, plain && other.plain, number == other.number ? number : 0, eitherTest(other));
  }

  /** The references of both, which are sorted, the first ones of them. */
  private static List<Ref> mergedRefs(List<Ref> a, List<Ref> b) {
    if (b.isEmpty() || a.equals(b)) {
      return a;
    } else if (a.isEmpty()) {
      return b;
    }
    List<Ref> both = new ArrayList<>(a.size() + b.size());
    int i = 0;
    int j = 0;
    while (both.size() < MOST_REFS && (i < a.size() || j < b.size())) {
      int order = i == a.size() ? 1 : j == b.size() ? -1 : a.get(i).compareTo(b.get(j));
      both.add(order <= 0 ? a.get(i) : b.get(j));
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return List.copyOf(both);
  }

  private Test eitherTest(Value other) {
    Facts whenTrue = isFalse()
        ? other.test.whenTrue()
        : other.isFalse() ? test.whenTrue() : test.whenTrue().or(other.test.whenTrue());
    Facts whenFalse = isTrue()
        ? other.test.whenFalse()
        : other.isTrue() ? test.whenFalse() : test.whenFalse().or(other.test.whenFalse());
    return whenTrue.isNone() && whenFalse.isNone() ? Test.NONE : new Test(whenTrue, whenFalse);
  }

  private boolean isFalse() {
    return constants.size() == 1 && constant().isPresent() && constants.getFirst().equals(Constant.truth(false));
  }

  private boolean isTrue() {
    return constants.size() == 1 && constant().isPresent() && constants.getFirst().equals(Constant.truth(true));
  }

  private List<TextPart> eitherText(Value other) {
    List<TextPart> mine = textOrNone();
    List<TextPart> theirs = other.textOrNone();
    if (mine.isEmpty() || theirs.isEmpty()) {
      boolean mineIsNull = onlyNothing();
      boolean theirsIsNull = other.onlyNothing();
      return mineIsNull ? other.text : theirsIsNull ? text : List.of();
    } else if (mine.equals(theirs)) {
      return text;
    } else if (text.isEmpty() && other.text.isEmpty()) {
      return List.of();
    }
    return merged(mine, theirs);
  }

  private boolean onlyNothing() {
    return text.isEmpty() && refs.isEmpty() && !open && constants.stream().allMatch(c -> c instanceof Constant.Nothing);
  }

  private List<TextPart> textOrNone() {
    return !text.isEmpty()
        ? text
        : constant().isPresent() && constants.getFirst() instanceof Constant.Text ? parts() : List.of();
  }

  /** The parts both begin with, then a hole that carries what the rests carry. */
  private static List<TextPart> merged(List<TextPart> a, List<TextPart> b) {
    List<TextPart> shared = new ArrayList<>();
    int i = 0;
    while (i < a.size() && i < b.size() && a.get(i).equals(b.get(i))) {
      shared.add(a.get(i++));
    }
    if (i < a.size() && i < b.size() && a.get(i) instanceof TextPart.Literal(String mine)
        && b.get(i) instanceof TextPart.Literal(String theirs)) {
      int end = 0;
      while (end < mine.length() && end < theirs.length() && mine.charAt(end) == theirs.charAt(end)) {
        end++;
      }
      if (end > 0) {
        shared.add(new TextPart.Literal(mine.substring(0, end)));
      }
    }
    Taints rest = carried(a.subList(i, a.size())).and(carried(b.subList(i, b.size())));
    shared.add(new TextPart.Hole(rest));
    return List.copyOf(shared);
  }

  private static Taints carried(List<TextPart> parts) {
    Taints all = Taints.NONE;
    for (TextPart part : parts) {
      all = part instanceof TextPart.Hole(Taints taints) ? all.and(taints) : all;
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Value that && hash == that.hash && open == that.open && plain == that.plain
        && constants.equals(that.constants) && refs.equals(that.refs) && taints.equals(that.taints)
        && text.equals(that.text) && test.equals(that.test);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return constants + " " + text + " " + taints.items() + " " + refs + (open ? " open" : "");
  }
}

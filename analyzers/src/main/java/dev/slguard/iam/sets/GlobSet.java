package dev.slguard.iam.sets;

import dev.slguard.iam.policy.Glob;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A set of texts made from globs by union, intersection and complement. */
public sealed interface GlobSet {
  /** All texts. */
  static GlobSet all() {
    return new Union(List.of(Glob.EVERYTHING));
  }

  /** No text. */
  static GlobSet none() {
    return new Union(List.of());
  }

  /** What at least one glob matches. */
  record Union(List<Glob> globs) implements GlobSet {
    public Union {
      globs = List.copyOf(globs);
    }
  }

  /** What {@code of} lacks. */
  record Complement(GlobSet of) implements GlobSet {}

  /** What all hold. */
  record Both(GlobSet left, GlobSet right) implements GlobSet {}

  /** What one of them holds. */
  record Either(GlobSet left, GlobSet right) implements GlobSet {}

  /** What both hold. */
  default GlobSet intersect(GlobSet other) {
    return new Both(this, other);
  }

  /** What one of both holds. */
  default GlobSet union(GlobSet other) {
    return new Either(this, other);
  }

  /** What this holds and {@code other} does not. */
  default GlobSet minus(GlobSet other) {
    return new Both(this, new Complement(other));
  }

  /** Whether {@code text} is in the set. */
  default boolean contains(String text) {
    Glob subject = Glob.text(text);
    return holds(glob -> glob.matches(subject).isTrue());
  }

  /** Membership of a text of which it is known which globs match it. */
  default boolean holds(Predicate<Glob> matches) {
    return truth(glob -> Truth.of(matches.test(glob))).isTrue();
  }

  /** Membership of texts of which it is known of some globs whether they match them. */
  default Truth truth(Function<Glob, Truth> matches) {
    return switch (this) {
      case Union(var globs) -> {
        Truth any = Truth.FALSE;
        for (int i = 0; i < globs.size() && !any.isTrue(); i++) {
          any = any.or(matches.apply(globs.get(i)));
        }
        yield any;
      }
      case Complement(GlobSet of) -> of.truth(matches).not();
      case Both(GlobSet left, GlobSet right) -> {
        Truth first = left.truth(matches);
        yield first.isFalse() ? first : first.and(right.truth(matches));
      }
      case Either(GlobSet left, GlobSet right) -> {
        Truth first = left.truth(matches);
        yield first.isTrue() ? first : first.or(right.truth(matches));
      }
    };
  }

  /** A set with the same texts among those that {@code part} matches, made from fewer globs where it can be. */
  default GlobSet within(Glob part) {
    return switch (this) {
      case Union(var globs) -> globs.stream().anyMatch(glob -> glob.matches(part).isTrue())
          ? all()
          : new Union(globs.stream().filter(part::meets).toList());
      case Complement(GlobSet of) -> new Complement(of.within(part));
      case Both(GlobSet left, GlobSet right) -> new Both(left.within(part), right.within(part));
      case Either(GlobSet left, GlobSet right) -> new Either(left.within(part), right.within(part));
    };
  }

  /** The globs it is made from, each once. */
  default Set<Glob> patterns() {
    var globs = new LinkedHashSet<Glob>();
    collect(globs);
    return globs;
  }

  private void collect(Set<Glob> out) {
    switch (this) {
      case Union(var globs) -> out.addAll(globs);
      case Complement(GlobSet of) -> of.collect(out);
      case Both(GlobSet left, GlobSet right) -> {
        left.collect(out);
        right.collect(out);
      }
      case Either(GlobSet left, GlobSet right) -> {
        left.collect(out);
        right.collect(out);
      }
    }
  }

  /** A shortest text of the set; empty if there is none, or none was found in bounded time. */
  default Optional<String> example() {
    var globs = new ArrayList<>(patterns());
    for (Atoms.Atom atom : Atoms.of(globs, Glob.EVERYTHING).list()) {
      if (holds(glob -> atom.members().get(globs.indexOf(glob)))) {
        return Optional.of(atom.witness());
      }
    }
    return Optional.empty();
  }

  /** Whether the set has no text; unknown if its patterns are too entangled. */
  default Truth isEmpty() {
    var globs = new ArrayList<>(patterns());
    Atoms atoms = Atoms.of(globs, Glob.EVERYTHING);
    boolean found = atoms.list().stream().anyMatch(atom -> holds(glob -> atom.members().get(globs.indexOf(glob))));
    return found ? Truth.FALSE : atoms.isComplete() ? Truth.TRUE : Truth.UNKNOWN;
  }

  /** Whether this holds all that {@code other} holds. */
  default Truth covers(GlobSet other) {
    return other.minus(this).isEmpty();
  }
}

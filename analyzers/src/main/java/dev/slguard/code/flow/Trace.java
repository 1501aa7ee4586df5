package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps a labelled value took so far. A trace made of two shares them, so that adding to one costs the same whatever
 * its length (Boehm, Atkinson, Plass 1995, "Ropes").
 */
final class Trace {
  private static final int LONGEST = 24;
  static final Trace EMPTY = new Trace();

  /** The halves; of a trace of one step or none, the empty trace. */
  private final Trace left;
  private final Trace right;
  private final Optional<Flow.Step> first;
  private final Optional<Flow.Step> last;
  private final int length;

  private Trace() {
    this.left = this;
    this.right = this;
    this.first = Optional.empty();
    this.last = Optional.empty();
    this.length = 0;
  }

  private Trace(Trace left, Trace right, Optional<Flow.Step> first, Optional<Flow.Step> last, int length) {
    this.left = left;
    this.right = right;
    this.first = first;
    this.last = last;
    this.length = length;
  }

  /** The trace of one step. */
  static Trace of(Flow.Step step) {
    Optional<Flow.Step> only = Optional.of(step);
    return new Trace(EMPTY, EMPTY, only, only, 1);
  }

  /** The last step. */
  Optional<Flow.Step> step() {
    return last;
  }

  /** Number of steps. */
  int length() {
    return length;
  }

  /** All steps but the last one. */
  Trace before() {
    return left.length == 0 ? EMPTY : left.then(right.before());
  }

  /** This trace and one more step; the same where that step is its last already or it is full. */
  Trace then(Flow.Step next) {
    return length >= LONGEST || last.isPresent() && last.get().equals(next) ? this : then(of(next));
  }

  /** This trace and all steps of {@code rest}, as far as there is room. */
  Trace then(Trace rest) {
    if (rest.length == 0 || length >= LONGEST) {
      return this;
    } else if (length == 0) {
      return rest;
    }
    boolean again = last.equals(rest.first);
    if (again && rest.length == 1) {
      return this;
    }
    return new Trace(this, rest, first, rest.last, Math.min(LONGEST, length + rest.length - (again ? 1 : 0)));
  }

  /** The steps, first one first. */
  List<Flow.Step> steps() {
    List<Flow.Step> steps = new ArrayList<>(length);
    addTo(steps);
    return steps;
  }

  private void addTo(List<Flow.Step> steps) {
    if (left.length == 0) {
      if (first.isPresent() && steps.size() < LONGEST && (steps.isEmpty() || !steps.getLast().equals(first.get()))) {
        steps.add(first.get());
      }
      return;
    }
    left.addTo(steps);
    right.addTo(steps);
  }
}

package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps a labelled value took so far, last first; shares its beginning with others. */
record Trace(Optional<Trace> before, Optional<Flow.Step> step, int length) {
  private static final int LONGEST = 24;
  static final Trace EMPTY = new Trace(Optional.empty(), Optional.empty(), 0);

  /** This trace and one more step; the same where that step is its last already or it is full. */
  Trace then(Flow.Step next) {
    if (length >= LONGEST || step.isPresent() && step.get().equals(next)) {
      return this;
    }
    return new Trace(Optional.of(this), Optional.of(next), length + 1);
  }

  /** This trace and all steps of {@code rest}. */
  Trace then(Trace rest) {
    if (rest.step.isEmpty() || length >= LONGEST) {
      return this;
    } else if (length == 0) {
      return rest;
    }
    return then(rest.before.orElse(EMPTY)).then(rest.step.get());
  }

  /** The steps, first one first. */
  List<Flow.Step> steps() {
    List<Flow.Step> steps = new ArrayList<>();
    Trace at = this;
    while (at.step.isPresent()) {
      steps.add(at.step.get());
      at = at.before.orElse(EMPTY);
    }
    return steps.reversed();
  }
}

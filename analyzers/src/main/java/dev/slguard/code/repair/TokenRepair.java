package dev.slguard.code.repair;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for the token near a syntax error whose removal, whose exchange with its neighbour, or before which one more
 * token makes the text sound. Such changes are tried by reading the text, those nearest to the error first, until one
 * keeps all functions that another reading found or the budget is spent; so the time is linear in the text.
 */
public final class TokenRepair {
  /** Changes of one text. */
  private static final int MOST = 3;
  /** Characters behind an error that must be read soundly for a change that does not mend the whole text. */
  private static final int FURTHER = 200;

  private final List<String> missing;
  private final Function<String, Outcome> reading;
  private final Set<Outcome.Span> functions;
  private long budget;

  /**
   * A search.
   *
   * @param missing tokens that may be missing, the likeliest first
   * @param reading reads a text up to its first error
   * @param functions what another reading finds
   * @param budget characters that may be read
   */
  public TokenRepair(List<String> missing, Function<String, Outcome> reading, List<Outcome.Span> functions,
      long budget) {
    this.missing = List.copyOf(missing);
    this.reading = reading;
    this.functions = new HashSet<>(functions);
    this.budget = budget;
  }

  /** {@code text} with as few changes as make it sound; empty if none help. */
  public Optional<EditedText> repaired(String text) {
    EditedText current = EditedText.original(text);
    Outcome reached = read(text);
    for (int i = 0; i < MOST && !reached.isSound(); i++) {
      Optional<Found> found = best(current, reached);
      if (found.isEmpty()) {
        break;
      }
      current = found.get().text();
      reached = found.get().outcome();
    }
    return current.edits().isEmpty() ? Optional.empty() : Optional.of(current);
  }

  private Outcome read(String text) {
    Outcome outcome = reading.apply(text);
    budget -= outcome.firstProblem() + text.length() / 16;
    return outcome;
  }

  /**
   * A change that helps.
   *
   * @param kept how many of the functions that the other reading found are there, if the text is sound
   */
  private record Found(EditedText text, Outcome outcome, int kept) {
    boolean isBetter(Found other) {
      if (outcome.isSound() != other.outcome.isSound()) {
        return outcome.isSound();
      }
      if (!outcome.isSound()) {
        return outcome.firstProblem() > other.outcome.firstProblem();
      }
      return kept != other.kept ? kept > other.kept : outcome.functions().size() > other.outcome.functions().size();
    }
  }

  private Optional<Found> best(EditedText current, Outcome reached) {
    var near = new Changes(current.text(), reached.firstProblem(), missing);
    if (reached.furthest() <= reached.firstProblem()) {
      return certain(current, near).or(() -> best(current, reached.firstProblem(), near, Optional.empty()));
    }
    var far = new Changes(current.text(), reached.furthest(), missing);
    return certain(current, near).or(() -> certain(current, far)).or(() -> {
      Optional<Found> first = best(current, reached.firstProblem(), near, Optional.empty());
      return first.filter(this::isGood).or(() -> best(current, reached.firstProblem(), far, first));
    });
  }

  private Optional<Found> certain(EditedText current, Changes changes) {
    for (Edit edit : changes.doubled()) {
      Found found = found(current, edit);
      if (found.outcome().isSound()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private Optional<Found> best(EditedText current, int problem, Changes changes, Optional<Found> before) {
    Optional<Found> best = before;
    for (Edit edit : changes.all()) {
      if (budget <= 0) {
        break;
      }
      Found found = found(current, edit);
      if (isGood(found)) {
        return Optional.of(found);
      }
      boolean helps = found.outcome().isSound() || found.outcome().firstProblem() > edit.after(problem) + FURTHER;
      if (helps && best.map(found::isBetter).orElse(true)) {
        best = Optional.of(found);
      }
    }
    return best;
  }

  private boolean isGood(Found found) {
    return found.outcome().isSound() && found.kept() == functions.size();
  }

  private Found found(EditedText current, Edit edit) {
    EditedText edited = current.with(edit);
    Outcome outcome = read(edited.text());
    return new Found(edited, outcome, kept(edited, outcome));
  }

  private int kept(EditedText edited, Outcome outcome) {
    int kept = 0;
    for (Outcome.Span span : outcome.functions()) {
      kept += functions.contains(edited.original(span)) ? 1 : 0;
    }
    return kept;
  }
}

package dev.slguard.code.flow;

import dev.slguard.code.library.Level;
import dev.slguard.code.library.Part;
import dev.slguard.source.Span;
import java.util.Objects;

/**
 * A labelled value at a sink, as the routine that holds the sink, or one that calls it, sees it.
 *
 * @param part which part of the value the sink is about
 *
 * <p>Equal if category, weight, place and label are the same; the rest are remarks.
 */
record Hit(String category, Level weight, String sinkName, Span at, Taint taint, Part part) {
  /** The same, as grave as {@code level} says. */
  Hit weighing(Level level) {
    return new Hit(category, level, sinkName, at, taint, part);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hit that && weight == that.weight && at.equals(that.at) && category.equals(that.category)
        && taint.equals(that.taint);
  }

  @Override
  public int hashCode() {
    return Objects.hash(category, weight, at, taint);
  }
}

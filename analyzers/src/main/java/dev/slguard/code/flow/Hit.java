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
 * <p>Equal if category, sink and label are the same; the rest are remarks.
 */
record Hit(String category, Level weight, String sinkName, Span at, Taint taint, Part part) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Hit that && at.equals(that.at) && category.equals(that.category)
        && taint.equals(that.taint);
  }

  @Override
  public int hashCode() {
    return Objects.hash(category, at, taint);
  }
}

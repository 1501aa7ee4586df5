package dev.slguard.iam.policy;

import dev.slguard.source.Span;
import java.util.List;

/**
 * Action or NotAction, Resource or NotResource.
 *
 * @param negated whether it is the Not form: everything that no item matches
 * @param items the entries in the order written; an element that deployment decides as a whole is one hole
 * @param at the element's value
 */
public record PatternList(boolean negated, List<TextPattern> items, Span at) {
  public PatternList {
    items = List.copyOf(items);
  }

  /** Whether it holds everything: {@code *} listed, and not negated. */
  public boolean isAny() {
    return !negated && items.stream().anyMatch(TextPattern::isAny);
  }
}

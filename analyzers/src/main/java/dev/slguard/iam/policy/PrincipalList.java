package dev.slguard.iam.policy;

import dev.slguard.source.Span;
import java.util.List;

/**
 * Principal or NotPrincipal.
 *
 * @param negated whether it is NotPrincipal
 */
public record PrincipalList(boolean negated, List<Principal> items, Span at) {
  public PrincipalList {
    items = List.copyOf(items);
  }

  /** Whether everybody is named. */
  public boolean namesEveryone() {
    return !negated && items.stream().anyMatch(item -> item instanceof Principal.Everyone);
  }
}

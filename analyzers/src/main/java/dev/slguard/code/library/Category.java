package dev.slguard.code.library;

import java.util.Optional;
import java.util.Set;

/**
 * A kind of harm; its name is the id of the rule that reports it.
 *
 * @param labels what a value must carry to count
 * @param injection whether it is cleared by whatever makes a value harmless text: numbers, allow lists
 * @param ofEvent whether fields of the event count, rather than only what comes from elsewhere
 * @param harmlessBehind a tag of values that are harmless where a constant text stands in front of them; empty for none
 * @param secondOrder whether what the application's own stores hold counts as much as fields of the event
 */
public record Category(String name, Set<Label> labels, boolean injection, boolean ofEvent, boolean secondOrder,
    Optional<String> harmlessBehind) {
  public Category {
    labels = Set.copyOf(labels);
  }
}

package dev.slguard.code.library;

import java.util.Set;

/**
 * A kind of harm; its name is the id of the rule that reports it.
 *
 * @param labels what a value must carry to count
 * @param injection whether it is cleared by whatever makes a value harmless text: numbers, allow lists
 * @param ofEvent whether fields of the event count, rather than only what comes from elsewhere
 */
public record Category(String name, Set<Label> labels, boolean injection, boolean ofEvent) {
  public Category {
    labels = Set.copyOf(labels);
  }
}

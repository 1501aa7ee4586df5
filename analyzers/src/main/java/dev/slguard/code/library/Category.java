package dev.slguard.code.library;

import java.util.Set;

/**
 * A kind of harm; its name is the id of the rule that reports it.
 *
 * @param labels what a value must carry to count
 * @param injection whether it is cleared by whatever makes a value harmless text: numbers, allow lists
 */
public record Category(String name, Set<Label> labels, boolean injection) {
  public Category {
    labels = Set.copyOf(labels);
  }
}

package dev.slguard.code.library;

import java.util.List;
import java.util.Set;

/**
 * A place where a value does harm.
 *
 * @param positions which arguments, alternatives in any order
 * @param weight how much harm compared with others of the category
 * @param note words for the message in place of the callee's name; empty for that name
 * @param requires tags that a label must carry to count
 */
public record Sink(String category, List<Position> positions, Part part, List<Condition> conditions, Level weight,
    String note, Set<String> requires) {
  public Sink {
    requires = Set.copyOf(requires);
    positions = List.copyOf(positions);
    conditions = List.copyOf(conditions);
  }
}

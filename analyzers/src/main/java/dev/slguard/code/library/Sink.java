package dev.slguard.code.library;

import java.util.List;

/**
 * A place where a value does harm.
 *
 * @param positions which arguments, alternatives in any order
 * @param weight how much harm compared with others of the category
 * @param note words for the message in place of the callee's name; empty for that name
 */
public record Sink(String category, List<Position> positions, Part part, List<Condition> conditions, Level weight,
    String note) {
  public Sink {
    positions = List.copyOf(positions);
    conditions = List.copyOf(conditions);
  }
}

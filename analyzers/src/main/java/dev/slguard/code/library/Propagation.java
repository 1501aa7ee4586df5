package dev.slguard.code.library;

import java.util.List;

/**
 * How values move through a call.
 *
 * @param from where they come from; empty: receiver and all arguments
 * @param to where they go
 */
public record Propagation(Transform transform, List<Position> from, Position to, List<Condition> conditions) {
  public Propagation {
    from = List.copyOf(from);
    conditions = List.copyOf(conditions);
  }
}

package dev.slguard.code.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How values move through a call.
 *
 * @param from where they come from; empty: receiver and all arguments
 * @param to where they go
 * @param type library type of the result where the conditions hold
 * @param only for {@link Transform#ALIAS}: categories that a check of the result clears the source of; empty for all
 */
public record Propagation(Transform transform, List<Position> from, Position to, List<Condition> conditions,
    Optional<String> type, Set<String> only) {
  public Propagation {
    from = List.copyOf(from);
    conditions = List.copyOf(conditions);
    only = Set.copyOf(only);
  }
}

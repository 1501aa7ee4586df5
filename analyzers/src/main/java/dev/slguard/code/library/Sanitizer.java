package dev.slguard.code.library;

import java.util.List;
import java.util.Set;

/**
 * A call whose result no longer carries what it was given, for some categories.
 *
 * @param clears categories; {@link Library#ALL} stands for all of injection
 * @param tags properties the result gains that a later guard may ask for ("canonical")
 */
public record Sanitizer(Set<String> clears, Set<String> tags, List<Condition> conditions) {
  public Sanitizer {
    clears = Set.copyOf(clears);
    tags = Set.copyOf(tags);
    conditions = List.copyOf(conditions);
  }
}

package dev.slguard.code.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call that tells good values from bad ones: on the side where it says so, its subject is harmless for some
 * categories.
 *
 * @param requires tags that the subject must carry ("canonical")
 * @param schema where the schema stands that the subject is checked against: only what it confines is harmless
 */
public record Guard(Set<String> clears, Position subject, When when, Set<String> requires, List<Condition> conditions,
    Optional<Position> schema) {
  /** On which side the subject is good. */
  public enum When {
    /** Where the call is true. */
    TRUE,
    /** Where it is false. */
    FALSE,
    /** After it returned: it throws on bad values. */
    RETURNED,
    /** Where its result is something: a match object, a name that was found. */
    SOMETHING,
    /** Where its result is an index, not -1. */
    INDEX,
    /** After it returned, as far as the subject, itself a check, says of the values that it checks. */
    ASSERTED
  }

  public Guard {
    clears = Set.copyOf(clears);
    requires = Set.copyOf(requires);
    conditions = List.copyOf(conditions);
  }
}

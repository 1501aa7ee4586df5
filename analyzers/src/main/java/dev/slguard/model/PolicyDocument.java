package dev.slguard.model;

import dev.slguard.source.Span;
import java.util.List;

/**
 * A policy document as it stands in a template, not yet parsed.
 *
 * @param name policy name where known, else the logical id of the resource that carries it
 * @param carrier logical id of the resource that carries it: the role, a separate policy, a bucket policy
 * @param document the mapping with Version and Statement
 * @param conditions when it applies
 * @param subjects of a resource-based policy: logical ids of the resources whose use it decides (or their ARN or name where
 *     they stand elsewhere); empty for an identity's policy
 */
public record PolicyDocument(String name, String carrier, Value document, ConditionSet conditions, Span at,
    List<String> subjects) {
  public PolicyDocument {
    subjects = List.copyOf(subjects);
  }

  /** The policy of an identity. */
  public PolicyDocument(String name, String carrier, Value document, ConditionSet conditions, Span at) {
    this(name, carrier, document, conditions, at, List.of());
  }
}

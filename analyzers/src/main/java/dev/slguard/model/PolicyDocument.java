package dev.slguard.model;

import dev.slguard.source.Span;

/**
 * A policy document as it stands in a template, not yet parsed.
 *
 * @param name policy name where known, else the logical id of the resource that carries it
 * @param carrier logical id of the resource that carries it: the role, a separate policy, a bucket policy
 * @param document the mapping with Version and Statement
 * @param conditions when it applies
 */
public record PolicyDocument(String name, String carrier, Value document, ConditionSet conditions, Span at) {}

package dev.slguard.code.python;

import java.util.List;
import java.util.Optional;

/** A pattern of a {@code case}. */
sealed interface Pattern {
  /** A literal or a dotted name, compared by value. */
  record Value(Expression value) implements Pattern {}

  /** A name that takes the value, after {@code pattern} has matched where there is one. */
  record Capture(Optional<Pattern> pattern, String name) implements Pattern {}

  /** {@code _}: matches all, takes nothing. */
  record Wildcard() implements Pattern {}

  /** {@code [a, *rest]} or {@code (a, b)}. */
  record Sequence(List<Pattern> items) implements Pattern {}

  /** {@code *name} inside a sequence; empty for {@code *_}. */
  record Rest(Optional<String> name) implements Pattern {}

  /** {@code {key: pattern, **rest}}. */
  record Mapping(List<MappingItem> items, Optional<String> rest) implements Pattern {}

  /** One key of a mapping pattern. */
  record MappingItem(Expression key, Pattern pattern) {}

  /** {@code Type(pattern, name=pattern)}. */
  record Instance(Expression type, List<Pattern> positional, List<Attribute> attributes) implements Pattern {}

  /** One named attribute of an instance pattern. */
  record Attribute(String name, Pattern pattern) {}

  /** {@code a | b}. */
  record Either(List<Pattern> alternatives) implements Pattern {}
}

package dev.slguard.rules.language;

import java.util.List;

/** A text with {@code ${name.path}} places that a finding fills; parts in order. */
public record MessageTemplate(List<Part> parts) {
  /** A piece of the text. */
  public sealed interface Part {
    /** As it stands. */
    record Literal(String text) implements Part {}

    /** The value that a named node has at a path. */
    record Place(NodePath node) implements Part {}
  }

  public MessageTemplate {
    parts = List.copyOf(parts);
  }
}

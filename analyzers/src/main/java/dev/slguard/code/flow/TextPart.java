package dev.slguard.code.flow;

/** A piece of a text whose make-up is known. */
sealed interface TextPart {
  /** Known characters. */
  record Literal(String text) implements TextPart {}

  /** Unknown characters with what they carry. */
  record Hole(Taints taints) implements TextPart {}
}

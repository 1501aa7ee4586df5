package dev.slguard.code.ir;

import java.util.List;

/**
 * A parameter. A destructured one is a positional parameter that the body takes apart; a default is code at the start
 * of the body under {@link Operator#MISSING}.
 *
 * @param name as a keyword argument would call it; empty for a destructured one
 * @param local what holds it; its type stands in {@link Routine#variables}
 */
public record Parameter(String name, Local local, Kind kind, boolean optional, List<Annotation> annotations) {
  /** Which arguments it takes. */
  public enum Kind {
    POSITIONAL,
    /** The rest of the positional arguments, as a list. */
    REST,
    /** Python, after {@code *}. */
    KEYWORD_ONLY,
    /** The rest of the keyword arguments, as a map. */
    KEYWORD_REST
  }

  public Parameter {
    annotations = List.copyOf(annotations);
  }
}

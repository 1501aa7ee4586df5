package dev.slguard.template.serverless.variables;

import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** A part of a text that may hold variables. */
sealed interface Piece {

  /** Text that stands for itself. */
  record Literal(String text) implements Piece {}

  /**
   * {@code ${source, source…}}: the first source that has a value gives it.
   *
   * @param text as written, with its braces
   */
  record Variable(List<Source> sources, String text) implements Piece {
    public Variable {
      sources = List.copyOf(sources);
    }
  }

  /** Where a variable looks. */
  sealed interface Source {

    /** A literal at the end of the list: a quoted text, a number, true, false or null. */
    record Constant(String text, Tree.Kind kind) implements Source {}

    /** Another variable as fallback. */
    record Nested(Variable variable) implements Source {}

    /**
     * {@code type(parameters):address}.
     *
     * @param parameters between the parentheses, each with its own variables
     * @param address behind the colon; empty if there is no colon
     */
    record Lookup(String type, List<List<Piece>> parameters, Optional<List<Piece>> address) implements Source {
      public Lookup {
        parameters = List.copyOf(parameters);
      }
    }
  }
}

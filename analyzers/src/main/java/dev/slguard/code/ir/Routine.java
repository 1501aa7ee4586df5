package dev.slguard.code.ir;

import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One body of code: a function, method, lambda or the top level of a module. Block 0 is the entry.
 *
 * @param name as written; {@code <lambda>} and {@code <module>} where there is none
 * @param receiver the local that holds {@code this} or {@code self}; it is not among the parameters
 * @param variables by index of {@link Local}
 * @param returnType as {@link Variable#type}
 * @param at the routine as written, from its first keyword to its end
 */
public record Routine(String name, Kind kind, boolean isAsync, boolean isGenerator, Optional<Local> receiver,
    List<Parameter> parameters, List<Capture> captures, List<Variable> variables, Optional<String> returnType,
    List<Annotation> annotations, List<Block> blocks, Span at) {
  /** How a routine is called. */
  public enum Kind {
    FUNCTION,
    /** Called on an instance, which is its receiver. */
    METHOD,
    /** Called on the class without one. */
    STATIC,
    /** Python: the receiver is the class. */
    CLASS_METHOD, CONSTRUCTOR,
    /** Runs when the field of its name is read ({@code @property}, {@code get x()}). */
    GETTER,
    /** Runs when the field of its name is written. */
    SETTER,
    /** A function without a receiver of its own: {@code this} inside is a captured variable. */
    LAMBDA,
    /** The top level of a module. */
    MODULE
  }

  public Routine {
    parameters = List.copyOf(parameters);
    captures = List.copyOf(captures);
    variables = List.copyOf(variables);
    annotations = List.copyOf(annotations);
    blocks = List.copyOf(blocks);
  }

  /** What is known of {@code local}. */
  public Variable variable(Local local) {
    return variables.get(local.index());
  }
}

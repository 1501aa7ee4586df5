package dev.slguard.code;

import dev.slguard.code.library.Label;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Trust;
import dev.slguard.source.Span;
import java.util.List;

/**
 * A labelled value that reaches a place where it does harm.
 *
 * @param category the kind of harm, which is the id of the rule that reports it
 * @param sourceName what came in, in words: {@code queryStringParameters.name}, {@code secret}
 * @param sinkName what it reaches: the callee as the library calls it, {@code response body}
 * @param weight how much harm compared with others of the category
 * @param confidence lower for calls of unknown libraries on the way, files that nothing deploys, weak schemas
 * @param entry the entry point in whose run it happens
 * @param steps from the source to the sink, both included; the trigger's line is not among them
 */
public record Flow(String category, Label label, Trust trust, String sourceName, String sinkName, Level weight,
    Level confidence, EntryPoint entry, List<Step> steps) implements Comparable<Flow> {
  public Flow {
    steps = List.copyOf(steps);
  }

  /** Where the value comes in. */
  public Step source() {
    return steps.getFirst();
  }

  /** Where it does harm. */
  public Step sink() {
    return steps.getLast();
  }

  @Override
  public int compareTo(Flow other) {
    int order = sink().at().compareTo(other.sink().at());
    order = order != 0 ? order : category.compareTo(other.category);
    order = order != 0 ? order : source().at().compareTo(other.source().at());
    order = order != 0 ? order : sourceName.compareTo(other.sourceName);
    order = order != 0 ? order : entry.compareTo(other.entry);
    order = order != 0 ? order : label.compareTo(other.label);
    return order != 0 ? order : other.weight.compareTo(weight);
  }

  /**
   * One place on the way.
   *
   * @param detail a name in words: the field read, the function called, the callee that does harm
   */
  public record Step(Kind kind, Span at, String detail) {
    /** What happens there. */
    public enum Kind {
      /** The value is read. */
      SOURCE,
      /** It is handed to another function of the project. */
      CALL,
      /** It comes back from one. */
      RETURN,
      /** It is kept in an object, a variable of the module, a file. */
      STORE,
      /** It does harm. */
      SINK
    }
  }
}

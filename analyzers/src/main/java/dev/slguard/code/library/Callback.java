package dev.slguard.code.library;

import java.util.List;
import java.util.Optional;

/**
 * A call that calls a function it is given.
 *
 * @param function where that function stands, or the class or object whose methods are called
 * @param methods the methods that are called of it, those that it has; empty if it is called itself
 * @param inputs what its parameters get, in order
 * @param result what the call's own result is
 * @param harmless texts, <code>${name}</code> standing for a parameter's name, that in the first argument of the call
 *     that made this one's receiver (a route) say that the parameter is a number
 * @param segments such texts that say that the parameter is one segment of a path
 * @param validated what of the first input, a library object, went through schemas before
 * @param method name of the method that is called where an object, or a class to be made, stands in place of the function
 * @param answers the categories for which what the function returns is harmful
 */
public record Callback(Position function, List<String> methods, List<Input> inputs, Result result,
    List<Condition> conditions, List<String> harmless, List<String> segments, List<String> answers,
    Optional<String> method, List<Validated> validated) {
  /**
   * A member of the first input, reached by {@code members}, that holds {@code source} as the schema at {@code schema} lets it
   * through. What stands there may be a {@code validator} instead: an object made of a key and a schema, whose result is
   * the member's element under that key.
   */
  public record Validated(List<String> members, Position schema, Source source) {
    public Validated {
      members = List.copyOf(members);
    }
  }

  /** What a parameter gets. */
  public sealed interface Input {
    /** A value of the call. */
    record Of(Position position) implements Input {}

    /** What an earlier run of the function returned: the accumulator of a fold. */
    record Returned() implements Input {}

    /** A labelled value from outside: a route parameter, a message. */
    record From(Source source) implements Input {}

    /** A new object of a library type. */
    record Instance(String type) implements Input {}

    /** The event of the entry point that runs this code. */
    record Event() implements Input {}

    /** The library object that the path of the call itself names: a builder that a client makes for its caller. */
    record Path() implements Input {}

    /** A member of that event. */
    record EventPart(List<String> keys) implements Input {
      public EventPart {
        keys = List.copyOf(keys);
      }
    }

    /** Something harmless. */
    record Other() implements Input {}

    /**
     * The event as the schema at {@code schema} lets it through; what an envelope takes out of it for
     * {@code enveloped}, a list of that for {@code many}.
     */
    record Schema(Position schema, boolean enveloped, boolean many) implements Input {}

    /** An instance of the class at {@code type} that holds fields of the event; a list of them for {@code many}. */
    record Model(Position type, boolean many) implements Input {}
  }

  /** What the call returns. */
  public enum Result {
    /** What the model's other parts say. */
    UNTOUCHED,
    /** What the function returns. */
    RETURNED,
    /** What it returns, or yields first: what a container supplies. */
    SUPPLIED,
    /** A list of what it returns. */
    LIST,
    /** A list of the items of what it returns. */
    FLAT,
    /** The function itself: a decorator or wrapper that keeps its shape. */
    FUNCTION,
    /** The function, its first parameters bound to the inputs; it is not called yet. */
    BOUND,
    /** Its receiver. */
    RECEIVER,
    /** The receiver, or its items, cleared of what the function says of those for which it is true. */
    FILTERED,
    /** One of those items. */
    FOUND,
    /** A truth value: if it is true, what the function says of captured values where it is true holds of them. */
    MATCHED,
    /** A truth value: if it is true, what the function says where it is true holds of every item and of the receiver. */
    EVERY,
    /** What it returns, kept in the receiver under the first argument if nothing stands there. */
    STORED,
    /** What the function returns, or the receiver: a promise with a handler of its failure. */
    EITHER
  }

  public Callback {
    methods = List.copyOf(methods);
    inputs = List.copyOf(inputs);
    harmless = List.copyOf(harmless);
    segments = List.copyOf(segments);
    answers = List.copyOf(answers);
    validated = List.copyOf(validated);
    conditions = List.copyOf(conditions);
  }
}

package dev.slguard.code.library;

import java.util.List;

/**
 * A call that calls a function it is given.
 *
 * @param function where that function stands
 * @param inputs what its parameters get, in order
 * @param result what the call's own result is
 */
public record Callback(Position function, List<Input> inputs, Result result, List<Condition> conditions) {
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
  }

  /** What the call returns. */
  public enum Result {
    /** What the model's other parts say. */
    UNTOUCHED,
    /** What the function returns. */
    RETURNED,
    /** A list of what it returns. */
    LIST,
    /** A list of the items of what it returns. */
    FLAT,
    /** The function itself: a decorator or wrapper that keeps its shape. */
    FUNCTION,
    /** Its receiver. */
    RECEIVER,
    /** What it returns, kept in the receiver under the first argument if nothing stands there. */
    STORED,
    /** What the function returns, or the receiver: a promise with a handler of its failure. */
    EITHER
  }

  public Callback {
    inputs = List.copyOf(inputs);
    conditions = List.copyOf(conditions);
  }
}

package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Glob;
import java.util.List;

/** What a request says under a condition key. */
public sealed interface ContextValue {

  /** The key is in the request with these values; an empty list is an empty key of several values. */
  record Present(List<String> values) implements ContextValue {
    public Present {
      values = List.copyOf(values);
    }
  }

  /** The key is not in the request. */
  record Missing() implements ContextValue {}

  /** Whether the key is there, and with which values, only the request decides. */
  record Symbolic() implements ContextValue {}

  /**
   * One text of which deployment decides parts, spelled in each way that policies may spell it: an own ARN by its name and by a
   * reference.
   */
  record Spelled(List<Glob> spellings) implements ContextValue {
    public Spelled {
      spellings = List.copyOf(spellings);
    }
  }

  /**
   * A time that only the request decides, but which is not before the given one.
   *
   * @param epochSecond seconds since 1970
   */
  record Since(long epochSecond) implements ContextValue {}
}

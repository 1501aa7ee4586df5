package dev.slguard.code.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one callee (or member).
 *
 * @param returns library type of the result; {@code ${0}} in it stands for the constant text of that argument
 * @param use operation that the call performs, for {@code Use} facts; empty for none
 */
public record CallModel(List<Sink> sinks, List<Source> sources, List<Sanitizer> sanitizers, List<Guard> guards,
    List<Propagation> propagations, List<Callback> callbacks, Optional<String> returns, Optional<String> use) {
  /** A model that says nothing. */
  public static final CallModel NOTHING = new CallModel(List.of(), List.of(), List.of(), List.of(), List.of(),
      List.of(), Optional.empty(), Optional.empty());

  public CallModel {
    sinks = List.copyOf(sinks);
    sources = List.copyOf(sources);
    sanitizers = List.copyOf(sanitizers);
    guards = List.copyOf(guards);
    propagations = List.copyOf(propagations);
    callbacks = List.copyOf(callbacks);
  }

  /** Both taken together; the result type of {@code other} counts where both have one. */
  public CallModel and(CallModel other) {
    if (isNothing()) {
      return other;
    } else if (other.isNothing()) {
      return this;
    }
    return new CallModel(joined(sinks, other.sinks), joined(sources, other.sources),
        joined(sanitizers, other.sanitizers), joined(guards, other.guards), joined(propagations, other.propagations),
        joined(callbacks, other.callbacks), other.returns.or(() -> returns), other.use.or(() -> use));
  }

  /** Whether it says nothing. */
  public boolean isNothing() {
    return sinks.isEmpty() && sources.isEmpty() && sanitizers.isEmpty() && guards.isEmpty() && propagations.isEmpty()
        && callbacks.isEmpty() && returns.isEmpty() && use.isEmpty();
  }

  /** Whether it says what the result of the call is. */
  public boolean knowsResult() {
    return !propagations.isEmpty() || returns.isPresent() || !sanitizers.isEmpty();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    if (first.isEmpty()) {
      return second;
    }
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}

package dev.slguard.code.library;

import java.util.Map;
import java.util.Set;

/**
 * Methods that a framework calls with parts of an event.
 *
 * @param annotations on the method; any of them
 * @param types which the class of the method extends or implements; any of them, where no annotation is asked for
 * @param methods names of the methods of such a class
 * @param parameters annotation of a parameter to the field of the event that it gets a member of
 * @param otherwise the field that other parameters get; empty if they get nothing of the event
 * @param returns types of which the method must return one, if any are given: it makes the function that is called
 * @param produces annotation of a method or its class to the argument that says of which type the result is sent
 * @param patterns whether routes name the pattern that a path parameter matches: {@code {id: [0-9]+}}
 */
public record HandlerStyle(Set<String> annotations, Set<String> types, Set<String> methods,
    Map<String, String> parameters, String otherwise, Set<String> returns, Map<String, String> produces,
    boolean patterns) {
  public HandlerStyle {
    returns = Set.copyOf(returns);
    annotations = Set.copyOf(annotations);
    types = Set.copyOf(types);
    methods = Set.copyOf(methods);
    parameters = Map.copyOf(parameters);
    produces = Map.copyOf(produces);
  }
}

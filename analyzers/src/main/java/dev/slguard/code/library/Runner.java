package dev.slguard.code.library;

import java.util.List;
import java.util.Set;

/**
 * A handler of a framework that finds the code of the project to run by itself.
 *
 * @param handlers its classes, as templates name them
 * @param annotations of the methods that it runs
 * @param types which classes that it runs extend or implement
 * @param namedBy environment variables and settings of which the first that is set names what runs; it may name several, separated by
 *     commas or bars
 */
public record Runner(Set<String> handlers, Set<String> annotations, Set<String> types, List<String> namedBy) {
  public Runner {
    handlers = Set.copyOf(handlers);
    annotations = Set.copyOf(annotations);
    types = Set.copyOf(types);
    namedBy = List.copyOf(namedBy);
  }
}

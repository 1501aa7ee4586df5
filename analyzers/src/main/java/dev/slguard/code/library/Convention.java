package dev.slguard.code.library;

import java.util.List;
import java.util.Set;

/**
 * How the handlers of a language look where no template names them.
 *
 * @param events names of the first parameter
 * @param contexts names of the second parameter
 * @param others names of the first parameter of what is called a handler elsewhere: of errors, of requests
 * @param shaped whether a function named a handler must take two parameters, or an event by its name
 * @param types library types whose implementers are handlers
 * @param method the method of such a class that gets the event
 * @param eventTypes beginnings of the declared types of the first parameter
 * @param applications library types whose objects serve requests by themselves: what a shim that is no source hands them to
 */
public record Convention(Set<String> events, Set<String> contexts, Set<String> others, boolean shaped,
    Set<String> types, String method, List<String> eventTypes, Set<String> applications) {
  /** Of a language whose models say nothing of it. */
  public static final Convention NONE = new Convention(Set.of(), Set.of(), Set.of(), false, Set.of(), "", List.of(),
      Set.of());

  public Convention {
    events = Set.copyOf(events);
    contexts = Set.copyOf(contexts);
    others = Set.copyOf(others);
    types = Set.copyOf(types);
    eventTypes = List.copyOf(eventTypes);
    applications = Set.copyOf(applications);
  }
}

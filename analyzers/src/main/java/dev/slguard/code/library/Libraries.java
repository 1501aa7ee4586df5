package dev.slguard.code.library;

import java.util.List;
import java.util.Map;

/**
 * The models of every language, and what all of them share: categories, events, the looks of secrets. Thread-safe.
 */
public record Libraries(Map<String, Library> byLanguage, Categories categories, Map<String, EventFields> events,
    SecretTexts secrets) {
  private static final EventFields UNKNOWN_EVENT = new EventFields(Map.of(), List.of(), List.of(), Trust.INTERNAL);

  public Libraries {
    byLanguage = Map.copyOf(byLanguage);
    events = Map.copyOf(events);
  }

  /** Who chooses the fields of events of {@code shape}, by its name as models write it. */
  public EventFields event(String shape) {
    EventFields fields = events.get(shape);
    return fields == null ? UNKNOWN_EVENT : fields;
  }

  /** The models of {@code language}; an empty library if there are none. */
  public Library of(String language) {
    Library library = byLanguage.get(language);
    return library == null ? Library.empty(language) : library;
  }
}

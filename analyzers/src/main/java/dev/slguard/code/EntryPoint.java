package dev.slguard.code;

import dev.slguard.code.library.Level;
import dev.slguard.model.EventShape;
import dev.slguard.source.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * A handler and who chooses what in the event that it gets.
 *
 * @param function logical id of the function in its deployment; empty where no template deploys the code
 * @param file path of the file that holds the handler, relative to the scanned root
 * @param symbol the handler within it: {@code handler}, {@code Orders.handle}, {@code com.acme.App::handle}
 * @param shape what starts it
 * @param authenticated whether the caller must prove an identity first
 * @param trigger the line that states the trigger; empty for none
 * @param confidence LOW where it was found by convention
 */
public record EntryPoint(Optional<String> function, String file, String symbol, EventShape shape, boolean authenticated,
    Optional<Span> trigger, Level confidence) implements Comparable<EntryPoint> {
  private static final Comparator<EntryPoint> ORDER = Comparator.comparing(EntryPoint::file)
      .thenComparing(EntryPoint::symbol).thenComparing(entry -> entry.function.orElse(""))
      .thenComparing(EntryPoint::shape).thenComparing(EntryPoint::authenticated)
      .thenComparing(entry -> entry.trigger.map(Span::toString).orElse(""));

  @Override
  public int compareTo(EntryPoint other) {
    return ORDER.compare(this, other);
  }
}

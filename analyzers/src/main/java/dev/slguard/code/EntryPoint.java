package dev.slguard.code;

import dev.slguard.code.library.Level;
import dev.slguard.model.EventShape;
import dev.slguard.source.Span;
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
  @Override
  public int compareTo(EntryPoint other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : symbol.compareTo(other.symbol);
    order = order != 0 ? order : function.orElse("").compareTo(other.function.orElse(""));
    order = order != 0 ? order : shape.compareTo(other.shape);
    order = order != 0 ? order : Boolean.compare(authenticated, other.authenticated);
    return order != 0 ? order : place().compareTo(other.place());
  }

  private String place() {
    return trigger.map(Span::toString).orElse("");
  }
}

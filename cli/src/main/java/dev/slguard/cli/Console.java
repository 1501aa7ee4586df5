package dev.slguard.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the process has to talk to: streams, environment, working directory, clock.
 *
 * @param interactive whether a person watches a terminal
 */
record Console(PrintStream out, PrintStream err, Map<String, String> environment, Path directory, boolean interactive) {

  /** The value of the environment variable {@code name}, empty if unset or blank. */
  Optional<String> variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /** Whether output may be coloured, by the choice {@code auto}, {@code always} or {@code never}. */
  boolean colour(String choice) {
    return switch (choice) {
      case "always" -> true;
      case "never" -> false;
      default -> variable("NO_COLOR").isEmpty()
          && (variable("CLICOLOR_FORCE").isPresent() || interactive && !"dumb".equals(environment.get("TERM")));
    };
  }
}

package dev.slguard.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command. Its specification is built only when it is asked for: reading all of them would double the start-up time. */
interface Command {

  /** Options and parameters, built by hand: annotations cost 100 ms of reflection. */
  CommandSpec specification();

  /**
   * Runs with parsed arguments.
   *
   * @return an {@link ExitCode}
   * @throws UserError if the arguments make no sense
   * @throws IOException if output cannot be written
   */
  int run(ParseResult arguments, Console console) throws IOException;
}

package dev.slguard.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Chooses the command, parses its arguments and turns every outcome into an exit code. */
final class Cli {
  private final Console console;

  Cli(Console console) {
    this.console = console;
  }

  /** Runs the command that {@code arguments} begin with; never throws. */
  int run(String... arguments) {
    try {
      return dispatch(Arrays.asList(arguments));
    } catch (UserError e) {
      console.err().println("slguard: " + e.getMessage());
      return ExitCode.USAGE;
    } catch (IOException e) {
      console.err().println("slguard: cannot write the result: " + e.getMessage());
      return ExitCode.INTERNAL;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return bug(e);
    }
  }

  /** A bug of ours ends in one line and the trace only on request. */
  private int bug(Throwable e) {
    console.err().println("slguard: internal error, please report it with the input that caused it: " + e);
    if (console.variable("SLGUARD_TRACE").isPresent()) {
      e.printStackTrace(console.err());
    } else {
      console.err().println("slguard: set SLGUARD_TRACE=1 to see where it happened");
    }
    return ExitCode.INTERNAL;
  }

  private int dispatch(List<String> arguments) throws IOException {
    if (arguments.isEmpty() || isHelp(arguments.getFirst())) {
      (arguments.isEmpty() ? console.err() : console.out()).print(Commands.overview());
      return arguments.isEmpty() ? ExitCode.USAGE : ExitCode.CLEAN;
    }
    String first = arguments.getFirst().equals("--version") || arguments.getFirst().equals("-V")
        ? "version"
        : arguments.getFirst();
    Optional<Commands.Entry> entry = Commands.find(first, arguments.size() > 1 ? arguments.get(1) : "");
    if (entry.isEmpty()) {
      throw new UserError(Commands.unknown(arguments));
    }
    Command command = entry.get().command().get();
    return run(entry.get(), command, arguments.subList(entry.get().words(), arguments.size()));
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h") || word.equals("help");
  }

  private int run(Commands.Entry entry, Command command, List<String> arguments) throws IOException {
    CommandSpec specification = command.specification().name("slguard " + entry.name());
    specification.addOption(Options.flag("Show this text.", "-h", "--help"));
    specification.usageMessage().description(entry.description()).sortOptions(false).abbreviateSynopsis(true)
        .optionListHeading("%n").parameterListHeading("%n").width(100);
    var line = new CommandLine(specification).setUnmatchedOptionsArePositionalParams(false)
        .setCaseInsensitiveEnumValuesAllowed(false);
    var rest = new ArrayList<>(arguments);
    if (rest.contains("--help") || rest.contains("-h")) {
      line.usage(console.out(), Ansi.OFF);
      return ExitCode.CLEAN;
    }
    ParseResult parsed;
    try {
      parsed = line.parseArgs(rest.toArray(new String[0]));
    } catch (ParameterException e) {
      throw new UserError(e.getMessage() + " (see 'slguard " + entry.name() + " --help')");
    }
    return command.run(parsed, console);
  }
}

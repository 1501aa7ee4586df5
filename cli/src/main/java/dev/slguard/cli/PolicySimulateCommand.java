package dev.slguard.cli;

import dev.slguard.iam.simulate.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard policy simulate}. */
final class PolicySimulateCommand implements Command {
  private static final int LINE = 4_000_000;

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification
        .addPositional(Options.paths("REQUESTS", "Files with one request and its policies as JSON a line.", 1));
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    var simulator = new Simulator();
    boolean refused = false;
    for (String name : Options.positionals(arguments)) {
      Path file = console.directory().resolve(name);
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserError("cannot read '" + name + "'");
      }
      refused |= answer(simulator, file, name, console);
    }
    console.out().flush();
    return refused ? ExitCode.INCOMPLETE : ExitCode.CLEAN;
  }

  private static boolean answer(Simulator simulator, Path file, String name, Console console) throws IOException {
    boolean refused = false;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        String answer = line.length() > LINE
            ? "{\"error\":\"the line is longer than " + LINE + " characters\"}"
            : simulator.answer(line, name, number);
        refused |= answer.contains("\"error\":");
        console.out().append(answer).append('\n');
      }
    }
    return refused;
  }
}

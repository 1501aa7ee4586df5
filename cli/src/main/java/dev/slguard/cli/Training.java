package dev.slguard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs command lines one after another in one process: the build learns from it which classes an AOT cache should hold. */
final class Training {
  /** Stands in the place of a command. */
  static final String WORD = "training";

  private Training() {}

  /**
   * Runs every line of {@code file}; their results are thrown away.
   *
   * @return 0, or the exit code of the first line that failed
   */
  static int run(Path file, Console console) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var silent = new Console(nowhere, console.err(), console.environment(), console.directory(), false);
    try {
      for (String line : Files.readAllLines(file)) {
        int code = new Cli(silent).run(line.split(" ", -1));
        if (code != ExitCode.CLEAN) {
          console.err().println("slguard: '" + line + "' ended with " + code);
          return code;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.CLEAN;
  }
}

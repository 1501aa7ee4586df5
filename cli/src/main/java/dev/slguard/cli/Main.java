package dev.slguard.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Start of the process. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // UTF-8 and LF whatever the platform: the same input gives the same bytes.
    var out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false,
        StandardCharsets.UTF_8);
    var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var console = new Console(out, err, System.getenv(), Path.of("").toAbsolutePath(),
        System.getenv("TERM") != null && isTerminal());
    int code = arguments.length == 2 && arguments[0].equals(Training.WORD)
        ? Training.run(Path.of(arguments[1]), console)
        : new Cli(console).run(arguments);
    out.flush();
    // Not exit(): it looks for a logger of the exit itself first, and with that through every entry of the class path.
    Runtime.getRuntime().halt(code);
  }

  private static boolean isTerminal() {
    // The launcher knows, since it can ask the shell; System.console() would cost a provider look-up at every start.
    return "1".equals(System.getenv("SLGUARD_TTY"));
  }
}

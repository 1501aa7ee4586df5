package dev.slguard.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the launcher as a user does: as a process. */
final class Slguard {
  private static final long SECONDS = 120;

  private Slguard() {}

  /** What a run left behind. */
  record Result(int exit, String out, String err) {}

  /** Runs {@code slguard} with {@code arguments} in {@code folder}. */
  static Result run(Path folder, String... arguments) {
    return run(folder, environment -> {}, arguments);
  }

  /** The same after {@code change} to its environment. */
  static Result run(Path folder, Consumer<Map<String, String>> change, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Project.folder().resolve("slguard").toString());
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("slguard", ".out");
      Path err = Files.createTempFile("slguard", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
            .redirectError(err.toFile());
        change.accept(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("slguard " + List.of(arguments) + " did not end within " + SECONDS + " s");
        }
        return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
            Files.readString(err, StandardCharsets.UTF_8));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs it in the project's folder. */
  static Result run(String... arguments) {
    return run(Project.folder(), arguments);
  }
}

package dev.slguard.rules.scan;

import dev.slguard.code.library.Models;
import dev.slguard.graph.Application;
import dev.slguard.graph.ApplicationReader;
import dev.slguard.graph.Progress;
import dev.slguard.graph.ReadOptions;
import dev.slguard.rules.cases.ProjectReader;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Reads the files of a rule's case as a scan reads a repository: from a folder that lives as long as the reading. */
public final class TemporaryProject implements ProjectReader {
  private static final String ACCOUNT = ".slguard/account";

  private final Models models;

  /** Reads code with {@code models}, which are loaded when a case has some. */
  public TemporaryProject(Models models) {
    this.models = models;
  }

  @Override
  public Application read(SequencedMap<String, String> files) {
    try {
      Path folder = Files.createTempDirectory("slguard-case");
      try {
        for (var file : files.entrySet()) {
          write(folder, file.getKey(), file.getValue());
        }
        return ApplicationReader.read(new Root(folder, Limits.DEFAULT), options(folder), models, Progress.NONE);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the files of a case", e);
    }
  }

  /** A case with an account folder is read as with {@code --account}. */
  private static ReadOptions options(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(ACCOUNT))) {
      return ReadOptions.DEFAULT;
    }
    var account = new ReadOptions.AccountFolder(new Root(folder.resolve(ACCOUNT), Limits.DEFAULT), ACCOUNT + '/',
        Optional.empty());
    return ReadOptions.DEFAULT.with(account);
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Optional<String> path = Root.resolveIn("", name);
    if (path.isEmpty()) {
      throw new IOException("'" + name + "' leads out of the case");
    }
    Path file = folder.resolve(path.get());
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

package dev.slguard.template.sam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The SAM translator's expansion pairs, which stand beside the project where they are present; the system property
 * {@code slguard.sam.pairs} names another folder of pairs, made by the live translator.
 */
final class Corpus {
  private Corpus() {}

  /** The folder of the pairs; empty where it is absent. */
  static Optional<Path> folder() {
    String given = System.getProperty("slguard.sam.pairs", "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared/corpus/sam-translator");
      if (Files.isDirectory(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Names of the pairs that succeed, or of those that fail, sorted. */
  static List<String> names(Path folder, boolean failing) {
    try (Stream<Path> files = Files.list(folder.resolve("input"))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .filter(name -> name.startsWith("error_") == failing)
          .filter(name -> Files.exists(folder.resolve("output").resolve(name + ".json"))).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

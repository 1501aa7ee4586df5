package dev.slguard.iam.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * An AWS managed policy in its newest version.
 *
 * @param document JSON text
 */
public record ManagedPolicy(String name, String arn, String version, String document) {
  /** Over how many files they are spread, by the hash of their names; as src/catalog writes them. */
  static final int FILES = 64;

  static String file(String name) {
    return "managed/" + Math.floorMod(name.hashCode(), FILES) + ".tsv";
  }

  static Optional<ManagedPolicy> find(String name, List<String> lines) {
    for (String line : lines) {
      if (line.startsWith(name) && line.startsWith("\t", name.length())) {
        return Optional.of(of(line));
      }
    }
    return Optional.empty();
  }

  static ManagedPolicy of(String line) {
    String[] fields = line.split("\t", 4);
    return new ManagedPolicy(fields[0], fields[1], fields[2], fields[3]);
  }
}

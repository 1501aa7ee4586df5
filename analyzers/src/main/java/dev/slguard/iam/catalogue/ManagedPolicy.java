package dev.slguard.iam.catalogue;

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

  /** The policy {@code name} in the text of its file: the line that begins with it. */
  static Optional<ManagedPolicy> find(String name, String file) {
    String key = name + '\t';
    int start = 0;
    while (start >= 0 && !file.startsWith(key, start)) {
      int at = file.indexOf('\n' + key, start);
      start = at < 0 ? at : at + 1;
    }
    if (start < 0 || name.isEmpty()) {
      return Optional.empty();
    }
    int end = file.indexOf('\n', start);
    return Optional.of(of(file.substring(start, end < 0 ? file.length() : end)));
  }

  static ManagedPolicy of(String line) {
    String[] fields = line.split("\t", 4);
    return new ManagedPolicy(fields[0], fields[1], fields[2], fields[3]);
  }
}

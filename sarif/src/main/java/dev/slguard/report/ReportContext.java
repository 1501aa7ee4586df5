package dev.slguard.report;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a report needs beside the findings.
 *
 * @param version of slguard
 * @param prefix what leads from the working directory to the scanned root: empty, or a path with a slash at its end
 * @param sources text of a file by its path relative to the root, as it was scanned; empty if it cannot be read
 * @param colour whether terminal colours are wanted
 * @param millis how long the scan took; empty where reports must not differ from run to run
 * @param category SARIF category, ends with a slash
 */
public record ReportContext(String version, String prefix, Function<String, Optional<String>> sources, boolean colour,
    Optional<Long> millis, String category) {

  /** The name under which the user knows {@code path}. */
  public String shown(String path) {
    return prefix + path;
  }
}

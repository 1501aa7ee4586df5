package dev.slguard.graph;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.SourceFile;
import dev.slguard.template.cloudformation.Siblings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one file.
 *
 * @param covers paths of files that are read through this one and are nothing of their own
 * @param giving stacks that may give others values
 * @param asks names of values that it asks others for
 * @param marked the file itself if its text names slguard
 */
record FileResult(String path, Kind kind, List<Deployment> deployments, List<Diagnostic> diagnostics,
    List<String> covers, List<Siblings.Member> giving, Set<String> asks, Optional<SourceFile> marked) {
  /** How far reading came. */
  enum Kind {
    /** None of slguard's kinds. */
    SKIPPED,
    /** Recognised. */
    READ
  }

  /** None of slguard's kinds. */
  static FileResult skipped(String path) {
    return new FileResult(path, Kind.SKIPPED, List.of(), List.of(), List.of(), List.of(), Set.of(), Optional.empty());
  }

  /** Recognised, and nothing of it could be read. */
  static FileResult lost(String path, List<Diagnostic> diagnostics) {
    return new FileResult(path, Kind.READ, List.of(), diagnostics, List.of(), List.of(), Set.of(), Optional.empty());
  }

  /** The file as another one reads it: only its marks are its own. */
  FileResult covered() {
    return new FileResult(path, kind, List.of(), List.of(), List.of(), List.of(), Set.of(), marked);
  }

  /** Whether something of a recognised file was lost. */
  boolean isIncomplete() {
    return diagnostics.stream().anyMatch(d -> d.level() == Diagnostic.Level.ERROR);
  }
}

package dev.slguard.graph;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param marked the file itself if its text names slguard
 */
record FileResult(String path, Kind kind, List<Deployment> deployments, List<Diagnostic> diagnostics,
    Optional<SourceFile> marked) {
  /** How far reading came. */
  enum Kind {
    /** None of slguard's kinds. */
    SKIPPED,
    /** A part of something that is read through another file, as the templates of an assembly are. */
    COVERED,
    /** Recognised. */
    READ
  }

  static FileResult skipped(String path) {
    return new FileResult(path, Kind.SKIPPED, List.of(), List.of(), Optional.empty());
  }

  /** Whether something of a recognised file was lost. */
  boolean isIncomplete() {
    return diagnostics.stream().anyMatch(d -> d.level() == Diagnostic.Level.ERROR);
  }
}

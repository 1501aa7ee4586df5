package dev.slguard.graph;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.SourceFile;
import dev.slguard.template.Evaluated;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param covers paths of files that are read through this one and are nothing of their own
 * @param exporting stacks that export values
 * @param imports whether it asks for exported values
 * @param marked the file itself if its text names slguard
 */
record FileResult(String path, Kind kind, List<Deployment> deployments, List<Diagnostic> diagnostics,
    List<String> covers, List<Evaluated> exporting, boolean imports, Optional<SourceFile> marked) {
  /** How far reading came. */
  enum Kind {
    /** None of slguard's kinds. */
    SKIPPED,
    /** Recognised. */
    READ
  }

  /** None of slguard's kinds. */
  static FileResult skipped(String path) {
    return new FileResult(path, Kind.SKIPPED, List.of(), List.of(), List.of(), List.of(), false, Optional.empty());
  }

  /** Recognised, and nothing of it could be read. */
  static FileResult lost(String path, List<Diagnostic> diagnostics) {
    return new FileResult(path, Kind.READ, List.of(), diagnostics, List.of(), List.of(), false, Optional.empty());
  }

  /** The file as another one reads it: only its marks are its own. */
  FileResult covered() {
    return new FileResult(path, kind, List.of(), List.of(), List.of(), List.of(), false, marked);
  }

  /** Whether something of a recognised file was lost. */
  boolean isIncomplete() {
    return diagnostics.stream().anyMatch(d -> d.level() == Diagnostic.Level.ERROR);
  }
}

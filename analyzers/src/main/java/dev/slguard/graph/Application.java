package dev.slguard.graph;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import java.util.List;

/**
 * Everything under a scanned root as one application.
 *
 * @param deployments sorted by file and name
 * @param diagnostics what was recognised and not fully understood, sorted by place
 * @param analysed paths of the recognised files that were read in full, sorted
 * @param failed paths of the recognised files of which something was lost, sorted
 * @param skipped how many files were looked at and are none of slguard's kinds
 */
public record Application(List<Deployment> deployments, List<Diagnostic> diagnostics, List<String> analysed,
    List<String> failed, int skipped) {
  public Application {
    deployments = List.copyOf(deployments);
    diagnostics = List.copyOf(diagnostics);
    analysed = List.copyOf(analysed);
    failed = List.copyOf(failed);
  }
}

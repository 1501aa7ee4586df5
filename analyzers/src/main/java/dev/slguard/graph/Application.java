package dev.slguard.graph;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.SourceFile;
import java.util.List;

/**
 * Everything under a scanned root as one application.
 *
 * @param deployments sorted by file and name
 * @param diagnostics what was recognised and not fully understood, sorted by place
 * @param analysed paths of the recognised files that were read in full, sorted
 * @param failed paths of the recognised files of which something was lost, sorted
 * @param marked files whose text names slguard, as suppression comments do
 * @param code what the programs behind the functions do
 * @param account what is known of the AWS account; {@link AccountFacts#NONE} unless it was asked for
 * @param skipped how many files were looked at and are none of slguard's kinds
 */
public record Application(List<Deployment> deployments, List<Diagnostic> diagnostics, List<String> analysed,
    List<String> failed, List<SourceFile> marked, CodeFacts code, AccountFacts account, int skipped) {
  public Application {
    deployments = List.copyOf(deployments);
    diagnostics = List.copyOf(diagnostics);
    analysed = List.copyOf(analysed);
    failed = List.copyOf(failed);
    marked = List.copyOf(marked);
  }
}

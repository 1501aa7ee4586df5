package dev.slguard.rules.cases;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import java.util.List;
import java.util.SequencedMap;

/** Reads the files of a case as a scan would. */
public interface ProjectReader {
  /** What {@code files}, text by path, deploy. */
  Project read(SequencedMap<String, String> files);

  /** What was read, and the trouble met. */
  record Project(List<Deployment> deployments, List<Diagnostic> diagnostics) {
    public Project {
      deployments = List.copyOf(deployments);
      diagnostics = List.copyOf(diagnostics);
    }
  }
}

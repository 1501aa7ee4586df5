package dev.slguard.graph;

import dev.slguard.code.Flow;
import dev.slguard.code.Use;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.SourceFile;
import java.util.List;

/**
 * What the programs of an application do.
 *
 * @param flows labelled values that reach a place where they do harm, sorted
 * @param uses what the code uses: AWS operations, hosts, files, secrets
 * @param diagnostics what could not be read or was cut
 * @param marked sources whose text holds a suppression comment
 * @param files paths of all sources read
 * @param unread how many functions have code that is not read, so that no flow in them is known
 */
public record CodeFacts(List<Flow> flows, List<Use> uses, List<Diagnostic> diagnostics, List<SourceFile> marked,
    List<String> files, int unread) {
  /** No code was read. */
  public static final CodeFacts NONE = new CodeFacts(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

  public CodeFacts {
    flows = List.copyOf(flows);
    uses = List.copyOf(uses);
    diagnostics = List.copyOf(diagnostics);
    marked = List.copyOf(marked);
    files = List.copyOf(files);
  }
}

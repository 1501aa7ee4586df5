package dev.slguard.rules.cases;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.CloudFormationFormat;
import dev.slguard.template.cloudformation.Evaluator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/** Reads cases of plain CloudFormation without functions, triggers and roles being bound. */
public final class Projects implements ProjectReader {
  private final Root root;

  public Projects(Path emptyFolder) {
    try {
      this.root = new Root(emptyFolder, Limits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Project read(SequencedMap<String, String> files) {
    var diagnostics = new Diagnostics();
    var deployments = new ArrayList<Deployment>();
    files.forEach((path, text) -> {
      for (Tree tree : Documents.read(SourceFile.of(path, text), Limits.DEFAULT, diagnostics)) {
        var format = new CloudFormationFormat();
        if (tree instanceof Tree.Mapping mapping && format.recognises(path, mapping)) {
          for (Expansion expansion : format.expand(path, mapping, root, TemplateOptions.NONE, diagnostics)) {
            Evaluated evaluated = Evaluator.evaluate(expansion, root, TemplateOptions.NONE, diagnostics);
            deployments.add(new Deployment(path, path, expansion.format(), evaluated.resources(),
                evaluated.parameters(), evaluated.outputs(), List.of(), List.of(), List.of(), List.of()));
          }
        }
      }
    });
    return new Project(deployments, diagnostics.toList());
  }
}

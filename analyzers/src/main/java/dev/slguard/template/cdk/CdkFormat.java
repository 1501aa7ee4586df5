package dev.slguard.template.cdk;

import dev.slguard.model.Deployment;
import dev.slguard.model.Provenance;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cloud assemblies of the CDK ({@code cdk.out/manifest.json}): one expansion a stack, nested stacks by their local templates,
 * with the construct and the program's line behind each resource, and the source behind each asset.
 */
public final class CdkFormat implements TemplateFormat {
  /** {@link Provenance#authoredType} of what CDK adds to serve its own custom resources. */
  public static final String HELPER = Provenance.HELPER;

  @Override
  public boolean recognises(String path, Tree.Mapping document) {
    return document.has("version") && document.mapping("artifacts").isPresent() && !document.has("Resources")
        && path.endsWith("manifest.json");
  }

  @Override
  public List<String> covers(String path, Tree.Mapping manifest, Root root) {
    return Assembly.read(path, manifest, root, new Diagnostics()).files();
  }

  @Override
  public List<Expansion> expand(String path, Tree.Mapping document, Root root, TemplateOptions options,
      Diagnostics diagnostics) {
    Assembly assembly = Assembly.read(path, document, root, diagnostics);
    if (document.get("missing").filter(missing -> missing instanceof Tree.Sequence(var items, _) && !items.isEmpty())
        .isPresent()) {
      diagnostics.warning(document.keyAt("missing"),
          "the assembly was made with lookups left open; values that they give are those of a placeholder");
    }
    var expansions = new ArrayList<Expansion>();
    var source = new AssetSource(Root.parent(path), root);
    var lines = new ProgramLines(Root.parent(path), root);
    for (AssemblyStack stack : assembly.stacks()) {
      Optional<StackTemplate> template = new StackReader(stack, root, diagnostics, source, lines).read();
      template.ifPresent(read -> expansions.add(new Expansion(path + " (" + stack.name() + ")", stack.templateFile(),
          Deployment.Format.CDK, read.body(), read.provenance(), read.sourceFolders())));
    }
    return expansions;
  }
}

package dev.slguard.graph;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.SamConfig;
import dev.slguard.template.cloudformation.Siblings;
import dev.slguard.template.serverless.ServerlessFormat;
import java.util.List;
import java.util.Optional;

/** Lowers one file: to plain CloudFormation without evaluating it, or to what it deploys. */
public final class Lowering {
  private Lowering() {}

  /**
   * What the file {@code path} deploys as plain CloudFormation, one expansion a deployment; empty and a diagnostic if it is no
   * template.
   */
  public static List<Expansion> expand(Root root, String path, TemplateOptions options, Diagnostics diagnostics) {
    return root.read(path, Span.startOf(path), diagnostics).map(source -> expand(source, root, options, diagnostics))
        .orElse(List.of());
  }

  /** As {@link #expand(Root, String, TemplateOptions, Diagnostics)}, with the text of the file at hand. */
  public static List<Expansion> expand(SourceFile source, Root root, TemplateOptions options, Diagnostics diagnostics) {
    String path = source.path();
    Optional<Formats.Recognised> found = Formats.first(path, mappings(source, root, diagnostics), diagnostics);
    if (found.isEmpty()) {
      diagnostics.error(Span.startOf(path), "this is no template that slguard knows; there is nothing to lower");
      return List.of();
    }
    TemplateOptions applied = SamConfig.applied(options, path, root, diagnostics);
    return found.get().format().expand(path, found.get().document(), root, applied, diagnostics);
  }

  /**
   * What {@code source} deploys: read, expanded, evaluated and bound, as a scan does with each file before any rule or code.
   *
   * @param root where the files that it refers to are looked for, the sources of handlers among them
   */
  public static List<Deployment> deployments(SourceFile source, Root root, TemplateOptions options,
      Diagnostics diagnostics) {
    return new FileReader(root, options, Siblings.NONE).read(source, true, diagnostics).deployments();
  }

  /** The documents of a file that may be of a format; a service written as a program is the object that it exports. */
  static List<Tree.Mapping> mappings(SourceFile source, Root root, Diagnostics diagnostics) {
    if (ServerlessFormat.isProgram(source.path())) {
      return ServerlessFormat.program(source, root, diagnostics).stream().toList();
    }
    return Documents.read(source, root.limits(), diagnostics).stream().<Tree.Mapping>mapMulti((document, out) -> {
      if (document instanceof Tree.Mapping mapping) {
        out.accept(mapping);
      }
    }).toList();
  }
}

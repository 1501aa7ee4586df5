package dev.slguard.template.sam;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.CloudFormationFormat;
import dev.slguard.template.cloudformation.LanguageExtensions;
import dev.slguard.template.cloudformation.Macros;
import dev.slguard.template.cloudformation.Modules;
import java.util.List;
import java.util.Map;

/** AWS Serverless Application Model: expanded by resource type, whether the Transform line is there or not. */
public final class SamFormat implements TemplateFormat {
  private static final String TRANSFORM = "AWS::Serverless-2016-10-31";

  @Override
  public boolean recognises(String path, Tree.Mapping document) {
    return hasTransform(document) || CloudFormationFormat.hasTypedResource(document, "AWS::Serverless::");
  }

  private static boolean hasTransform(Tree.Mapping document) {
    return document.get("Transform").filter(tree -> Intrinsics.items(tree).stream()
        .anyMatch(item -> Intrinsics.textOf(item).filter(TRANSFORM::equals).isPresent())).isPresent();
  }

  @Override
  public List<Expansion> expand(String path, Tree.Mapping document, Root root, TemplateOptions options,
      Diagnostics diagnostics) {
    Macros.report(document, diagnostics);
    if (!hasTransform(document)) {
      diagnostics.note(document.at(), "the template has SAM resources but no line 'Transform: " + TRANSFORM
          + "'; it is expanded all the same, and could not be deployed as it is");
    }
    Tree.Mapping written = Modules.expanded(LanguageExtensions.unrolled(document, options, diagnostics), root,
        diagnostics);
    var template = new SamTemplate(path, written, root, options, diagnostics);
    Tree.Mapping body = new SamExpander(template).expand();
    return List.of(new Expansion(path, path, Deployment.Format.SAM, body, template.provenance(), Map.of()));
  }

  @Override
  public List<String> covers(String path, Tree.Mapping document, Root root) {
    return Modules.fragments(document, root);
  }
}

package dev.slguard.template.cloudformation;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import java.util.List;
import java.util.Map;

/** Plain CloudFormation, YAML or JSON: what is written is what is deployed, loops unrolled and modules filled in. */
public final class CloudFormationFormat implements TemplateFormat {

  /** A template names its version, or has a resource whose type is of the form {@code A::B::C} or a loop that makes some. */
  @Override
  public boolean recognises(String path, Tree.Mapping document) {
    return document.has("AWSTemplateFormatVersion") || hasTypedResource(document, "")
        || LanguageExtensions.makesResources(document);
  }

  /** Whether the section Resources has a resource whose type holds {@code ::} and begins with {@code prefix}. */
  public static boolean hasTypedResource(Tree.Mapping document, String prefix) {
    return document.mapping("Resources").filter(section -> {
      for (Tree.Entry entry : section.entries().values()) {
        if (entry.value() instanceof Tree.Mapping resource
            && resource.text("Type").filter(type -> type.contains("::") && type.startsWith(prefix)).isPresent()) {
          return true;
        }
      }
      return false;
    }).isPresent();
  }

  @Override
  public List<Expansion> expand(String path, Tree.Mapping document, Root root, TemplateOptions options,
      Diagnostics diagnostics) {
    Macros.report(document, diagnostics);
    Tree.Mapping body = Modules.expanded(LanguageExtensions.unrolled(document, options, diagnostics), root,
        diagnostics);
    document.get("Resources").filter(section -> !(section instanceof Tree.Mapping) && !isEmpty(section))
        .ifPresent(section -> diagnostics.error(section.at(),
            "'Resources' must be an object with one entry a resource; nothing in it is read"));
    return List.of(new Expansion(path, path, Deployment.Format.CLOUDFORMATION, body, Map.of(), Map.of()));
  }

  @Override
  public List<String> covers(String path, Tree.Mapping document, Root root) {
    return Modules.fragments(document, root);
  }

  /** {@code Resources:} with nothing behind it is ordinary input. */
  private static boolean isEmpty(Tree section) {
    return section instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NULL;
  }
}

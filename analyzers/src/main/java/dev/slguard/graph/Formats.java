package dev.slguard.graph;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Tree;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.cdk.CdkFormat;
import dev.slguard.template.cloudformation.CloudFormationFormat;
import dev.slguard.template.policy.PolicyFormat;
import dev.slguard.template.sam.SamFormat;
import dev.slguard.template.serverless.ServerlessFormat;
import java.util.List;
import java.util.Optional;

/** The formats that slguard reads. */
final class Formats {
  /** The narrower ones first: the first that recognises a document reads it. */
  private static final List<TemplateFormat> ALL = List.of(new CdkFormat(), new ServerlessFormat(), new SamFormat(),
      new CloudFormationFormat(), new PolicyFormat());
  /** What the template of a nested stack may be written in. */
  static final List<TemplateFormat> NESTED = List.of(new SamFormat(), new CloudFormationFormat());

  private Formats() {}

  /** A document and the format that reads it. */
  record Recognised(Tree.Mapping document, TemplateFormat format) {}

  /**
   * The document of a file that is read: the first of a known format, but one with resources before one without. A further one
   * is reported.
   */
  static Optional<Recognised> first(String path, List<Tree.Mapping> documents, Diagnostics diagnostics) {
    Optional<Recognised> chosen = Optional.empty();
    for (Tree.Mapping document : documents) {
      Optional<TemplateFormat> format = of(path, document);
      if (format.isEmpty()) {
        continue;
      }
      boolean better = chosen.isPresent() && document.has("Resources") && !chosen.get().document().has("Resources");
      if (chosen.isEmpty() || better) {
        chosen = Optional.of(new Recognised(document, format.get()));
      } else if (document.has("Resources")) {
        diagnostics.error(document.at(),
            "this is a further template in the same file, which is not deployed with the first; it is not analysed");
      }
    }
    return chosen;
  }

  /** The format of {@code document}, the content of the file {@code path}. */
  static Optional<TemplateFormat> of(String path, Tree.Mapping document) {
    for (TemplateFormat format : ALL) {
      if (format.recognises(path, document)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}

package dev.slguard.graph;

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

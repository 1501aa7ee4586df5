package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;

/** What targets of rules share. */
final class Targets {
  private Targets() {}

  /** {@code inputTransformer} as CloudFormation has it. */
  static Tree transformer(Tree.Mapping settings) {
    return Draft.of(settings).object().put("InputTemplate", Config.value(settings, "inputTemplate"))
        .put("InputPathsMap", Config.value(settings, "inputPathsMap")).tree();
  }
}

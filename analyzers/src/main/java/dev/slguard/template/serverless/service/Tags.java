package dev.slguard.template.serverless.service;

import dev.slguard.source.Tree;
import java.util.ArrayList;

/** Tags in the two forms that CloudFormation has. */
public final class Tags {
  private Tags() {}

  /** An object of tags as a list of Key and Value. */
  public static Tree list(Tree tags) {
    if (!(tags instanceof Tree.Mapping mapping)) {
      return tags;
    }
    var list = new ArrayList<Tree>();
    mapping.entries().forEach((key, entry) -> {
      var draft = new Draft(entry.keyAt());
      list.add(draft.object().put("Key", key).put("Value", entry.value()).tree());
    });
    return new Tree.Sequence(list, tags.at());
  }
}

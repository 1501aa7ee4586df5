package dev.slguard.graph.policy;

import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.Optional;

/**
 * One policy document as it was found.
 *
 * @param name of the policy where one stands beside it, else of the file
 * @param type the part it plays, where something beside the document tells
 * @param document an object with Statement
 */
record Written(String name, Optional<PolicyType> type, Value.Mapping document) {
  Span at() {
    return document.at();
  }

  Written as(PolicyType known) {
    return new Written(name, Optional.of(known), document);
  }
}

package dev.slguard.graph.policy;

import dev.slguard.iam.policy.PolicyType;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says of policy documents beside their content.
 *
 * @param principal to whom all documents belong; empty where each folder is a principal
 * @param part the part that plain documents play; empty where their content decides
 * @param parts the same for single files, by path relative to the root
 */
public record PolicyAssignment(Optional<String> principal, Optional<PolicyType> part, Map<String, PolicyType> parts) {
  /** Nothing but the content and the names of files and folders counts. */
  public static final PolicyAssignment NONE = new PolicyAssignment(Optional.empty(), Optional.empty(), Map.of());

  public PolicyAssignment {
    parts = Map.copyOf(parts);
  }
}

package dev.slguard.model;

import java.util.List;

/**
 * An identity under which code runs or a person acts: an IAM role, user or group.
 *
 * @param trust the trust policy; absent for a user or group
 * @param documents inline policies and separate policy resources attached to it, in either direction
 * @param managed managed policies: ARN texts, names or references to local ones
 * @param boundary permissions boundary; absent if none
 */
public record Role(Resource resource, Value trust, List<PolicyDocument> documents, List<Value> managed,
    Value boundary) {
  public Role {
    documents = List.copyOf(documents);
    managed = List.copyOf(managed);
  }

  /** Logical id in the deployment. */
  public String id() {
    return resource.id();
  }
}

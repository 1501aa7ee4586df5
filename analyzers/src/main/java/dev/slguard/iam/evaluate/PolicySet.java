package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * All policies that take part in a decision.
 *
 * @param identity attached to the caller, its groups included
 * @param resource attached to the resource, or the trust policy of a role; empty if it has none
 * @param boundary the caller's permissions boundary; empty if it has none
 * @param session passed for this session, inline and managed together; empty if none was passed
 * @param scps service control policies, one list a level: root, each OU, account
 * @param rcps resource control policies, one list a level
 * @param endpoint policies of the VPC endpoint that the request passes; empty if it passes none
 */
public record PolicySet(List<Policy> identity, List<Policy> resource, Optional<List<Policy>> boundary,
    Optional<List<Policy>> session, List<List<Policy>> scps, List<List<Policy>> rcps, List<Policy> endpoint) {
  public PolicySet {
    identity = List.copyOf(identity);
    resource = List.copyOf(resource);
    scps = List.copyOf(scps);
    rcps = List.copyOf(rcps);
    endpoint = List.copyOf(endpoint);
  }

  /** Identity policies alone. */
  public static PolicySet ofIdentity(List<Policy> identity) {
    return new PolicySet(identity, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
  }
}

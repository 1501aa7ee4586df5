package dev.slguard.iam.effective;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Policy;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A role, user or group with all policies that speak about it.
 *
 * @param id logical id in the deployment; a name for plain documents
 * @param name the id that the author wrote
 * @param kind what it is
 * @param policies attached in any way, AWS managed ones included
 * @param boundary the permissions boundary; empty if there is none
 * @param trust who may assume the role; empty if it is no role
 * @param byResources policies of resources that may name it
 * @param arns its ARN as conditions may spell it: by its name, by a reference to it; empty if there is none to spell
 * @param guards service control policies of which each must let an action pass, where they are known
 * @param unknown managed policies whose text is not known, as written
 */
public record Identity(String id, String name, Kind kind, List<Policy> policies, Optional<Policy> boundary,
    Optional<Policy> trust, List<Policy> byResources, List<Unread> unknown, List<Policy> guards, List<Glob> arns,
    Span at) {

  /** What an identity is. */
  public enum Kind {
    ROLE, USER, GROUP,
    /** A managed policy attached to nothing in sight, or plain documents. */
    POLICY
  }

  /** A policy that is named and cannot be read: of the account, or newer than the catalogue. */
  public record Unread(String name, Span at) {}

  public Identity {
    policies = List.copyOf(policies);
    byResources = List.copyOf(byResources);
    unknown = List.copyOf(unknown);
    guards = List.copyOf(guards);
    arns = List.copyOf(arns);
  }
}

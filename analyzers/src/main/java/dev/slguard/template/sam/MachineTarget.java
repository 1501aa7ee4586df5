package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/**
 * A state machine, or its alias, as rules and schedules see it: each event has a role of its own that may start it.
 *
 * @param target logical id of machine or alias
 */
record MachineTarget(SamTemplate template, Owner owner, String target) implements Started {

  @Override
  public Tree arn(Span at) {
    return Intrinsics.ref(target, at);
  }

  @Override
  public String targetSuffix() {
    return "StepFunctionsTarget";
  }

  @Override
  public Optional<Tree> grant(EventSource event, String principal, Tree source) {
    Optional<Tree> given = event.property("RoleArn");
    if (given.isPresent()) {
      return given;
    }
    return Optional.of(role(event, principal));
  }

  /** The role of {@code event}, as an ARN. */
  Tree role(EventSource event, String principal) {
    Span at = event.at();
    String id = event.id() + "Role";
    Draft properties = template.add(id, "AWS::IAM::Role", owner, at).child("Properties")
        .put("AssumeRolePolicyDocument", RolePolicies.trust(principal, at)).put("Tags", Tags.propagated(owner));
    owner.property("PermissionsBoundary").ifPresent(boundary -> properties.put("PermissionsBoundary", boundary));
    var policies = new RolePolicies();
    policies.add(id + "StartExecutionPolicy", start(at), at);
    policies.writeTo(properties, at);
    return Intrinsics.attribute(id, "Arn", at);
  }

  private Tree start(Span at) {
    return RolePolicies.document(at, RolePolicies.allow("states:StartExecution", arn(at), at));
  }

  @Override
  public RolePolicies startPolicy(EventSource event, Span at) {
    var policies = new RolePolicies();
    policies.add(event.id() + "StartExecutionPolicy", start(at), at);
    return policies;
  }
}

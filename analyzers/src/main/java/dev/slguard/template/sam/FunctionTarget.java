package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/**
 * The function, or its alias, as events see it.
 *
 * @param alias logical id of the alias that AutoPublishAlias makes: then everything names it, not the function
 * @param role what the generated role may do; without effect if the function names a role
 */
record FunctionTarget(SamTemplate template, Apis apis, Owner owner, Optional<String> alias,
    RolePolicies role) implements Started {

  /** Ref of the alias (its ARN) or of the function (its name). */
  Tree name(Span at) {
    return Intrinsics.ref(alias.orElse(owner.id()), at);
  }

  /** The ARN of alias or function. */
  @Override
  public Tree arn(Span at) {
    return alias.isPresent() ? Intrinsics.ref(alias.get(), at) : Intrinsics.attribute(owner.id(), "Arn", at);
  }

  /** A resource that exists whenever the function does. */
  Draft add(String id, String type, EventSource event) {
    return template.add(id, type, owner, event.at());
  }

  /** A permission for {@code principal} to invoke; its properties may be added to. */
  Draft permission(String id, String principal, EventSource event) {
    return add(id, "AWS::Lambda::Permission", event).child("Properties").put("Action", "lambda:InvokeFunction")
        .put("FunctionName", name(event.at())).put("Principal", principal);
  }

  /** The managed policy {@code path} (behind {@code policy/}) for the generated role. */
  void mayDo(String path, Span at) {
    role.addManaged(Intrinsics.text("arn:" + template.partition() + ":iam::aws:policy/" + path, at));
  }

  @Override
  public String targetSuffix() {
    return "LambdaTarget";
  }

  @Override
  public Optional<Tree> grant(EventSource event, String principal, Tree source) {
    permission(event.id() + "Permission", principal, event).put("SourceArn", source);
    return Optional.empty();
  }

  @Override
  public RolePolicies startPolicy(EventSource event, Span at) {
    var policies = new RolePolicies();
    policies.add(event.id() + "LambdaPolicy",
        RolePolicies.document(at, RolePolicies.allow("lambda:InvokeFunction", arn(at), at)), at);
    return policies;
  }

  /** The property {@code key}, with a diagnostic if it is missing. */
  Optional<Tree> required(EventSource event, String key) {
    Optional<Tree> found = event.property(key);
    if (found.isEmpty()) {
      error(event, "needs " + key);
    }
    return found;
  }
}

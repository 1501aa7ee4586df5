package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** ScheduleV2: a schedule of EventBridge Scheduler with the role under which it starts its target. */
final class ScheduleV2Event {
  private ScheduleV2Event() {}

  static void expand(EventSource event, Started target) {
    Span at = event.at();
    SamTemplate template = target.template();
    Tree.Mapping written = event.properties();
    Draft properties = template.add(event.id(), "AWS::Scheduler::Schedule", target.owner(), at).child("Properties");
    if (event.property("ScheduleExpression").isEmpty()) {
      target.error(event, "needs ScheduleExpression");
    }
    boolean unnamed = event.property("OmitName").filter(Intrinsics::isTrue).isPresent();
    if (!unnamed) {
      properties.put("Name", event.property("Name").orElseGet(() -> Intrinsics.text(event.id(), at)));
    } else if (event.property("Name").isPresent()) {
      target.error(event, "has both Name and OmitName");
    }
    properties.take(written, "Description", "EndDate", "GroupName", "KmsKeyArn", "ScheduleExpression",
        "ScheduleExpressionTimezone", "StartDate", "State");
    properties.put("FlexibleTimeWindow",
        event.property("FlexibleTimeWindow").orElseGet(() -> Draft.at(at).put("Mode", "OFF").build()));
    Draft entry = Draft.at(at).put("Arn", target.arn(at));
    Optional<Tree> queue = DeadLetterQueue.of(event, target);
    Optional<Tree> given = event.property("RoleArn");
    if (given.isPresent() && event.property("PermissionsBoundary").isPresent()) {
      target.error(event, "has both RoleArn and PermissionsBoundary");
    }
    entry.put("RoleArn", given.orElseGet(() -> role(event, target, queue)));
    entry.take(written, "Input", "RetryPolicy");
    queue.ifPresent(arn -> entry.put("DeadLetterConfig", Draft.at(at).put("Arn", arn)));
    properties.put("Target", entry);
  }

  private static Tree role(EventSource event, Started target, Optional<Tree> queue) {
    Span at = event.at();
    String id = event.id() + "Role";
    Draft role = target.template().add(id, "AWS::IAM::Role", target.owner(), at).child("Properties");
    role.put("AssumeRolePolicyDocument", RolePolicies.trust("scheduler.amazonaws.com", at))
        .take(event.properties(), "PermissionsBoundary").put("Tags", Tags.propagated(target.owner()));
    RolePolicies policies = target.startPolicy(event, at);
    queue.ifPresent(arn -> policies.add(event.id() + "SQSPolicy",
        RolePolicies.document(at, RolePolicies.allow("sqs:SendMessage", arn, at)), at));
    policies.writeTo(role, at);
    return Intrinsics.attribute(id, "Arn", at);
  }
}

package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** DeadLetterConfig of a rule or schedule. */
final class DeadLetterQueue {
  private DeadLetterQueue() {}

  /** The ARN of the queue; of Type SQS a queue is made, with a policy that lets the rule send to it. */
  static Optional<Tree> of(EventSource event, Started target) {
    Optional<Tree> config = event.property("DeadLetterConfig");
    if (config.isEmpty()) {
      return Optional.empty();
    }
    Span at = event.properties().keyAt("DeadLetterConfig");
    if (!(config.get() instanceof Tree.Mapping written)) {
      target.error(event, "has a DeadLetterConfig that is no object");
      return Optional.empty();
    }
    Optional<Tree> arn = written.get("Arn");
    Optional<Tree> type = written.get("Type");
    if (arn.isPresent() == type.isPresent()) {
      target.error(event, "needs either Arn or Type in DeadLetterConfig");
      return arn;
    }
    if (arn.isPresent()) {
      return arn;
    }
    Optional<Tree> name = written.get("QueueLogicalId");
    if (Intrinsics.textOf(type.get()).filter("SQS"::equals).isEmpty()) {
      target.error(event, "has a DeadLetterConfig whose Type is not 'SQS'");
      return Optional.empty();
    }
    if (name.filter(tree -> Intrinsics.textOf(tree).isEmpty()).isPresent()) {
      target.error(event, "has a QueueLogicalId that is no text");
      return Optional.empty();
    }
    String queue = name.flatMap(Intrinsics::textOf).orElse(event.id() + "Queue");
    target.template().add(queue, "AWS::SQS::Queue", target.owner(), at).put("Properties", Tree.emptyMapping(at));
    Tree own = Intrinsics.attribute(queue, "Arn", at);
    if (!event.type().equals("ScheduleV2")) {
      policy(event, target, queue, own, at);
    }
    return Optional.of(own);
  }

  private static void policy(EventSource event, Started target, String queue, Tree arn, Span at) {
    Tree source = Intrinsics.attribute(event.id(), "Arn", at);
    var statement = Draft.at(at).put("Action", "sqs:SendMessage").put("Effect", "Allow")
        .put("Principal", Draft.at(at).put("Service", "events.amazonaws.com")).put("Resource", arn)
        .put("Condition", Draft.at(at).put("ArnEquals", Draft.at(at).put("aws:SourceArn", source)));
    target.template().add(event.id() + "QueuePolicy", "AWS::SQS::QueuePolicy", target.owner(), at).child("Properties")
        .put("Queues", Intrinsics.list(at, List.of(Intrinsics.ref(queue, at)))).put("PolicyDocument",
            Draft.at(at).put("Version", "2012-10-17").put("Statement", Intrinsics.list(at, statement.build())));
  }
}

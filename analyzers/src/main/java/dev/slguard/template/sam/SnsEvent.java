package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** SNS: a subscription of the function with a permission for the topic, or of a queue that the function reads. */
final class SnsEvent implements FunctionEvent {

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    Optional<Tree> topic = target.required(event, "Topic");
    if (topic.isEmpty()) {
      return;
    }
    Optional<Tree> queue = event.property("SqsSubscription");
    if (queue.filter(tree -> !Intrinsics.isFalse(tree)).isEmpty()) {
      target.permission(event.id() + "Permission", "sns.amazonaws.com", event).put("SourceArn", topic.get());
      subscribe(event, target, topic.get(), "lambda", target.arn(event.at()));
      return;
    }
    if (Intrinsics.isFunction(queue.get())) {
      target.error(event, "needs true, or QueueArn and QueueUrl, in SqsSubscription; it is read as true");
    }
    if (queue.get() instanceof Tree.Mapping given && !Intrinsics.isFunction(given)) {
      givenQueue(event, target, topic.get(), given);
    } else {
      ownQueue(event, target, topic.get());
    }
  }

  private static void subscribe(EventSource event, FunctionTarget target, Tree topic, String protocol, Tree endpoint) {
    target.add(event.id(), "AWS::SNS::Subscription", event).child("Properties").put("Endpoint", endpoint)
        .put("Protocol", protocol).put("TopicArn", topic)
        .take(event.properties(), "Region", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy");
  }

  private static void ownQueue(EventSource event, FunctionTarget target, Tree topic) {
    Span at = event.properties().keyAt("SqsSubscription");
    String id = event.id() + "Queue";
    Draft queue = target.add(id, "AWS::SQS::Queue", event).put("Properties", Tree.emptyMapping(at));
    Intrinsics.referred(topic).flatMap(target.template()::plain).flatMap(draft -> draft.get("Properties"))
        .filter(Tree.Mapping.class::isInstance).flatMap(tree -> ((Tree.Mapping) tree).get("FifoTopic"))
        .filter(Intrinsics::isTrue).ifPresent(fifo -> queue.child("Properties").put("FifoQueue", fifo));
    connect(event, target, topic, Intrinsics.attribute(id, "Arn", at), Intrinsics.ref(id, at),
        event.id() + "QueuePolicy", Tree.emptyMapping(at));
  }

  private static void givenQueue(EventSource event, FunctionTarget target, Tree topic, Tree.Mapping given) {
    Optional<Tree> arn = given.get("QueueArn");
    Optional<Tree> url = given.get("QueueUrl");
    if (arn.isEmpty() || url.isEmpty()) {
      target.error(event, "needs QueueArn and QueueUrl in SqsSubscription; it is not read");
      return;
    }
    String policy = given.text("QueuePolicyLogicalId").orElse(event.id() + "QueuePolicy");
    connect(event, target, topic, arn.get(), url.get(), policy, given);
  }

  /** Topic to queue to function. The queue admits every principal whose message comes from the topic. */
  private static void connect(EventSource event, FunctionTarget target, Tree topic, Tree arn, Tree url, String policyId,
      Tree.Mapping options) {
    Span at = event.properties().keyAt("SqsSubscription");
    subscribe(event, target, topic, "sqs", arn);
    var statement = Draft.at(at).put("Action", "sqs:SendMessage").put("Effect", "Allow").put("Principal", "*")
        .put("Resource", arn).put("Condition", Draft.at(at).put("ArnEquals", Draft.at(at).put("aws:SourceArn", topic)));
    Draft policy = target.add(policyId, "AWS::SQS::QueuePolicy", event);
    policy.child("Properties").put("Queues", Intrinsics.list(at, url)).put("PolicyDocument",
        Draft.at(at).put("Version", "2012-10-17").put("Statement", Intrinsics.list(at, statement.build())));
    Draft mapping = target.add(event.id() + "EventSourceMapping", "AWS::Lambda::EventSourceMapping", event);
    mapping.child("Properties").put("EventSourceArn", arn).put("FunctionName", target.name(at)).put("BatchSize", 10)
        .put("Enabled", true).take(options, "BatchSize", "Enabled");
    target.mayDo("service-role/AWSLambdaSQSQueueExecutionRole", at);
  }
}

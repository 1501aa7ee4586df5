package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** Schedule, CloudWatchEvent and EventBridgeRule: a rule of EventBridge with its target and dead-letter queue. */
final class RuleEvent {
  private static final int LONGEST_ID = 64;

  private RuleEvent() {}

  static void expand(EventSource event, Started target) {
    Span at = event.at();
    Draft rule = target.template().add(event.id(), "AWS::Events::Rule", target.owner(), at);
    Draft properties = rule.child("Properties");
    Tree.Mapping written = event.properties();
    switch (event.type()) {
      case "Schedule" -> schedule(event, target, properties);
      case "CloudWatchEvent" -> properties.takeAs("EventPattern", written, "Pattern")
          .take(written, "EventBusName", "State").takeAs("Name", written, "RuleName");
      default -> rule(event, target, properties);
    }
    enabled(event, target, properties);
    Draft entry = Draft.at(at).put("Arn", target.arn(at));
    entry.put("Id", id(event, target));
    entry.take(written, "Input", "InputPath", "RetryPolicy", "InputTransformer");
    deadLetters(event, target).ifPresent(arn -> entry.put("DeadLetterConfig", arn));
    Tree source = Intrinsics.attribute(event.id(), "Arn", at);
    target.grant(event, "events.amazonaws.com", source).ifPresent(role -> entry.put("RoleArn", role));
    properties.put("Targets", Intrinsics.list(at, entry.build()));
  }

  private static void schedule(EventSource event, Started target, Draft properties) {
    if (event.property("Schedule").isEmpty()) {
      target.error(event, "needs Schedule");
    }
    properties.takeAs("ScheduleExpression", event.properties(), "Schedule").take(event.properties(), "Name",
        "Description", "State");
  }

  private static void rule(EventSource event, Started target, Draft properties) {
    Optional<Tree> pattern = event.property("Pattern");
    if (pattern.isEmpty() && event.property("Schedule").isEmpty()) {
      target.error(event, "needs Pattern");
    }
    properties.takeAs("EventPattern", event.properties(), "Pattern").take(event.properties(), "EventBusName", "State")
        .takeAs("Name", event.properties(), "RuleName");
  }

  /** Enabled is the older spelling of State; a function there counts as true, whatever it yields. */
  private static void enabled(EventSource event, Started target, Draft properties) {
    Optional<Tree> enabled = event.property("Enabled");
    if (enabled.isEmpty()) {
      return;
    }
    if (event.property("State").isPresent()) {
      target.error(event, "has both Enabled and State");
      return;
    }
    if (!Intrinsics.isNull(enabled.get())) {
      properties.put("State", Intrinsics.text(Intrinsics.isFalse(enabled.get()) ? "DISABLED" : "ENABLED",
          event.properties().keyAt("Enabled")));
    }
  }

  private static Tree id(EventSource event, Started target) {
    Optional<Tree> given = event.property("Target").filter(Tree.Mapping.class::isInstance)
        .flatMap(tree -> ((Tree.Mapping) tree).get("Id"));
    if (given.isPresent()) {
      return given.get();
    }
    String prefix = event.id();
    int room = LONGEST_ID - target.targetSuffix().length();
    return Intrinsics.text((prefix.length() > room ? prefix.substring(0, room) : prefix) + target.targetSuffix(),
        event.at());
  }

  /** DeadLetterConfig: an ARN as it is, or with Type SQS a queue of its own that the rule may write to. */
  private static Optional<Tree> deadLetters(EventSource event, Started target) {
    return DeadLetterQueue.of(event, target).map(arn -> Draft.at(arn.at()).put("Arn", arn).build());
  }
}

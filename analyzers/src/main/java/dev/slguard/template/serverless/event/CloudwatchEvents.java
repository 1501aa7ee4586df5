package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Shape;
import dev.slguard.template.serverless.service.Stack;
import java.util.Optional;

/** {@code cloudwatchEvent}: a rule on the default bus and a permission each. */
final class CloudwatchEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      int count = 0;
      for (Event event : function.events("cloudwatchEvent")) {
        compile(event, ++count, stack);
      }
    }
  }

  private static void compile(Event event, int number, Stack stack) {
    Draft draft = event.draft();
    Optional<Tree> input = Config.truthy(event.settings(), "input")
        .map(tree -> tree instanceof Tree.Scalar ? tree : Tree.Scalar.text(Shape.of(tree), tree.at()));
    Draft.Fields target = draft.object().put("Input", input)
        .put("InputPath", Config.truthy(event.settings(), "inputPath"))
        .put("InputTransformer", event.setting("inputTransformer").flatMap(Config::mapping).map(Targets::transformer))
        .put("Arn", event.function().target(draft)).put("Id", event.function().name() + "CloudWatchEvent");
    String rule = event.function().normalized() + "EventsRuleCloudWatchEvent" + number;
    stack.add(rule, "AWS::Events::Rule",
        draft.object().put("EventPattern", event.setting("event"))
            .put("State", event.isEnabled() ? "ENABLED" : "DISABLED")
            .put("Description", Config.truthy(event.settings(), "description"))
            .put("Name", Config.truthy(event.settings(), "name")).put("Targets", draft.list(target.tree())).tree(),
        event.function().aliasDependency(draft), Stack.Origin.of(event));
    Permissions.add(event.function().normalized() + "LambdaPermissionEventsRuleCloudWatchEvent" + number, event,
        "events.amazonaws.com", Optional.of(draft.attribute(rule, "Arn")), stack);
  }
}

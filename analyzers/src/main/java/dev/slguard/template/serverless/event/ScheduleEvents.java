package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Shape;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code schedule}: a rule and a permission each; with {@code method: scheduler} a schedule that runs under the function's
 * role, which then must be trusted to the scheduler and allowed to invoke.
 */
final class ScheduleEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    var scheduled = new ArrayList<Tree>();
    for (ServiceFunction function : stack.service().functions()) {
      int count = 0;
      Optional<Event> scheduler = Optional.empty();
      for (Event event : function.events("schedule")) {
        boolean usesScheduler = event.text("method").filter("scheduler"::equals).isPresent();
        for (Tree expression : expressions(event)) {
          count++;
          if (usesScheduler) {
            schedule(event, expression, count, stack);
            scheduler = Optional.of(event);
          } else {
            rule(event, expression, count, stack);
          }
        }
      }
      scheduler.ifPresent(event -> {
        scheduled.add(function.arnByName("", event.draft()));
        scheduled.add(function.arnByName(":*", event.draft()));
      });
    }
    if (!scheduled.isEmpty()) {
      stack.sharedRole().ifPresent(role -> {
        role.trust("scheduler.amazonaws.com", scheduled.getFirst().at());
        role.add(Draft.of(scheduled.getFirst()).allow(List.of("lambda:InvokeFunction"), scheduled));
      });
    }
  }

  private static List<Tree> expressions(Event event) {
    return event.asText().isPresent()
        ? List.of(event.body())
        : event.setting("rate").map(Config::items).orElse(List.of());
  }

  private static Tree state(Event event, Draft draft) {
    return draft.text(event.isEnabled() ? "ENABLED" : "DISABLED");
  }

  /** {@code input} as text; its {@code body}, a text of JSON, stays text here. */
  private static Optional<Tree> input(Event event) {
    return Config.truthy(event.settings(), "input")
        .map(input -> input instanceof Tree.Scalar ? input : Tree.Scalar.text(Shape.of(input), input.at()));
  }

  private static void rule(Event event, Tree expression, int number, Stack stack) {
    Draft draft = Draft.of(expression);
    Draft.Fields target = draft.object().put("Input", input(event)).put("InputPath", event.setting("inputPath"))
        .put("InputTransformer", event.setting("inputTransformer").flatMap(Config::mapping).map(Targets::transformer))
        .put("Arn", event.function().target(draft)).put("Id", event.function().name() + "Schedule");
    String id = event.function().normalized() + "EventsRuleSchedule" + number;
    Optional<Tree> dependsOn = event.function().aliasDependency(draft);
    stack.add(id, "AWS::Events::Rule",
        draft.object().put("ScheduleExpression", expression).put("State", state(event, draft))
            .put("Name", Config.truthy(event.settings(), "name"))
            .put("Description", Config.truthy(event.settings(), "description"))
            .put("Targets", draft.list(target.tree())).tree(),
        dependsOn, Stack.Origin.of(event));
    Permissions.add(event.function().normalized() + "LambdaPermissionEventsRuleSchedule" + number, event,
        "events.amazonaws.com", Optional.of(draft.attribute(id, "Arn")), stack);
  }

  private static void schedule(Event event, Tree expression, int number, Stack stack) {
    Draft draft = Draft.of(expression);
    Optional<Tree> role = stack.resource(event.function().logicalId())
        .flatMap(function -> Config.at(function, "Properties", "Role"));
    Draft.Fields target = draft.object().put("Arn", event.function().target(draft)).put("RoleArn", role).put("Input",
        input(event));
    stack.add(event.function().normalized() + "SchedulerSchedule" + number, "AWS::Scheduler::Schedule",
        draft.object().put("ScheduleExpression", expression).put("State", state(event, draft))
            .put("Target", target.tree()).put("FlexibleTimeWindow", draft.object().put("Mode", "OFF").tree())
            .put("Name", event.setting("name")).put("Description", event.setting("description"))
            .put("ScheduleExpressionTimezone", event.setting("timezone")).tree(),
        event.function().aliasDependency(draft), Stack.Origin.of(event));
  }
}

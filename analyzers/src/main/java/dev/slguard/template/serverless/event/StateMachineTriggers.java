package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.Shape;
import dev.slguard.template.serverless.service.Stack;
import java.util.List;
import java.util.Optional;

/** What starts state machines: schedules and rules, each under a role of the machine, and methods under one role for all. */
final class StateMachineTriggers {
  private final Stack stack;
  private final Service service;

  StateMachineTriggers(Stack stack) {
    this.stack = stack;
    this.service = stack.service();
  }

  void compile(List<StateMachine> machines) {
    for (StateMachine machine : machines) {
      int count = 0;
      for (Tree event : machine.events("schedule")) {
        schedule(machine, event, ++count);
      }
      count = 0;
      for (Tree item : Config.items(machine.config(), "events")) {
        Optional<Tree> rule = Config.mapping(item).flatMap(
            mapping -> Config.truthy(mapping, "cloudwatchEvent").or(() -> Config.truthy(mapping, "eventBridge")));
        if (rule.isPresent()) {
          rule(machine, rule.get(), ++count);
        }
      }
    }
    new StateMachineRoutes(stack).compile(machines);
  }

  private static Tree.Mapping settings(Tree event) {
    return Config.mapping(event).orElseGet(() -> Tree.emptyMapping(event.at()));
  }

  private static Tree state(Tree.Mapping settings, Draft draft) {
    return draft.text(Config.isFalse(settings, "enabled") ? "DISABLED" : "ENABLED");
  }

  private static Optional<Tree> input(Tree.Mapping settings) {
    return Config.truthy(settings, "input")
        .map(tree -> tree instanceof Tree.Scalar ? tree : Tree.Scalar.text(Shape.of(tree), tree.at()));
  }

  /** The role by which {@code principal} starts {@code machine}. */
  private void role(String id, String principal, StateMachine machine, String policy, Draft draft) {
    Tree statement = draft.object().put("Effect", "Allow").put("Action", draft.texts("states:StartExecution"))
        .put("Resource", draft.ref(machine.id())).tree();
    String region = service.provider("region").flatMap(Config::text).orElse("us-east-1");
    Tree name = draft.concat(draft.text(service.stage() + "-" + region + "-"), service.name(),
        draft.text("-" + machine.key() + "-" + policy));
    stack.merge(id, "AWS::IAM::Role", StateMachines.roleProperties(draft.object().put("Service", principal).tree(),
        name, List.of(statement), service, draft), Optional.empty(), machine.origin(draft.at()));
  }

  private void schedule(StateMachine machine, Tree event, int number) {
    Draft draft = Draft.of(event);
    Tree.Mapping settings = settings(event);
    String normalized = Naming.normalized(machine.key());
    String roleId = normalized + "ScheduleToStepFunctionsRole";
    Optional<Tree> own = Config.truthy(settings, "role");
    boolean scheduler = settings.text("method").filter("scheduler"::equals).isPresent();
    if (own.isEmpty()) {
      role(roleId, scheduler ? "scheduler.amazonaws.com" : "events.amazonaws.com", machine, "schedule", draft);
    }
    Tree role = own.orElseGet(() -> draft.attribute(roleId, "Arn"));
    Tree expression = Config.text(event).isPresent() ? event : Config.value(settings, "rate").orElse(event);
    Draft.Fields fields = draft.object().put("ScheduleExpression", expression).put("State", state(settings, draft))
        .put("Name", Config.truthy(settings, "name")).put("Description", Config.truthy(settings, "description"));
    Draft.Fields target = draft.object().put("Arn", draft.ref(machine.id())).put("RoleArn", role).put("Input",
        input(settings));
    if (scheduler) {
      stack.merge(normalized + "StepFunctionsSchedulerSchedule" + number, "AWS::Scheduler::Schedule",
          fields.put("ScheduleExpressionTimezone", Config.truthy(settings, "timezone")).put("Target", target.tree())
              .put("FlexibleTimeWindow", draft.object().put("Mode", "OFF").tree()).tree(),
          Optional.empty(), machine.origin(draft.at()));
      return;
    }
    details(target, settings).put("Id", machine.key() + "StepFunctionsSchedule");
    stack.merge(normalized + "StepFunctionsEventsRuleSchedule" + number, "AWS::Events::Rule",
        fields.put("Targets", draft.list(target.tree())).tree(), Optional.empty(), machine.origin(draft.at()));
  }

  private static Draft.Fields details(Draft.Fields target, Tree.Mapping settings) {
    return target.put("InputPath", Config.truthy(settings, "inputPath"))
        .put("InputTransformer",
            Config.truthy(settings, "inputTransformer").flatMap(Config::mapping).map(Targets::transformer))
        .put("RetryPolicy",
            Config.truthy(settings, "retryPolicy").flatMap(Config::mapping)
                .map(policy -> Draft.of(policy).object()
                    .put("MaximumEventAgeInSeconds", Config.value(policy, "maximumEventAgeInSeconds"))
                    .put("MaximumRetryAttempts", Config.value(policy, "maximumRetryAttempts")).tree()));
  }

  private void rule(StateMachine machine, Tree event, int number) {
    Draft draft = Draft.of(event);
    Tree.Mapping settings = settings(event);
    String normalized = Naming.normalized(machine.key());
    String roleId = normalized + "EventToStepFunctionsRole";
    Optional<Tree> own = Config.truthy(settings, "iamRole");
    if (own.isEmpty()) {
      role(roleId, "events.amazonaws.com", machine, "event", draft);
    }
    Draft.Fields target = draft.object().put("Arn", draft.ref(machine.id()))
        .put("Id", machine.key() + "CloudWatchEvent").put("Input", input(settings))
        .put("RoleArn", own.orElseGet(() -> draft.attribute(roleId, "Arn"))).put("DeadLetterConfig",
            Config.truthy(settings, "deadLetterConfig").map(arn -> draft.object().put("Arn", arn).tree()));
    stack.merge(normalized + "EventsRuleCloudWatchEvent" + number, "AWS::Events::Rule",
        draft.object().put("EventBusName", Config.truthy(settings, "eventBusName"))
            .put("EventPattern", Config.value(settings, "event")).put("State", state(settings, draft))
            .put("Description", Config.truthy(settings, "description")).put("Name", Config.truthy(settings, "name"))
            .put("Targets", draft.list(details(target, settings).tree())).tree(),
        Optional.empty(), machine.origin(draft.at()));
  }
}

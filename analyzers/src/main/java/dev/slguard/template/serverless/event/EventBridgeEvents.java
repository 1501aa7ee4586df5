package dev.slguard.template.serverless.event;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Shape;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * {@code eventBridge}: a rule and a permission each, and the bus if it is named by a plain text. With
 * {@code useCloudFormation: false} a custom resource with wide rights does it at deployment.
 */
final class EventBridgeEvents implements EventCompiler {
  private static final String HELPER = "custom-resource-event-bridge";

  @Override
  public void compile(Stack stack) {
    Optional<Tree> settings = stack.service().provider("eventBridge").filter(Config::isTruthy);
    boolean isNative = settings.isEmpty()
        || settings.flatMap(Config::mapping).flatMap(m -> Config.truthy(m, "useCloudFormation")).isPresent();
    var helped = new ArrayList<Event>();
    for (ServiceFunction function : stack.service().functions()) {
      var places = new LinkedHashSet<Span>();
      for (Event event : function.events()) {
        // Rules are numbered by the place of the event among all events of the function.
        places.add(event.at());
        if (event.kind().equals("eventBridge") && event.body() instanceof Tree.Mapping && isNative) {
          rule(event, places.size(), stack);
        } else if (event.kind().equals("eventBridge") && event.body() instanceof Tree.Mapping) {
          helped.add(event);
          customRule(event, places.size(), stack);
        }
      }
    }
    if (!helped.isEmpty()) {
      helper(helped, stack);
    }
  }

  private static Tree ruleName(Event event, int number) {
    Draft draft = event.draft();
    return Config.truthy(event.settings(), "name")
        .orElseGet(() -> Hashes.shortened(draft.concat(event.function().deployedName(), draft.text("-rule-" + number)),
            "rule-" + number, draft));
  }

  /** The bus as rules name it, and whether it is made here. */
  private record Bus(Optional<Tree> name, boolean isNew) {
    static Bus of(Event event) {
      Optional<Tree> written = Config.truthy(event.settings(), "eventBus");
      Optional<String> text = written.flatMap(Config::text);
      if (text.filter(name -> name.startsWith("arn")).isPresent()) {
        return new Bus(Optional.of(Draft.of(written.get()).text(text.get().substring(text.get().indexOf('/') + 1))),
            false);
      }
      return new Bus(written, text.filter(name -> !name.equals("default")).isPresent());
    }
  }

  private static void rule(Event event, int number, Stack stack) {
    Draft draft = event.draft();
    Bus bus = Bus.of(event);
    String busId = bus.name.flatMap(Config::text).map(Naming::normalized).orElse("") + "EventBridgeEventBus";
    if (bus.isNew) {
      stack.add(busId, "AWS::Events::EventBus", draft.object().put("Name", bus.name).tree(), Stack.Origin.of(event));
    }
    Tree name = ruleName(event, number);
    Optional<Tree> dependsOn = bus.isNew ? Optional.of(draft.text(busId)) : event.function().aliasDependency(draft);
    boolean usual = bus.name.flatMap(Config::text).filter("default"::equals).isPresent();
    String stem = Config.text(event.function().deployedName()).orElse(event.function().name());
    stack.add(Naming.alphanumeric(stem + "-rule-" + number) + "EventBridgeRule", "AWS::Events::Rule",
        draft.object().put("Description", event.setting("description"))
            .put("EventBusName", usual ? Optional.empty() : bus.name).put("EventPattern", event.setting("pattern"))
            .put("Name", name).put("ScheduleExpression", event.setting("schedule"))
            .put("State", event.isEnabled() ? "ENABLED" : "DISABLED").put("Targets", draft.list(target(event, name)))
            .tree(),
        dependsOn, Stack.Origin.of(event));
    var path = new ArrayList<Tree>(List.of(draft.text("rule")));
    bus.name.ifPresent(path::add);
    path.add(name);
    Tree source = draft.join(":", draft.text("arn"), draft.ref("AWS::Partition"), draft.text("events"),
        draft.ref("AWS::Region"), draft.ref("AWS::AccountId"), draft.join("/", path));
    Permissions.add(event.function().normalized() + "EventBridgeLambdaPermission" + number, event,
        "events.amazonaws.com", Optional.of(source), stack);
  }

  private static Tree target(Event event, Tree rule) {
    Draft draft = event.draft();
    Optional<Tree> input = Config.truthy(event.settings(), "input");
    Optional<Tree> path = Config.truthy(event.settings(), "inputPath").filter(_ -> input.isEmpty());
    Draft.Fields fields = draft.object().put("Arn", event.function().target(draft))
        .put("Id", Hashes.shortened(draft.concat(rule, draft.text("-target")), "target", draft))
        .put("RetryPolicy",
            event.setting("retryPolicy").flatMap(Config::mapping)
                .map(policy -> Draft.of(policy).object()
                    .put("MaximumEventAgeInSeconds", Config.value(policy, "maximumEventAge"))
                    .put("MaximumRetryAttempts", Config.value(policy, "maximumRetryAttempts")).tree()))
        .put("DeadLetterConfig",
            Config.truthy(event.settings(), "deadLetterQueueArn").map(arn -> draft.object().put("Arn", arn).tree()))
        .put("Input", input.map(tree -> Draft.of(tree).text(Shape.of(tree)))).put("InputPath", path);
    if (input.isEmpty() && path.isEmpty()) {
      fields.put("InputTransformer",
          event.setting("inputTransformer").flatMap(Config::mapping).map(Targets::transformer));
    }
    return fields.tree();
  }

  private static void customRule(Event event, int number, Stack stack) {
    Draft draft = event.draft();
    Draft.Fields config = draft.object().put("RuleName", ruleName(event, number))
        .put("State", event.isEnabled() ? "ENABLED" : "DISABLED").put("EventBus", event.setting("eventBus"))
        .put("Schedule", event.setting("schedule")).put("Pattern", event.setting("pattern"))
        .put("Input", event.setting("input")).put("InputPath", event.setting("inputPath"))
        .put("InputTransformer", event.setting("inputTransformer").flatMap(Config::mapping).map(Targets::transformer));
    String id = event.function().normalized() + "CustomEventBridge" + number;
    stack.put(id,
        CustomResources.resource("Custom::EventBridge", HELPER, event.function(), draft,
            draft.object().put("ServiceToken", draft.attribute(CustomResources.functionId(HELPER), "Arn"))
                .put("FunctionName", event.function().deployedName()).put("EventBridgeConfig", config.tree()).tree()),
        Stack.Origin.of(event));
  }

  private static void helper(List<Event> events, Stack stack) {
    Draft draft = events.getFirst().draft();
    var statements = new ArrayList<Tree>();
    boolean buses = events.stream().map(event -> event.text("eventBus"))
        .anyMatch(bus -> bus.filter(name -> !name.equals("default")).isPresent());
    if (buses) {
      statements.add(CustomResources.statement(draft, regional(draft, "events", draft.text("event-bus/*")),
          "events:CreateEventBus", "events:DeleteEventBus"));
    }
    statements.add(CustomResources.statement(draft, regional(draft, "events", draft.text("rule/*")), "events:PutRule",
        "events:RemoveTargets", "events:PutTargets", "events:DeleteRule"));
    statements.add(CustomResources.statement(draft, regional(draft, "lambda", draft.text("function"), draft.text("*")),
        "lambda:AddPermission", "lambda:RemovePermission"));
    CustomResources.add(stack, HELPER, "event-bridge/handler.handler", statements, draft);
  }

  private static Tree regional(Draft draft, String service, Tree... rest) {
    var parts = new ArrayList<Tree>(
        List.of(draft.text(service), draft.ref("AWS::Region"), draft.ref("AWS::AccountId")));
    parts.addAll(List.of(rest));
    return CustomResources.arn(draft, parts.toArray(Tree[]::new));
  }
}

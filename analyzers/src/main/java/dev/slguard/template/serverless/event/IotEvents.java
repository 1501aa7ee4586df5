package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.Optional;

/** {@code iot}: a topic rule and a permission each. */
final class IotEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      int count = 0;
      for (Event event : function.events("iot")) {
        compile(event, ++count, stack);
      }
    }
  }

  private static void compile(Event event, int number, Stack stack) {
    Draft draft = event.draft();
    String rule = event.function().normalized() + "IotTopicRule" + number;
    Tree.Mapping action = draft.object()
        .put("Lambda", draft.object().put("FunctionArn", event.function().target(draft)).tree()).tree();
    Tree.Mapping payload = draft.object().put("RuleDisabled", draft.flag(!event.isEnabled()))
        .put("Sql", event.setting("sql")).put("Actions", draft.list(action))
        .put("Description", Config.truthy(event.settings(), "description"))
        .put("AwsIotSqlVersion", Config.truthy(event.settings(), "sqlVersion")).tree();
    stack.add(rule, "AWS::IoT::TopicRule",
        draft.object().put("TopicRulePayload", payload).put("RuleName", Config.truthy(event.settings(), "name")).tree(),
        event.function().aliasDependency(draft), Stack.Origin.of(event));
    Permissions.add(event.function().normalized() + "LambdaPermissionIotTopicRule" + number, event, "iot.amazonaws.com",
        Optional.of(draft.arn("iot", draft.text("rule/"), draft.ref(rule))), stack);
  }
}

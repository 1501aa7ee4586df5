package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code cloudwatchLog}: a subscription filter each, and one permission a function, whose source is what the names of its
 * log groups have in common: of two unlike ones, every log group of the account.
 */
final class CloudwatchLogEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      var groups = new ArrayList<Tree>();
      List<Event> events = function.events("cloudwatchLog");
      for (int i = 0; i < events.size(); i++) {
        Event event = events.get(i);
        Tree group = event.asText().isPresent()
            ? event.body()
            : event.setting("logGroup").orElseGet(() -> ResourceName.missing(event.settings()));
        groups.add(group);
        filter(event, group, i + 1, stack);
      }
      if (!events.isEmpty()) {
        permit(events.getFirst(), groups, stack);
      }
    }
  }

  private static String permissionId(Event event) {
    return event.function().normalized() + "LambdaPermissionLogsSubscriptionFilterCloudWatchLog";
  }

  private static void filter(Event event, Tree group, int number, Stack stack) {
    Draft draft = event.draft();
    var dependsOn = new ArrayList<Tree>(List.of(draft.text(permissionId(event))));
    event.function().aliasId().ifPresent(alias -> dependsOn.add(draft.text(alias)));
    stack.add(event.function().normalized() + "LogsSubscriptionFilterCloudWatchLog" + number,
        "AWS::Logs::SubscriptionFilter",
        draft.object().put("LogGroupName", group)
            .put("FilterPattern", Config.truthy(event.settings(), "filter").orElseGet(() -> draft.text("")))
            .put("DestinationArn", event.function().target(draft)).tree(),
        Optional.of(draft.list(dependsOn)), Stack.Origin.of(event));
  }

  private static void permit(Event event, List<Tree> groups, Stack stack) {
    Draft draft = event.draft();
    Tree principal = draft.join("", draft.text("logs."), draft.ref("AWS::Region"), draft.text(".amazonaws.com"));
    Tree source = draft.arn("logs", draft.text("log-group:"), common(groups, draft), draft.text(":*"));
    Permissions.add(permissionId(event), event, draft.object().put("FunctionName", event.function().target(draft))
        .put("Action", "lambda:InvokeFunction").put("Principal", principal).put("SourceArn", source), stack);
  }

  /** What all names begin with, and a star if they are several. */
  private static Tree common(List<Tree> groups, Draft draft) {
    if (groups.size() == 1) {
      return groups.getFirst();
    }
    String common = Config.text(groups.getFirst()).orElse("");
    for (Tree group : groups) {
      String name = Config.text(group).orElse("");
      int length = 0;
      while (length < common.length() && length < name.length() && common.charAt(length) == name.charAt(length)) {
        length++;
      }
      common = common.substring(0, length);
    }
    return draft.text(common.endsWith("*") ? common : common + "*");
  }
}

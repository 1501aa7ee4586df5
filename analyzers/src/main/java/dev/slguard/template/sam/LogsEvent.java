package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** CloudWatchLogs: a subscription of a log group. */
final class LogsEvent implements FunctionEvent {

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    Span at = event.at();
    Optional<Tree> group = target.required(event, "LogGroupName");
    target.required(event, "FilterPattern");
    if (group.isEmpty()) {
      return;
    }
    String permission = event.id() + "Permission";
    String arn = "arn:" + target.template().partition()
        + ":logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*";
    target.permission(permission, "logs.amazonaws.com", event).put("SourceArn",
        Intrinsics.sub(arn, Draft.at(at).put("__LogGroupName__", group.get()), at));
    Draft filter = target.add(event.id(), "AWS::Logs::SubscriptionFilter", event);
    SamTemplate.dependOn(filter, permission);
    filter.child("Properties").put("DestinationArn", target.arn(at)).take(event.properties(), "FilterPattern",
        "LogGroupName");
  }
}

package dev.slguard.template.sam;

import dev.slguard.source.Span;

/** IoTRule: a rule of the message broker. */
final class IoTEvent implements FunctionEvent {

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    Span at = event.at();
    target.required(event, "Sql");
    String arn = "arn:" + target.template().partition() + ":iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}";
    target.permission(event.id() + "Permission", "iot.amazonaws.com", event)
        .put("SourceArn", Intrinsics.sub(arn, Draft.at(at).put("RuleName", Intrinsics.ref(event.id(), at)), at))
        .put("SourceAccount", Intrinsics.sub("${AWS::AccountId}", at));
    Draft payload = Draft.at(at).put("RuleDisabled", false).take(event.properties(), "Sql", "AwsIotSqlVersion");
    var action = Draft.at(at).put("Lambda", Draft.at(at).put("FunctionArn", target.arn(at)));
    payload.put("Actions", Intrinsics.list(at, action.build()));
    target.add(event.id(), "AWS::IoT::TopicRule", event).child("Properties").put("TopicRulePayload", payload);
  }
}

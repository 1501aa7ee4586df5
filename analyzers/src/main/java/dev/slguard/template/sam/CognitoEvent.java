package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** Cognito: triggers of a user pool, which must stand in the same template. */
final class CognitoEvent implements FunctionEvent {

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    Span at = event.at();
    Optional<String> name = target.required(event, "UserPool").flatMap(Intrinsics::referred);
    Optional<Draft> pool = name.flatMap(target.template()::plain).filter(
        draft -> draft.get("Type").flatMap(Intrinsics::textOf).filter("AWS::Cognito::UserPool"::equals).isPresent());
    if (pool.isEmpty()) {
      target.error(event, "needs in UserPool a Ref to a user pool of this template; no trigger is made");
      return;
    }
    String prefix = target.alias().orElse(target.owner().id()) + "CognitoPermission";
    target.permission(prefix, "cognito-idp.amazonaws.com", event).put("SourceArn",
        Intrinsics.attribute(name.orElse(""), "Arn", at));
    Draft properties = pool.get().child("Properties");
    Optional<Tree> existing = properties.get("LambdaConfig");
    if (existing.isPresent() && !(existing.get() instanceof Tree.Mapping)) {
      target.template().error(name.orElse(""), properties.keyAt("LambdaConfig"), "LambdaConfig is no object");
    }
    Draft config = properties.child("LambdaConfig", at);
    for (Tree trigger : target.required(event, "Trigger").map(Intrinsics::items).orElseGet(java.util.List::of)) {
      Intrinsics.textOf(trigger).ifPresentOrElse(text -> add(text, config, event, target),
          () -> target.error(event, "has a Trigger that is no text"));
    }
  }

  private static void add(String trigger, Draft config, EventSource event, FunctionTarget target) {
    if (config.has(trigger)) {
      target.error(event, "sets the trigger '" + trigger + "' of the user pool a second time");
      return;
    }
    config.put(trigger, target.arn(event.at()));
  }
}

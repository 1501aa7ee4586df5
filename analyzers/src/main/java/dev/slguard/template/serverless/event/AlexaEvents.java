package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.List;
import java.util.Optional;

/** {@code alexaSkill} and {@code alexaSmartHome}: a permission each; without an application id any skill may invoke. */
final class AlexaEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      compile(function.events("alexaSkill"), "LambdaPermissionAlexaSkill", "alexa-appkit.amazon.com", stack);
      compile(function.events("alexaSmartHome"), "LambdaPermissionAlexaSmartHome", "alexa-connectedhome.amazon.com",
          stack);
      // The bare word makes no permission in version 3.40; the author means an open skill, and must be told.
      for (Event event : function.events()) {
        if (event.kind().equals("alexaSkill") && Config.isNull(event.body())) {
          stack.diagnostics().note(event.at(), "'alexaSkill' without an application id makes no permission");
        }
      }
    }
  }

  private static void compile(List<Event> events, String idPart, String principal, Stack stack) {
    int count = 0;
    for (Event event : events) {
      count++;
      Optional<Tree> token = event.asText().isPresent()
          ? Optional.of(event.body())
          : Config.truthy(event.settings(), "appId");
      Draft draft = event.draft();
      Draft.Fields fields = draft.object().put("FunctionName", event.function().target(draft))
          .put("Action", event.isEnabled() ? "lambda:InvokeFunction" : "lambda:DisableInvokeFunction")
          .put("Principal", principal).put("EventSourceToken", token);
      Permissions.add(event.function().normalized() + idPart + count, event, fields, stack);
    }
  }
}

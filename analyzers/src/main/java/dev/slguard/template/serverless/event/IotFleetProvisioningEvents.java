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

/** {@code iotFleetProvisioning}: a provisioning template; its permission names no source. */
final class IotFleetProvisioningEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      function.events("iotFleetProvisioning").forEach(event -> compile(event, stack));
    }
  }

  private static void compile(Event event, Stack stack) {
    Draft draft = event.draft();
    String permission = event.function().normalized() + "LambdaPermissionIotProvisioningTemplate";
    var dependsOn = new ArrayList<Tree>(List.of(draft.text(permission)));
    event.function().aliasId().ifPresent(alias -> dependsOn.add(draft.text(alias)));
    stack.add(event.function().normalized() + "IotProvisioningTemplate", "AWS::IoT::ProvisioningTemplate",
        draft.object().put("Enabled", event.setting("enabled").orElseGet(() -> draft.flag(true)))
            .put("PreProvisioningHook", draft.object().put("TargetArn", event.function().target(draft)).tree())
            .put("ProvisioningRoleArn", event.setting("provisioningRoleArn"))
            .put("TemplateBody", event.setting("templateBody").map(body -> Draft.of(body).text(Shape.of(body))))
            .put("TemplateName", Config.truthy(event.settings(), "templateName")).tree(),
        Optional.of(draft.list(dependsOn)), Stack.Origin.of(event));
    Permissions.add(permission, event, "iot.amazonaws.com", Optional.empty(), stack);
  }
}

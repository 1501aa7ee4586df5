package dev.slguard.template.binding;

import dev.slguard.model.EventShape;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions that CloudFormation calls for custom resources. */
record CustomResourceTriggers() implements TriggerFamily {

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource resource : stack.resources().values()) {
      boolean custom = resource.type().startsWith("Custom::")
          || resource.type().equals("AWS::CloudFormation::CustomResource");
      if (custom) {
        for (Found function : stack.find(resource, "ServiceToken")) {
          triggers.addAll(stack.triggers(function,
              Cause.service(EventShape.CUSTOM_RESOURCE, Optional.of(resource.id()), resource.provenance().at())));
        }
      }
    }
    return triggers;
  }
}

package dev.slguard.template.binding;

import dev.slguard.model.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** All that starts the functions and state machines of a deployment. */
final class Triggers {
  private Triggers() {}

  private static List<TriggerFamily> families() {
    return List.of(new RestApiTriggers(), new HttpApiTriggers(), new FunctionUrlTriggers(), new GraphQlTriggers(),
        new LoadBalancerTriggers(), new EdgeTriggers(), new UserPoolTriggers(), new NotificationTriggers(),
        new EventSourceTriggers(), new EventBusTriggers(), new StateMachineTriggers(), new CustomResourceTriggers(),
        new ServiceTriggers());
  }

  /** By family, within it in the order of the resources; permissions that belong to none of them come last. */
  static List<Trigger> of(Stack stack) {
    var triggers = new LinkedHashSet<Trigger>();
    families().forEach(family -> triggers.addAll(family.triggers(stack)));
    return new PermissionTriggers(stack, new ArrayList<>(triggers)).joined();
  }
}

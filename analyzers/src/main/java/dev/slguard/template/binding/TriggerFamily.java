package dev.slguard.template.binding;

import dev.slguard.model.Trigger;
import java.util.List;

/** One way in which functions and state machines are started. All families stand in {@link Triggers}. */
sealed interface TriggerFamily permits RestApiTriggers, HttpApiTriggers, FunctionUrlTriggers, EventSourceTriggers,
    NotificationTriggers, EventBusTriggers, GraphQlTriggers, LoadBalancerTriggers, UserPoolTriggers, EdgeTriggers,
    StateMachineTriggers, CustomResourceTriggers, ServiceTriggers {

  /** The triggers of this family, in the order of the resources that make them. */
  List<Trigger> triggers(Stack stack);
}

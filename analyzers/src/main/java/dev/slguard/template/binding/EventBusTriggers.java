package dev.slguard.template.binding;

import dev.slguard.model.EventShape;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of event buses, schedules and pipes. */
record EventBusTriggers() implements TriggerFamily {

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource rule : stack.ofType("AWS::Events::Rule")) {
      addRule(stack, rule, triggers);
    }
    for (Resource schedule : stack.ofType("AWS::Scheduler::Schedule")) {
      if (!isState(stack, schedule, "DISABLED")) {
        addSchedule(stack, schedule, triggers);
      }
    }
    for (Resource pipe : stack.ofType("AWS::Pipes::Pipe")) {
      if (!stack.text(pipe, "DesiredState").filter("STOPPED"::equals).isPresent()) {
        addPipe(stack, pipe, triggers);
      }
    }
    return triggers;
  }

  private static boolean isState(Stack stack, Resource resource, String state) {
    return stack.text(resource, "State").filter(state::equals).isPresent();
  }

  private static void addRule(Stack stack, Resource rule, List<Trigger> triggers) {
    if (isState(stack, rule, "DISABLED")) {
      return;
    }
    boolean matches = !(rule.property("EventPattern") instanceof Value.Absent);
    EventShape ofBus = isOfAws(stack, rule) ? EventShape.EVENTBRIDGE_OF_AWS : EventShape.EVENTBRIDGE;
    EventShape shape = matches ? ofBus : EventShape.SCHEDULE;
    for (Found target : stack.find(rule, "Targets[].Arn")) {
      triggers.addAll(stack.triggers(target,
          Cause.service(shape, Optional.of(rule.id()), rule.provenance().at()).proven(List.of(target.at()))));
    }
  }

  /** Whether the rule asks for events of AWS services only, which nobody else can send. */
  private static boolean isOfAws(Stack stack, Resource rule) {
    List<Found> sources = stack.find(rule, "EventPattern.source[]");
    return !sources.isEmpty() && sources.stream().allMatch(source -> Spelling.of(source.value()).startsWith("aws."));
  }

  private static void addSchedule(Stack stack, Resource schedule, List<Trigger> triggers) {
    Cause cause = Cause.service(EventShape.SCHEDULE, Optional.of(schedule.id()), schedule.provenance().at());
    for (Found target : stack.find(schedule, "Target.Arn")) {
      triggers.addAll(stack.triggers(target, cause));
      String arn = Spelling.of(target.value());
      // A universal target names the function in its input.
      if (arn.contains(":aws-sdk:lambda:") || arn.contains(":aws-sdk:sfn:")) {
        for (Found input : stack.find(schedule, "Target.Input")) {
          Optional<Value> document = TextDocument.of(stack, input.value());
          for (String key : List.of("FunctionName", "StateMachineArn")) {
            document.ifPresent(value -> stack.find(new Found(value, input.conditions()), key)
                .forEach(name -> triggers.addAll(stack.triggers(name, cause))));
          }
        }
      }
    }
  }

  private static void addPipe(Stack stack, Resource pipe, List<Trigger> triggers) {
    Optional<String> source = stack.find(pipe, "Source").stream().flatMap(arn -> stack.source(arn.value()).stream())
        .findFirst();
    for (String property : List.of("Target", "Enrichment")) {
      for (Found target : stack.find(pipe, property)) {
        triggers.addAll(stack.triggers(target,
            Cause.service(EventShape.PIPE, source, pipe.provenance().at()).proven(List.of(target.at()))));
      }
    }
  }
}

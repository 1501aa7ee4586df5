package dev.slguard.template.binding;

import dev.slguard.model.Resource;
import dev.slguard.model.Task;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the states of state machines call (Step Functions developer guide, "Integrating services"): optimised integrations,
 * SDK integrations, functions named by their ARN; those inside Parallel and Map included.
 */
final class StateMachineTasks {
  private static final String INTEGRATION = ":states:::";
  /** Parameters that name what a call is about, the more telling ones first. */
  private static final List<String> TARGETS = List.of("FunctionName", "TableName", "QueueUrl", "TopicArn",
      "StateMachineArn", "Bucket", "SecretId", "StreamName", "ModelId", "JobName", "JobDefinition", "TaskDefinition",
      "ProjectName", "CrawlerName", "WorkGroup", "KeyId", "Name", "TargetArn", "ApiEndpoint");

  private final Stack stack;
  private final Resource machine;
  private final List<Task> tasks;

  private StateMachineTasks(Stack stack, Resource machine, List<Task> tasks) {
    this.stack = stack;
    this.machine = machine;
    this.tasks = tasks;
  }

  /** The tasks of all machines, in the order written. */
  static List<Task> of(Stack stack) {
    var all = new ArrayList<Task>();
    for (Resource machine : stack.ofType(Stack.STATE_MACHINE)) {
      var tasks = new ArrayList<Task>();
      for (Found definition : stack.definitions(machine)) {
        new StateMachineTasks(stack, machine, tasks).add(definition);
      }
      // SAM sorts the states of a definition.
      tasks.sort(Comparator.comparing(Task::at));
      all.addAll(tasks);
    }
    return all;
  }

  private void add(Found states) {
    for (Found section : stack.find(states, "States")) {
      if (section.value() instanceof Value.Mapping named) {
        for (Map.Entry<String, Value> entry : named.entries().entrySet()) {
          var state = new Found(entry.getValue(), section.conditions());
          state(entry.getKey(), state);
          for (String part : List.of("ItemReader", "ResultWriter")) {
            stack.find(state, part).forEach(found -> state(entry.getKey(), found));
          }
          for (String inner : StateMachineTriggers.INNER) {
            stack.find(state, inner).forEach(this::add);
          }
        }
      }
    }
  }

  private void state(String name, Found state) {
    for (Found resource : stack.find(state, "Resource")) {
      String spelled = Spelling.of(resource.value());
      int at = spelled.indexOf(INTEGRATION);
      Span place = state.value() instanceof Value.Mapping mapping ? mapping.keyAt("Resource") : resource.value().at();
      if (at < 0) {
        if (!spelled.contains(":activity:")) {
          tasks.add(new Task(machine.id(), name, "lambda", "invoke", resource.value(), resource.conditions(), place));
        }
        continue;
      }
      // arn:aws:states:::aws-sdk:s3:getObject, arn:aws:states:::ecs:runTask.sync
      String[] parts = spelled.substring(at + INTEGRATION.length()).split(":", -1);
      int first = parts[0].equals("aws-sdk") ? 1 : 0;
      String operation = parts.length > first + 1 ? parts[first + 1].split("\\.", -1)[0] : "";
      if (operation.isEmpty()) {
        stack.diagnostics().warning(place, "task '" + Text.shown(name) + "' names no operation of '"
            + Text.shown(parts.length > first ? parts[first] : parts[0]) + "'; what it needs is not known");
        continue;
      }
      tasks.add(new Task(machine.id(), name, parts[first], operation, target(state), resource.conditions(), place));
    }
  }

  private Value target(Found state) {
    for (String section : List.of("Parameters", "Arguments")) {
      for (String key : TARGETS) {
        List<Found> found = stack.find(state, section + '.' + key);
        if (!found.isEmpty()) {
          return found.getFirst().value();
        }
      }
    }
    return new Value.Absent(state.value().at());
  }
}

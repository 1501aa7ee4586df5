package dev.slguard.cli.facts;

import dev.slguard.graph.Application;
import dev.slguard.graph.TaskActions;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Task;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One state machine with what starts it, the role it runs under, and what its tasks need. */
public record MachineFacts(Deployment deployment, Resource machine, List<Trigger> triggers, Optional<String> role,
    List<Need> needs) {
  public MachineFacts {
    triggers = List.copyOf(triggers);
    needs = List.copyOf(needs);
  }

  /** A task with the actions that its role needs for it. */
  public record Need(Task task, List<String> actions) {
    public Need {
      actions = List.copyOf(actions);
    }
  }

  /** All state machines of {@code application}. */
  public static List<MachineFacts> of(Application application) {
    var facts = new ArrayList<MachineFacts>();
    // Read only if there is a machine.
    Optional<Catalogue> catalogue = Optional.empty();
    for (Deployment deployment : application.deployments()) {
      for (Resource resource : deployment.resources().values()) {
        if (resource.type().equals("AWS::StepFunctions::StateMachine") && !deployment.isBorrowed(resource)) {
          Catalogue known = catalogue.orElseGet(Catalogue::new);
          catalogue = Optional.of(known);
          facts.add(of(deployment, resource, known));
        }
      }
    }
    return facts;
  }

  private static MachineFacts of(Deployment deployment, Resource machine, Catalogue catalogue) {
    List<Trigger> triggers = deployment.triggers().stream().filter(trigger -> trigger.target().equals(machine.id()))
        .toList();
    Optional<String> role = machine.property("RoleArn") instanceof Value.Reference(String id, _, _)
        ? Optional.of(id)
        : Optional.empty();
    List<Need> needs = deployment.tasks().stream().filter(task -> task.machine().equals(machine.id()))
        .map(task -> new Need(task, TaskActions.of(task, catalogue))).toList();
    return new MachineFacts(deployment, machine, triggers, role, needs);
  }
}

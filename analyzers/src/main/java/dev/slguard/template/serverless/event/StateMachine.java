package dev.slguard.template.serverless.event;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A state machine of the plugin serverless-step-functions.
 *
 * @param key its key under {@code stepFunctions.stateMachines}
 * @param at the place of that key
 */
record StateMachine(String key, Tree.Mapping config, Span at) {

  /** All machines of the service, in the order written. */
  static List<StateMachine> of(Service service) {
    var machines = new ArrayList<StateMachine>();
    Tree.Mapping section = Config.mappingAt(service.config(), "stepFunctions", "stateMachines");
    section.entries().forEach((key, entry) -> {
      if (entry.value() instanceof Tree.Mapping config) {
        machines.add(new StateMachine(key, config, entry.keyAt()));
      }
    });
    return machines;
  }

  /** Its logical id. */
  String id() {
    Optional<String> own = config.text("id").or(() -> config.text("name"));
    return own.map(Naming::normalized).orElseGet(() -> Naming.normalized(key) + "StepFunctionsStateMachine");
  }

  /** The name that the author wrote, else the key. */
  String name() {
    return config.text("name").orElse(key);
  }

  Draft draft() {
    return new Draft(at);
  }

  /** The settings of its events of one kind, with the place of each. */
  List<Tree> events(String kind) {
    var events = new ArrayList<Tree>();
    for (Tree item : Config.items(config, "events")) {
      if (item instanceof Tree.Mapping mapping) {
        Config.truthy(mapping, kind).ifPresent(events::add);
      }
    }
    return events;
  }

  Stack.Origin origin(Span place) {
    return new Stack.Origin(place, key, "state machine");
  }
}

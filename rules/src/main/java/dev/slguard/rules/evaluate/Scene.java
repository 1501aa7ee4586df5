package dev.slguard.rules.evaluate;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A deployment with the look-ups that evaluators share. Not changed after it is made. */
final class Scene {
  private final Deployment deployment;
  private final Links links;
  private final Comparing comparing;
  private final Map<String, List<Function>> functionsByRole = new HashMap<>();

  Scene(Deployment deployment) {
    this.deployment = deployment;
    this.links = new Links(deployment);
    var allowed = new TreeMap<String, List<String>>();
    for (Parameter parameter : deployment.parameters()) {
      allowed.put(parameter.name(), parameter.allowedValues());
    }
    this.comparing = new Comparing(allowed);
    for (Function function : deployment.functions()) {
      function.role().ifPresent(role -> functionsByRole.computeIfAbsent(role, _ -> new ArrayList<>()).add(function));
    }
  }

  Deployment deployment() {
    return deployment;
  }

  Links links() {
    return links;
  }

  /** Functions that run under the role with logical id {@code role}. */
  List<Function> functionsOf(String role) {
    return functionsByRole.getOrDefault(role, List.of());
  }

  World world(ConditionSet base) {
    return new World(base, Map.of());
  }

  Solver solver(World world, StatementQuestions statements) {
    return new Solver(deployment, world, links, comparing, statements);
  }
}

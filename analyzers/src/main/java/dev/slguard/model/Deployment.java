package dev.slguard.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What one template deploys after lowering: a template with its nested stacks, a stage of a service, a stack of a CDK
 * assembly.
 *
 * @param name the file, with the stage or stack behind it where a file gives several: {@code serverless.yml (prod)}
 * @param file path of the template relative to the scanned root
 * @param resources by logical id, in the order written, generated ones after their origin
 * @param policies resource-based policy documents: bucket policies, queue policies, key policies, function permissions
 * @param conditions what each condition of the template means, by the name that {@link Value.Choice} carries
 * @param tasks what state machines call, in the order written
 * @param borrowed ids of those resources that a sibling deploys and this deployment names by its exports or stored
 *     parameters; functions, roles and policies made of them are there too, and the sibling's own
 */
public record Deployment(String name, String file, Format format, SequencedMap<String, Resource> resources,
    List<Parameter> parameters, List<Output> outputs, List<Function> functions, List<Trigger> triggers,
    List<Role> roles, List<PolicyDocument> policies, Map<String, ConditionSet> conditions, List<Task> tasks,
    Set<String> borrowed) {

  /** What the author wrote. */
  public enum Format {
    CLOUDFORMATION, SAM, SERVERLESS, CDK, POLICY
  }

  public Deployment {
    resources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(resources));
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
    functions = List.copyOf(functions);
    triggers = List.copyOf(triggers);
    roles = List.copyOf(roles);
    policies = List.copyOf(policies);
    conditions = Map.copyOf(conditions);
    tasks = List.copyOf(tasks);
    borrowed = Set.copyOf(borrowed);
  }

  /** Whether a sibling deploys {@code resource}: what is said of it alone is said there. */
  public boolean isBorrowed(Resource resource) {
    return borrowed.contains(resource.id());
  }

  /** A deployment without conditions and state machines. */
  public Deployment(String name, String file, Format format, SequencedMap<String, Resource> resources,
      List<Parameter> parameters, List<Output> outputs, List<Function> functions, List<Trigger> triggers,
      List<Role> roles, List<PolicyDocument> policies) {
    this(name, file, format, resources, parameters, outputs, functions, triggers, roles, policies, Map.of(), List.of(),
        Set.of());
  }
}

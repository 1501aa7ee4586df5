package dev.slguard.template;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Output;
import dev.slguard.model.Parameter;
import dev.slguard.model.Resource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * An expansion with its values evaluated: resources, parameters and outputs, not yet bound into functions and triggers.
 *
 * @param resources those that some deployment creates: a resource whose condition is false is not among them
 * @param conditions what each condition of the template means, by the name that {@link dev.slguard.model.Value.Choice}
 *     carries; the first arm holds under it, the second under its opposite
 * @param borrowed resources among them that sibling stacks deploy, which this one names: by id, whose they are
 * @param asks names of exported and stored values that the template asks other stacks for
 */
public record Evaluated(Expansion expansion, SequencedMap<String, Resource> resources, List<Parameter> parameters,
    List<Output> outputs, Map<String, ConditionSet> conditions, Map<String, Borrowed> borrowed, Set<String> asks) {
  /** A resource that the expansion {@code from} deploys under the logical id {@code id}. */
  public record Borrowed(Expansion from, String id) {}

  public Evaluated {
    resources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(resources));
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
    conditions = Map.copyOf(conditions);
    borrowed = Map.copyOf(borrowed);
    asks = Set.copyOf(asks);
  }

  /** The set under which the condition {@code name} holds; the bare name where the template does not define it. */
  public ConditionSet condition(String name) {
    ConditionSet found = conditions.get(name);
    return found == null ? new ConditionSet(new ConditionSet.Formula.Named(name)) : found;
  }

  /** Where the resource {@code id} is written: in this expansion, or in that of a sibling. */
  public Borrowed origin(String id) {
    Borrowed found = borrowed.get(id);
    return found == null ? new Borrowed(expansion, id) : found;
  }
}

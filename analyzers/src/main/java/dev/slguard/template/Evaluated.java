package dev.slguard.template;

import dev.slguard.model.Output;
import dev.slguard.model.Parameter;
import dev.slguard.model.Resource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** An expansion with its values evaluated: resources, parameters and outputs, not yet bound into functions and triggers. */
public record Evaluated(Expansion expansion, SequencedMap<String, Resource> resources, List<Parameter> parameters,
    List<Output> outputs) {
  public Evaluated {
    resources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(resources));
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
  }
}

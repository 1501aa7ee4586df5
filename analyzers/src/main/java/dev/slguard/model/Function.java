package dev.slguard.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Deployed code.
 *
 * @param resource the resource that deploys it; {@link Resource#id} names the function in its deployment
 * @param runtime {@code python3.13}; empty for an image or where only deployment decides
 * @param handler as written; empty for an image without one
 * @param environment environment variables by name
 * @param roles the {@link Role}s of the same deployment under which it may run, one but where a condition chooses; none
 *     where its role stands elsewhere (then {@code Role} of the resource says what is known)
 * @param layers the layers as written: references, ARNs
 * @param layerFolders folders of the scanned root from which layers of the same deployment are made; what Lambda unpacks
 *     to {@code /opt}, so modules stand in {@code python/} or {@code nodejs/} below, or directly inside where the build
 *     adds those
 */
public record Function(Resource resource, Optional<String> runtime, Optional<String> handler, Code code,
    SequencedMap<String, Value> environment, List<RunsAs> roles, List<Value> layers, List<String> layerFolders) {
  /** A role by its id, and when the function runs under it. */
  public record RunsAs(String role, ConditionSet conditions) {}

  public Function {
    environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    roles = List.copyOf(roles);
    layers = List.copyOf(layers);
    layerFolders = List.copyOf(layerFolders);
  }

  /** A function without layers of local source. */
  public Function(Resource resource, Optional<String> runtime, Optional<String> handler, Code code,
      SequencedMap<String, Value> environment, Optional<String> role, List<Value> layers) {
    this(resource, runtime, handler, code, environment,
        role.map(id -> new RunsAs(id, ConditionSet.ALWAYS)).stream().toList(), layers, List.of());
  }

  /** Id of the role under which it runs, the first one where a condition chooses between several. */
  public Optional<String> role() {
    return roles.stream().map(RunsAs::role).findFirst();
  }

  /** Whether it may run under the role {@code id}. */
  public boolean runsAs(String id) {
    return roles.stream().anyMatch(role -> role.role().equals(id));
  }

  /** Logical id in the deployment. */
  public String id() {
    return resource.id();
  }

  /** The name the author wrote: the one that messages show. */
  public String authoredId() {
    return resource.provenance().authoredId();
  }
}

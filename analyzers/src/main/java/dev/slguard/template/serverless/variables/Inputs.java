package dev.slguard.template.serverless.variables;

import dev.slguard.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the caller of the framework decides.
 *
 * @param stage the stage that is deployed
 * @param options command line options by name, without {@code stage} where none was given
 * @param parameters command line parameters by name
 * @param declaredParameters mappings in which a parameter is looked for, the strongest first
 */
public record Inputs(String stage, Map<String, String> options, Map<String, String> parameters,
    List<Tree.Mapping> declaredParameters) {
  public Inputs {
    options = Map.copyOf(options);
    parameters = Map.copyOf(parameters);
    declaredParameters = List.copyOf(declaredParameters);
  }

  /** The option {@code name}. */
  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}

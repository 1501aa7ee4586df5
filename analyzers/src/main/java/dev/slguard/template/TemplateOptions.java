package dev.slguard.template;

import java.util.Map;
import java.util.Optional;

/**
 * What the caller knows of the deployment.
 *
 * @param parameters values of parameters by name ({@code --param}); they win over defaults
 * @param stage the stage of a service; empty for all that it declares
 * @param region AWS region; empty if deployment decides
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}; empty if deployment decides
 */
public record TemplateOptions(Map<String, String> parameters, Optional<String> stage, Optional<String> region,
    Optional<String> partition) {
  /** Nothing known. */
  public static final TemplateOptions NONE = new TemplateOptions(Map.of(), Optional.empty(), Optional.empty(),
      Optional.empty());

  public TemplateOptions {
    parameters = Map.copyOf(parameters);
  }
}

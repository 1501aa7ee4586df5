package dev.slguard.template;

import dev.slguard.model.Deployment;
import dev.slguard.model.Provenance;
import dev.slguard.source.Tree;
import java.util.Map;

/**
 * One deployment as plain CloudFormation, not yet evaluated: intrinsics stand as mappings ({@code {"Fn::Sub": …}}),
 * conditions and parameters as written. Every node's {@link Tree#at} is the place the author wrote; generated nodes carry
 * the place of the event, property or line they were made from.
 *
 * @param name as {@link Deployment#name}
 * @param body the template: Parameters, Mappings, Conditions, Resources, Outputs
 * @param provenance of every resource that lowering made or renamed, by logical id; a resource without entry was authored
 *     as it stands
 * @param sourceFolders folder of the scanned root that holds a function's code, or the very file of its handler
 *     ({@code api/main.py}; {@code api/main.py:app} where it has another name there), by the function's logical id ({@code Parent/Child} in a nested stack), where the format knows it otherwise than by a local path in Code/CodeUri (serverless.yml packages, CDK assets)
 */
public record Expansion(String name, String file, Deployment.Format format, Tree.Mapping body,
    Map<String, Provenance> provenance, Map<String, String> sourceFolders) {
  public Expansion {
    provenance = Map.copyOf(provenance);
    sourceFolders = Map.copyOf(sourceFolders);
  }
}

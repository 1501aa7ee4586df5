package dev.slguard.template.cdk;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;

/**
 * A stack of a cloud assembly.
 *
 * @param name as CDK shows it: {@code Beta/Shop}
 * @param folder of the assembly that holds it, relative to the root
 * @param templateFile relative to the root
 * @param metadata entries by construct path, {@code /Beta/Shop/Orders/Resource}; empty if the assembly has none
 * @param assetManifests the asset manifests of the stack's assembly
 * @param at where the manifest declares it
 */
record AssemblyStack(String name, String folder, String templateFile, Tree.Mapping metadata,
    List<Tree.Mapping> assetManifests, Span at) {
  AssemblyStack {
    assetManifests = List.copyOf(assetManifests);
  }
}

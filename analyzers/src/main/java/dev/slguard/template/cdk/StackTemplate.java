package dev.slguard.template.cdk;

import dev.slguard.model.Provenance;
import dev.slguard.source.Tree;
import java.util.Map;

/** A stack's template, with what is known of its resources and those of its nested stacks ({@code Parent/Child}). */
record StackTemplate(Tree.Mapping body, Map<String, Provenance> provenance, Map<String, String> sourceFolders) {
  StackTemplate {
    provenance = Map.copyOf(provenance);
    sourceFolders = Map.copyOf(sourceFolders);
  }
}

package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A SAM resource as the author wrote it, Globals merged in: what is generated from it names it as its origin.
 *
 * @param at the key under Resources; for an implicit API the first event that asks for it
 * @param resource the whole resource, attributes and properties
 */
record Owner(String id, String type, Span at, Tree.Mapping resource) {

  Tree.Mapping properties() {
    return resource.mapping("Properties").orElseGet(() -> Tree.emptyMapping(at));
  }

  Optional<Tree> property(String name) {
    return properties().get(name);
  }

  /** The place of the property {@code name}, else of the resource's key. */
  Span placeOf(String name) {
    return properties().has(name) ? properties().keyAt(name) : at;
  }

  /** The condition under which the resource exists. */
  Optional<String> condition() {
    return resource.text("Condition");
  }

  /** The same resource without what SAM hands on to generated ones, for those that get none of it. */
  Owner withoutAttributes() {
    Draft bare = Draft.of(resource);
    List.of("Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy").forEach(bare::remove);
    return new Owner(id, type, at, bare.build());
  }

  Owner withProperties(Tree.Mapping properties) {
    return new Owner(id, type, at, Draft.of(resource).put("Properties", properties).build());
  }
}

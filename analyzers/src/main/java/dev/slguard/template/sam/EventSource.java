package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/**
 * One entry of Events.
 *
 * @param id prefix of the logical ids that come of it: function and event
 * @param name key under Events
 * @param at place of that key
 */
record EventSource(String id, String name, String type, Tree.Mapping properties, Span at) {

  Optional<Tree> property(String key) {
    return properties.get(key).filter(tree -> !Intrinsics.isNull(tree));
  }
}

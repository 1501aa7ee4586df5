package dev.slguard.rules.evaluate;

import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.Optional;

/**
 * A value that a rule speaks of.
 *
 * @param value settled: no Choice at its top
 * @param keyAt the place of its key, or of the declaration for a whole resource; where it is absent, of the nearest thing
 *     around it that was written
 * @param owner the resource in which it stands
 * @param trail the way to it from its owner: {@code Policies[0].PolicyDocument}
 * @param key the last key on that way
 */
record Node(Value value, Span keyAt, Optional<Resource> owner, String trail, String key) {
  /** The narrowest place to point at: the value itself on one line, else its key. */
  Span place() {
    Span at = value.at();
    return value instanceof Value.Absent || at.line() != at.endLine() || trail.isEmpty() ? keyAt : at;
  }

  Node with(Value other) {
    return new Node(other, keyAt, owner, trail, key);
  }
}

package dev.slguard.template.binding;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** A value met on the way through a resource, with the conditions of the resource and of every Fn::If arm passed. */
record Found(Value value, ConditionSet conditions) {

  /** The place of the value. */
  Span at() {
    return value.at();
  }

  /** The text of a known scalar; empty for all else. */
  Optional<String> text() {
    return text(value);
  }

  /** The text of a known scalar that is not null; empty for all else. */
  static Optional<String> text(Value value) {
    return value instanceof Value.Scalar(String text, Tree.Kind kind, _) && kind != Tree.Kind.NULL
        ? Optional.of(text)
        : Optional.empty();
  }
}

package dev.slguard.template.binding;

import dev.slguard.model.Trigger;
import java.util.List;

/** All that starts the functions and state machines of a deployment. */
final class Triggers {
  private Triggers() {}

  static List<Trigger> of(Stack stack) {
    return List.of();
  }
}

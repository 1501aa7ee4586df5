package dev.slguard.template.binding;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.template.Evaluated;
import java.util.List;

/** x. */
public final class Binder {
  private Binder() {}

  /** x. */
  public static Deployment bind(Evaluated e, Root root, Diagnostics d) {
    return new Deployment(e.expansion().name(), e.expansion().file(), e.expansion().format(), e.resources(),
        e.parameters(), e.outputs(), List.of(), List.of(), List.of(), List.of());
  }
}

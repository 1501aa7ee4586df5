package dev.slguard.template.binding;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import java.util.List;

/**
 * Makes a deployment of evaluated resources: finds functions with their source, identities with their policies,
 * resource-based policies, and everything that starts a function or a state machine. Stateless and thread-safe.
 */
public final class Binder {
  /** A file of the root whose text and first document are at hand. */
  public record Read(SourceFile source, Tree.Mapping document) {}

  /**
   * The deployment that {@code evaluated} describes.
   *
   * @param root where handlers, definitions and Dockerfiles are looked for; nothing outside it is read
   */
  public Deployment bind(Evaluated evaluated, Root root, Diagnostics diagnostics) {
    return bind(evaluated, List.of(), root, diagnostics);
  }

  /**
   * As {@link #bind(Evaluated, Root, Diagnostics)}.
   *
   * @param read files that need not be read again, the template itself above all
   */
  public Deployment bind(Evaluated evaluated, List<Read> read, Root root, Diagnostics diagnostics) {
    var stack = new Stack(evaluated, read, root, diagnostics);
    return new Deployment(evaluated.expansion().name(), evaluated.expansion().file(), evaluated.expansion().format(),
        evaluated.resources(), evaluated.parameters(), evaluated.outputs(), new FunctionBinder(stack).functions(),
        Triggers.of(stack), IdentityBinder.identities(stack), ResourcePolicies.of(stack), evaluated.conditions(),
        StateMachineTasks.of(stack), evaluated.borrowed().keySet());
  }
}

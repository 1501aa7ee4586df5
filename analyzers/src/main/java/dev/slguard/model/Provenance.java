package dev.slguard.model;

import dev.slguard.source.Span;
import java.util.Optional;

/**
 * Where a resource comes from.
 *
 * @param at the key or line at which the author declared it, or the resource or event from which lowering made it
 * @param authoredId the logical id (or function name) that the author wrote; equals the resource's own id where it was
 *     not generated
 * @param authoredType the type that the author wrote ({@code AWS::Serverless::Function}), or its own
 * @param constructPath CDK: path of the construct
 * @param program CDK: the line of the program that made the construct
 */
public record Provenance(Span at, String authoredId, String authoredType, Optional<String> constructPath,
    Optional<Span> program) {
  /** What {@link #authoredType} says of what a framework deploys for itself, such as the provider of a custom resource of CDK. */
  public static final String HELPER = "CDK helper";

  /** A resource as the author wrote it. */
  public static Provenance authored(Span at, String id, String type) {
    return new Provenance(at, id, type, Optional.empty(), Optional.empty());
  }

  /** Whether a framework deploys the resource for itself: its code and role are not the author's. */
  public boolean isHelper() {
    return authoredType.equals(HELPER);
  }
}

package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** What a rule or schedule starts: a function by a permission, a state machine by a role. */
interface Started {
  SamTemplate template();

  Owner owner();

  /** The ARN that the rule names. */
  Tree arn(Span at);

  /** Ending of the target's id. */
  String targetSuffix();

  /**
   * Lets {@code principal} start this on behalf of {@code source}.
   *
   * @return the role to name in the rule's target; empty where a permission does it
   */
  Optional<Tree> grant(EventSource event, String principal, Tree source);

  /** The policy by which a role may start this, with its name. */
  RolePolicies startPolicy(EventSource event, Span at);

  default void error(EventSource event, String problem) {
    template().error(owner(), event.at(), "event '" + event.name() + "' " + problem);
  }
}

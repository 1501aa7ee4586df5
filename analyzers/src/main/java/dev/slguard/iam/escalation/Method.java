package dev.slguard.iam.escalation;

import java.util.List;
import java.util.Optional;

/**
 * One way to become more.
 *
 * @param id of pathfinding.cloud where it has one ({@code lambda-003}), else a name of our own
 * @param passedTo the service that a role is passed to
 * @param needs actions, all needed, each with its alternatives; the reach of the first one counts
 * @param says what the principal can do, as the end of a sentence
 */
public record Method(String id, Kind kind, Optional<String> passedTo, Precondition precondition,
    List<List<String>> needs, String says) {

  /** What is changed on the way. */
  public enum Kind {
    /** The principal's own permissions. */
    SELF,
    /** Which principal one is. */
    PRINCIPAL,
    /** What runs under a role that is passed. */
    PASSROLE,
    /** The code of what runs under a role already. */
    CODE,
    /** What serverless parts of other roles do or give away. */
    SERVERLESS
  }

  /** What must be in place for it to be a gain. */
  public enum Precondition {
    NONE, BOUNDARY, DENY, MFA
  }

  public Method {
    needs = List.copyOf(needs);
  }
}

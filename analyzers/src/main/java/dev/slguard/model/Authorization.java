package dev.slguard.model;

import dev.slguard.source.Span;
import java.util.Optional;

/**
 * Who must prove what before a trigger runs.
 *
 * @param authorizer logical id or ARN of the authorizer; for IAM and NONE empty
 * @param at the line that decides it: the event's Auth, the API's default, or the place that lacks both
 */
public record Authorization(Kind kind, Optional<String> authorizer, Span at) {

  /** What is asked of the caller. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** An API key and nothing else: identifies a plan, authenticates nobody. */
    KEY_ONLY,
    /** A signature by an AWS principal. */
    IAM,
    /** A token of a Cognito user pool. */
    COGNITO,
    /** A JSON web token checked by the API. */
    JWT,
    /** A function decides. */
    LAMBDA,
    /** A client certificate. */
    MUTUAL_TLS,
    /** Does not apply: a service starts the function, not a caller. */
    SERVICE,
    /** Only deployment decides. */
    UNKNOWN
  }
}

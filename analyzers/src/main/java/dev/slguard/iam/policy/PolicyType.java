package dev.slguard.iam.policy;

/** The role in which a document takes part in a decision. */
public enum PolicyType {
  /** Attached to a user, group or role. */
  IDENTITY,
  /** Attached to a resource: bucket policy, queue policy, key policy, function permission. */
  RESOURCE,
  /** The trust policy of a role: who may assume it. */
  TRUST,
  /** Permissions boundary of a user or role: limits, never grants. */
  BOUNDARY,
  /** Passed when a session is opened: limits, never grants. */
  SESSION,
  /** Service control policy of an organization. */
  SCP,
  /** Resource control policy of an organization. */
  RCP,
  /** Policy of a VPC endpoint: limits, never grants. */
  ENDPOINT;

  /** Whether statements name principals. */
  public boolean namesPrincipals() {
    return switch (this) {
      case RESOURCE, TRUST, RCP, ENDPOINT -> true;
      case IDENTITY, BOUNDARY, SESSION, SCP -> false;
    };
  }

  /** Whether an ARN with fewer than six fields is completed with {@code *} (IAM User Guide, elements_resource). */
  public boolean completesArns() {
    return switch (this) {
      case IDENTITY, BOUNDARY, SESSION, SCP -> true;
      case RESOURCE, TRUST, RCP, ENDPOINT -> false;
    };
  }
}

package dev.slguard.iam.policy;

/** What a statement does where it matches. */
public enum Effect {
  ALLOW, DENY,
  /** Only deployment decides, or the whole statement is not to be read. */
  UNKNOWN
}

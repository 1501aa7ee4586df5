package dev.slguard.code.library;

/** Who chooses the content of an event field, most dangerous first (taint-model.md section 2). */
public enum Trust {
  /** Anyone who can reach the trigger. */
  ANYONE,
  /** A logged-in user, within limits. */
  USER,
  /** Another part of the application, or what was stored before. */
  INTERNAL,
  /** The service or the deployer: never a source. */
  SERVICE
}

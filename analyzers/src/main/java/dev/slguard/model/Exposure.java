package dev.slguard.model;

/** From where a trigger can be set off, resource policies and permissions taken into account. */
public enum Exposure {
  /** Anyone who can open a connection; {@link Authorization} says what they must show. */
  INTERNET,
  /** Principals of other accounts, or of any account. */
  OTHER_ACCOUNTS,
  /** A service for whoever uses it: no condition ties it to this account's resource (confused deputy). */
  ANY_SERVICE_USER,
  /** A service on behalf of a named resource or account. */
  SERVICE,
  /** Principals of this account, or a private network. */
  ACCOUNT,
  /** Only deployment decides. */
  UNKNOWN
}

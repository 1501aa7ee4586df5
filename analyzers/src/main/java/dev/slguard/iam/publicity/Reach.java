package dev.slguard.iam.publicity;

/** Who an Allow statement of a resource policy lets in, narrowest first. */
public enum Reach {
  /** Identities of the own account, or one that is named and belongs to it. */
  OWN_ACCOUNT,
  /** A service on behalf of a fixed resource, account or organization. */
  SERVICE,
  /** Everybody in principle, but conditions fix who: an organization, accounts, networks, resources. */
  CONFINED,
  /** Only deployment decides. */
  UNKNOWN,
  /** Holders of tokens of an identity provider, with a fixed audience or subject. */
  FEDERATED,
  /** Another account, or an identity of one. */
  FOREIGN_ACCOUNT,
  /** A service for whoever uses it: no condition ties it to a resource or account (confused deputy). */
  ANY_SERVICE_USER,
  /** Whoever the identity provider lets in: neither audience nor subject is fixed. */
  ANY_TOKEN,
  /** Every AWS account, but nobody without signature. */
  ANY_ACCOUNT,
  /** Everybody, without signature too. */
  ANYONE;

  /** Whether this is public in the sense of Access Analyzer: no condition fixes who. */
  public boolean isPublic() {
    return this == ANYONE || this == ANY_ACCOUNT || this == ANY_TOKEN;
  }
}

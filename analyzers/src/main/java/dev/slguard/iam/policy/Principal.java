package dev.slguard.iam.policy;

import dev.slguard.source.Span;

/** One entry of Principal or NotPrincipal. Principals take no wildcards but the lone {@code *}. */
public sealed interface Principal {
  /** The entry itself. */
  Span at();

  /** {@code *} or {@code {"AWS": "*"}}: everybody, anonymous callers too. */
  record Everyone(Span at) implements Principal {}

  /** An account (id or root ARN), a user, a role or a session. */
  record Aws(TextPattern name) implements Principal {
    @Override
    public Span at() {
      return name.at();
    }
  }

  /** A service: {@code events.amazonaws.com}. */
  record Service(TextPattern name) implements Principal {
    @Override
    public Span at() {
      return name.at();
    }
  }

  /** An identity provider: its ARN, or the name of a public one. */
  record Federated(TextPattern name) implements Principal {
    @Override
    public Span at() {
      return name.at();
    }
  }

  /** The canonical user id of an account, as S3 knows it. */
  record Canonical(TextPattern name) implements Principal {
    @Override
    public Span at() {
      return name.at();
    }
  }

  /** Decided at deployment, kind and all. */
  record Undecided(Span at) implements Principal {}
}

package dev.slguard.iam.policy;

import dev.slguard.source.Span;

/** One entry of Principal or NotPrincipal. Principals take no wildcards but the lone {@code *}. */
public sealed interface Principal {
  /** Digits of the number of an account. */
  int ACCOUNT_DIGITS = 12;

  /** The entry itself. */
  Span at();

  /** Whether {@code text} is the number of an account. */
  static boolean isAccount(String text) {
    return text.length() == ACCOUNT_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

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

package dev.slguard.rules.language;

import java.util.List;

/** What can be asked of a parsed policy statement; wildcards, NotAction and conditions mean what IAM makes of them. */
public sealed interface StatementQuestion {
  /** The statement allows (true) or denies. */
  record Allows(boolean allows) implements StatementQuestion {}

  /** It covers an action that one of these patterns covers. */
  record GrantsAny(List<String> actions) implements StatementQuestion {
    public GrantsAny {
      actions = List.copyOf(actions);
    }
  }

  /** It covers every action that these patterns cover. */
  record GrantsAll(List<String> actions) implements StatementQuestion {
    public GrantsAll {
      actions = List.copyOf(actions);
    }
  }

  /** How far its resources reach. */
  record Resources(Reach reach) implements StatementQuestion {}

  /** Who it speaks of. */
  record Principals(Who who) implements StatementQuestion {}

  /** Its condition fixes who may call, by one of the keys that do (true), or leaves that open. */
  record Confined(boolean confined) implements StatementQuestion {}

  /** It has a condition (true) or none. */
  record Conditional(boolean conditional) implements StatementQuestion {}

  /** Its condition tests one of these keys in a way that a request without the key fails. */
  record ConditionOn(List<String> keys) implements StatementQuestion {
    public ConditionOn {
      keys = List.copyOf(keys);
    }
  }

  /**
   * What it puts at risk in the hands of those who have it, once Deny, boundary and the catalogue have been asked.
   *
   * @param kinds as {@code Risk.Kind} names them in kebab-case: data, credentials, permissions, sharing, logs, writes …
   */
  record Puts(List<String> kinds) implements StatementQuestion {
    public Puts {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * It covers an action of one of these access levels that works on a resource it names.
   *
   * @param levels as {@code AccessLevel} names them in kebab-case: list, read, tagging, write, permissions
   */
  record OfLevel(List<String> levels) implements StatementQuestion {
    public OfLevel {
      levels = List.copyOf(levels);
    }
  }

  /** How far resources reach. */
  enum Reach {
    /** Everything of a service, or everything: {@code *}, {@code arn:aws:s3:::*}. */
    UNBOUNDED,
    /** All it names has a name. */
    BOUNDED
  }

  /** Who a statement speaks of. */
  enum Who {
    /** {@code *}, or NotPrincipal under Allow. */
    PUBLIC,
    /** A principal of an account that is not the deployment's own. */
    FOREIGN,
    /** A whole account. */
    ACCOUNT,
    /** An AWS service. */
    SERVICE,
    /** An identity provider. */
    FEDERATED
  }
}

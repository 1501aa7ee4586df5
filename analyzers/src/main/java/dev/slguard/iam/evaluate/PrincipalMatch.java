package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import java.util.List;
import java.util.Optional;

/**
 * How a Principal or NotPrincipal element names a caller (IAM User Guide, elements_principal, elements_notprincipal).
 *
 * @param direct as the user, session, service or provider itself, or as everybody
 * @param role as the role of the session
 * @param account as any identity of the account: a delegation
 */
record PrincipalMatch(Truth direct, Truth role, Truth account) {
  static final PrincipalMatch NONE = new PrincipalMatch(Truth.FALSE, Truth.FALSE, Truth.FALSE);
  static final PrincipalMatch DIRECT = new PrincipalMatch(Truth.TRUE, Truth.FALSE, Truth.FALSE);

  /** In any of the ways. */
  Truth any() {
    return direct.or(role).or(account);
  }

  /** All three ways narrowed by {@code further}. */
  PrincipalMatch and(Truth further) {
    return new PrincipalMatch(direct.and(further), role.and(further), account.and(further));
  }

  PrincipalMatch or(PrincipalMatch other) {
    return new PrincipalMatch(direct.or(other.direct), role.or(other.role), account.or(other.account));
  }

  private static PrincipalMatch direct(Truth truth) {
    return new PrincipalMatch(truth, Truth.FALSE, Truth.FALSE);
  }

  /** How {@code list} names {@code caller}; {@code denies} and {@code bounded} matter to NotPrincipal alone. */
  static PrincipalMatch of(PrincipalList list, Caller caller, boolean denies, boolean bounded) {
    if (!list.negated()) {
      PrincipalMatch match = NONE;
      for (Principal item : list.items()) {
        match = match.or(of(item, caller));
      }
      return match;
    }
    if (denies && bounded) {
      return DIRECT;
    }
    return direct(denies ? isSpared(list.items(), caller).not() : listed(list.items(), caller).not());
  }

  private static Truth listed(List<Principal> items, Caller caller) {
    Truth any = Truth.FALSE;
    for (Principal item : items) {
      any = any.or(of(item, caller).any());
    }
    return any;
  }

  /** A Deny with NotPrincipal spares only whom it lists in every form: the identity, its role, and its account. */
  private static Truth isSpared(List<Principal> items, Caller caller) {
    PrincipalMatch match = NONE;
    for (Principal item : items) {
      match = match.or(of(item, caller));
    }
    return switch (caller) {
      case Caller.Session _ -> everyone(items).or(match.direct.and(match.role).and(match.account));
      case Caller.Role _ -> everyone(items).or(match.role.and(match.account));
      case Caller.User _,Caller.FederatedUser _ -> everyone(items).or(match.direct.and(match.account));
      case Caller.Root _ -> match.any();
      case Caller.Service _,Caller.Federated _,Caller.Anonymous _ -> match.direct;
    };
  }

  private static Truth everyone(List<Principal> items) {
    return Truth.of(items.stream().anyMatch(item -> item instanceof Principal.Everyone));
  }

  private static PrincipalMatch of(Principal item, Caller caller) {
    return switch (item) {
      case Principal.Everyone _ -> DIRECT;
      case Principal.Undecided _ -> direct(Truth.UNKNOWN);
      case Principal.Service(TextPattern name) -> direct(caller instanceof Caller.Service(String service)
          ? Glob.of(name, true).matches(Glob.ignoringCase(service))
          : Truth.FALSE);
      case Principal.Federated(TextPattern name) -> direct(caller instanceof Caller.Federated(String provider)
          ? Glob.of(name, false).matches(Glob.text(provider))
          : Truth.FALSE);
      case Principal.Canonical _ -> direct(isIdentity(caller) ? Truth.UNKNOWN : Truth.FALSE);
      case Principal.Aws(TextPattern name) -> aws(Glob.of(name, false), caller);
    };
  }

  /** Which account a canonical user id stands for, only S3 knows. */
  private static boolean isIdentity(Caller caller) {
    return caller.home().isPresent();
  }

  private static PrincipalMatch aws(Glob name, Caller caller) {
    if (caller.home().isEmpty()) {
      return NONE;
    }
    Glob home = caller.home().get();
    Truth account = name.matches(home).or(rootOf(home, name));
    return switch (caller) {
      case Caller.User(Glob arn, _) -> new PrincipalMatch(name.matches(arn), Truth.FALSE, account);
      case Caller.FederatedUser(Glob arn, _) -> new PrincipalMatch(name.matches(arn), Truth.FALSE, account);
      case Caller.Role(Glob arn, var role, _) ->
        new PrincipalMatch(isSession(name, role, home), name.matches(arn), account);
      case Caller.Session(Glob arn, String role, _) ->
        new PrincipalMatch(name.matches(arn), isRole(name, role, home), account);
      case Caller.Root _ -> direct(account);
      case Caller.Service _,Caller.Federated _,Caller.Anonymous _ -> NONE;
    };
  }

  private static Truth rootOf(Glob account, Glob name) {
    Truth any = Truth.FALSE;
    for (String partition : PARTITIONS) {
      any = any.or(name.matches(account.within("arn:" + partition + ":iam::", ":root")));
    }
    return any;
  }

  private static final List<String> PARTITIONS = List.of("aws", "aws-cn", "aws-us-gov");

  /** A session's ARN lacks the path of its role; role names are unique in an account whatever their path. */
  private static Truth isRole(Glob name, String role, Glob home) {
    if (!name.isText()) {
      return name.matches(home.within("arn:aws:iam::", ":role/" + role));
    }
    String text = name.toString();
    int last = text.lastIndexOf('/');
    String[] fields = text.split(":", 6);
    boolean named = last >= 0 && fields.length == 6 && fields[2].equals("iam") && fields[5].startsWith("role/")
        && text.substring(last + 1).equals(role);
    return named ? Glob.text(fields[4]).matches(home) : Truth.FALSE;
  }

  /** Whether {@code name} is a session of the role; in which one it acts nobody knows. */
  private static Truth isSession(Glob name, Optional<String> role, Glob home) {
    String[] fields = name.isText() ? name.toString().split(":", 6) : new String[0];
    boolean named = fields.length == 6 && fields[2].equals("sts")
        && fields[5].startsWith("assumed-role/" + role.map(known -> known + '/').orElse(""));
    return named ? Glob.text(fields[4]).matches(home).and(Truth.UNKNOWN) : Truth.FALSE;
  }
}

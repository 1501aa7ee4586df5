package dev.slguard.iam.account;

import dev.slguard.iam.account.AccountIdentity.Kind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read of one AWS account.
 *
 * @param id twelve digits; empty if nothing was found that tells
 * @param asOf the day on which it was read
 * @param roles by name
 * @param users by name
 * @param groups by name
 * @param policies customer-managed policies by ARN
 * @param scope what was asked for, in words
 * @param problems what could not be read, one sentence each; empty if the picture is whole
 */
public record Account(Optional<String> id, LocalDate asOf, SortedMap<String, AccountIdentity> roles,
    SortedMap<String, AccountIdentity> users, SortedMap<String, AccountIdentity> groups,
    SortedMap<String, AccountPolicy> policies, String scope, List<String> problems) {
  /** No account is known. */
  public static final Account NONE = new Account(Optional.empty(), LocalDate.EPOCH, Collections.emptySortedMap(),
      Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap(), "nothing", List.of());

  public Account {
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    problems = List.copyOf(problems);
  }

  /** The identities of one kind, by name. */
  public SortedMap<String, AccountIdentity> identities(Kind kind) {
    return switch (kind) {
      case ROLE -> roles;
      case USER -> users;
      case GROUP -> groups;
    };
  }

  /** The role of that ARN. */
  public Optional<AccountIdentity> role(String arn) {
    return Optional.ofNullable(roles.get(arn.substring(arn.lastIndexOf('/') + 1)))
        .filter(role -> role.arn().equals(arn));
  }

  /** The customer-managed policy of that ARN. */
  public Optional<AccountPolicy> policy(String arn) {
    return Optional.ofNullable(policies.get(arn));
  }
}

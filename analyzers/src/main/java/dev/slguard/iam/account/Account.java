package dev.slguard.iam.account;

import dev.slguard.iam.account.AccountIdentity.Kind;
import dev.slguard.model.Value;
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

  /** The partition in the ARNs: {@code aws}; empty if nothing was found that tells. */
  public Optional<String> partition() {
    return roles.values().stream().map(AccountIdentity::arn).findFirst()
        .or(() -> policies.keySet().stream().findFirst()).map(arn -> arn.split(":", 3))
        .filter(fields -> fields.length > 1).map(fields -> fields[1]);
  }

  /** Whether anything is known. */
  public boolean isKnown() {
    return this != NONE;
  }

  /** The text of {@code value} with the account's own number and partition filled in; empty if something else is open in it. */
  public Optional<String> text(Value value) {
    return switch (value) {
      case Value.Scalar(String text, _, _) -> Optional.of(text);
      case Value.Text(var parts, _) -> {
        var text = new StringBuilder();
        for (Value part : parts) {
          Optional<String> known = part instanceof Value.Scalar ? text(part) : pseudo(part);
          if (known.isEmpty()) {
            yield Optional.empty();
          }
          text.append(known.get());
        }
        yield Optional.of(text.toString());
      }
      case Value.Listing _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ ->
        Optional.empty();
    };
  }

  private Optional<String> pseudo(Value part) {
    return part instanceof Value.Unknown(var origin, String name, _) && origin == Value.Origin.PSEUDO
        ? pseudo(name)
        : Optional.empty();
  }

  /** What {@code AWS::AccountId} and {@code AWS::Partition} stand for in this account. */
  public Optional<String> pseudo(String name) {
    return switch (name) {
      case "AWS::AccountId" -> id;
      case "AWS::Partition" -> partition();
      default -> Optional.empty();
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

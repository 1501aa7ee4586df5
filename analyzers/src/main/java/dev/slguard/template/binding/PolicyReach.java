package dev.slguard.template.binding;

import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a resource policy of an API lets callers come, before any authorizer is asked. Read here only as far as routes need
 * it; permissions as such are evaluated by the IAM package.
 */
final class PolicyReach {
  private final Stack stack;

  PolicyReach(Stack stack) {
    this.stack = stack;
  }

  /** Who is let through, from nobody to anyone. */
  enum Reach {
    NOBODY, OWN_ACCOUNT, NETWORK, UNKNOWN, OTHER_ACCOUNTS, ANYONE
  }

  /**
   * What a policy says of one route.
   *
   * @param allowed the widest statement that allows
   * @param denied the narrowest that remains after the statements that deny; ANYONE if none does
   */
  record Verdict(Reach allowed, Reach denied) {
    /** Both together. */
    Reach reach() {
      return allowed.compareTo(denied) <= 0 ? allowed : denied;
    }
  }

  Verdict of(Value policy, String method, String path) {
    Reach allowed = Reach.NOBODY;
    Reach denied = Reach.ANYONE;
    for (Found statement : stack.find(policy, "Statement[]")) {
      if (!(statement.value() instanceof Value.Mapping mapping) || !covers(mapping, method, path)) {
        continue;
      }
      if (Found.text(mapping.get("Effect")).filter("Deny"::equals).isPresent()) {
        Reach left = left(mapping);
        denied = left.compareTo(denied) < 0 ? left : denied;
      } else {
        Reach let = let(mapping);
        allowed = let.compareTo(allowed) > 0 ? let : allowed;
      }
    }
    return new Verdict(allowed, denied);
  }

  private boolean covers(Value.Mapping statement, String method, String path) {
    List<Found> resources = stack.find(statement, "Resource[]");
    if (resources.isEmpty()) {
      return true;
    }
    for (Found resource : resources) {
      String spelled = Spelling.of(resource.value());
      Optional<ExecuteApiArn> arn = ExecuteApiArn.of(spelled);
      if (arn.isPresent() ? arn.get().covers(method, path) : spelled.contains("${")) {
        return true;
      }
    }
    return false;
  }

  /** Whom a Deny leaves: nobody without condition, a network where it denies all others. */
  private Reach left(Value.Mapping statement) {
    if (!isAnyone(statement.get("Principal"))) {
      return Reach.ANYONE;
    }
    List<Key> keys = keys(statement);
    if (keys.isEmpty()) {
      return Reach.NOBODY;
    }
    boolean network = keys.stream().anyMatch(key -> key.operator().contains("not") && isNetwork(key.name()));
    boolean principal = keys.stream().anyMatch(key -> key.operator().contains("not") && isPrincipal(key.name()));
    return network ? Reach.NETWORK : principal ? Reach.OTHER_ACCOUNTS : Reach.ANYONE;
  }

  private Reach let(Value.Mapping statement) {
    List<Key> keys = keys(statement).stream().filter(key -> !key.operator().contains("not")).toList();
    boolean network = keys.stream().anyMatch(key -> isNetwork(key.name()) && !key.isWide());
    Value principal = statement.get("Principal");
    if (isAnyone(principal)) {
      if (network) {
        return Reach.NETWORK;
      }
      return keys.stream().anyMatch(key -> isPrincipal(key.name())) ? Reach.OTHER_ACCOUNTS : Reach.ANYONE;
    }
    return network ? Reach.NETWORK : named(principal);
  }

  private Reach named(Value principal) {
    Reach widest = Reach.NOBODY;
    for (Found name : stack.find(principal, "AWS[]")) {
      Reach reach = switch (Ownership.of(stack, name.value())) {
        case OWN -> Reach.OWN_ACCOUNT;
        case FOREIGN -> Reach.OTHER_ACCOUNTS;
        case UNKNOWN -> Reach.UNKNOWN;
      };
      widest = reach.compareTo(widest) > 0 ? reach : widest;
    }
    boolean service = !stack.find(principal, "Service[]").isEmpty();
    return service && widest.compareTo(Reach.NETWORK) < 0 ? Reach.NETWORK : widest;
  }

  private boolean isAnyone(Value principal) {
    return Spelling.of(principal).equals("*")
        || stack.find(principal, "AWS[]").stream().anyMatch(name -> Spelling.of(name.value()).equals("*"));
  }

  private static boolean isNetwork(String key) {
    return key.equals("aws:sourceip") || key.equals("aws:vpcsourceip") || key.equals("aws:sourcevpc")
        || key.equals("aws:sourcevpce") || key.equals("aws:sourcevpcarn");
  }

  private static boolean isPrincipal(String key) {
    return key.equals("aws:principalorgid") || key.equals("aws:principalorgpaths") || key.equals("aws:principalaccount")
        || key.equals("aws:principalarn") || key.equals("aws:sourcearn") || key.equals("aws:sourceaccount")
        || key.equals("aws:sourceorgid");
  }

  /** One condition key of a statement; operator and name in lower case. */
  private record Key(String operator, String name, List<String> values) {
    /** Whether every network is named. */
    boolean isWide() {
      return values.contains("0.0.0.0/0") || values.contains("::/0") || values.contains("*");
    }
  }

  private List<Key> keys(Value.Mapping statement) {
    var keys = new ArrayList<Key>();
    for (Found condition : stack.find(statement, "Condition")) {
      if (condition.value() instanceof Value.Mapping operators) {
        operators.entries().forEach((operator, tests) -> {
          if (tests instanceof Value.Mapping mapping) {
            mapping.entries()
                .forEach((name,
                    value) -> keys.add(new Key(operator.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT),
                        stack.items(new Found(value, condition.conditions())).stream()
                            .map(item -> Spelling.of(item.value())).toList())));
          }
        });
      }
    }
    return keys;
  }
}

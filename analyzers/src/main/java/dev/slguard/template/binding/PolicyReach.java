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
  /** More statements than a policy of 8,192 characters holds. */
  private static final int STATEMENTS = 400;

  private final List<Rule> rules;

  private PolicyReach(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * One statement.
   *
   * @param routes what it is about; empty for all routes
   * @param deny whether {@code reach} is what a Deny leaves, else what an Allow lets through
   */
  private record Rule(List<ExecuteApiArn> routes, boolean deny, Reach reach) {
    boolean covers(String method, String path) {
      return routes.isEmpty() || routes.stream().anyMatch(route -> route.covers(method, path));
    }
  }

  /** The policy {@code document}; empty if it has more statements than the service takes. */
  static Optional<PolicyReach> of(Stack stack, Value document) {
    List<Found> statements = stack.find(document, "Statement[]");
    if (statements.size() > STATEMENTS) {
      return Optional.empty();
    }
    var reader = new Reader(stack);
    return Optional.of(
        new PolicyReach(statements.stream().flatMap(statement -> reader.rule(statement.value()).stream()).toList()));
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

  /** The verdict on a route. */
  Verdict of(String method, String path) {
    Reach allowed = Reach.NOBODY;
    Reach denied = Reach.ANYONE;
    for (Rule rule : rules) {
      if (rule.covers(method, path)) {
        if (rule.deny()) {
          denied = rule.reach().compareTo(denied) < 0 ? rule.reach() : denied;
        } else {
          allowed = rule.reach().compareTo(allowed) > 0 ? rule.reach() : allowed;
        }
      }
    }
    return new Verdict(allowed, denied);
  }

  /** Reads statements. */
  private record Reader(Stack stack) {

    private Optional<Rule> rule(Value statement) {
      if (!(statement instanceof Value.Mapping mapping)) {
        return Optional.empty();
      }
      var routes = new ArrayList<ExecuteApiArn>();
      List<Found> resources = stack.find(mapping, "Resource[]");
      for (Found resource : resources) {
        String spelled = Spelling.of(resource.value());
        // A text that only deployment knows may name any route.
        ExecuteApiArn.of(spelled).or(() -> spelled.startsWith("${") ? ExecuteApiArn.of("*") : Optional.empty())
            .ifPresent(routes::add);
      }
      if (routes.isEmpty() && !resources.isEmpty()) {
        return Optional.empty();
      }
      boolean deny = Found.text(mapping.get("Effect")).filter("Deny"::equals).isPresent();
      return Optional.of(new Rule(routes, deny, deny ? left(mapping) : let(mapping)));
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
      return key.equals("aws:principalorgid") || key.equals("aws:principalorgpaths")
          || key.equals("aws:principalaccount") || key.equals("aws:principalarn") || key.equals("aws:sourcearn")
          || key.equals("aws:sourceaccount") || key.equals("aws:sourceorgid");
    }

    /** One condition key of a statement; operator and name in lower case. */
    record Key(String operator, String name, List<String> values) {
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
}

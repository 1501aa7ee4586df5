package dev.slguard.iam.drift;

import dev.slguard.iam.account.Account;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.compare.Side;
import dev.slguard.iam.compare.Wider;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.ConditionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between a role as the template writes it and as it is deployed. What the template leaves open takes the value
 * that it has in the account ({@link Binding}); the rest is compared exactly ({@link Coverage}).
 *
 * @param beyond what the deployed role may do and the template does not give
 * @param behind what the template gives and the deployed role may not do: the statements of the template
 * @param trusted who may assume the deployed role and not the template's, in words
 */
public record Drift(List<Wider> beyond, List<Wider> behind, List<String> trusted) {
  /** No difference, or none that can be told. */
  public static final Drift NONE = new Drift(List.of(), List.of(), List.of());

  public Drift {
    beyond = List.copyOf(beyond);
    behind = List.copyOf(behind);
    trusted = List.copyOf(trusted);
  }

  /**
   * Between {@code written} and {@code deployed}. A side of which some policy is not known only counts where that cannot make
   * a difference.
   *
   * @param exists the deployments in which the role exists
   * @param catalogue of actions, for examples
   * @param names texts that the physical name of a resource of the template holds, by logical id
   */
  public static Drift between(Identity written, Identity deployed, ConditionSet exists, Account account,
      Catalogue catalogue, Function<String, List<String>> names) {
    Map<String, String> known = new HashMap<>();
    for (String pseudo : List.of("AWS::AccountId", "AWS::Partition")) {
      account.pseudo(pseudo).ifPresent(value -> known.put(pseudo, value));
    }
    List<String> trusted = Trust.beyond(written.trust(), deployed.trust(), known, catalogue, names);
    List<Policy> there = deployed.policies();
    if (Coverage.entries(written.policies()) > Coverage.ENTRIES || Coverage.entries(there) > Coverage.ENTRIES) {
      return new Drift(List.of(), List.of(), trusted);
    }
    Binding binding = Binding.of(written.policies(), there, known, names);
    List<Policy> all = binding.applied(written.policies());
    List<Policy> certain = binding.applied(certain(written.policies(), exists, places(there)));
    boolean comparable = !binding.isAmbiguous();
    boolean whole = comparable && isWhole(written, all, places(there));
    boolean seen = comparable && isWhole(deployed, there, Set.of());
    Optional<Policy> edge = written.boundary().map(policy -> binding.applied(List.of(policy)).getFirst());
    boolean bounded = isBoundedAlike(edge, deployed.boundary());
    if (!bounded && !Stream.concat(edge.stream(), deployed.boundary().stream())
        .flatMap(policy -> policy.statements().stream()).allMatch(one -> isDecided(one, Set.of()))) {
      return new Drift(List.of(), List.of(), trusted);
    }
    Side here = side(withoutOpen(all), bounded ? Optional.empty() : edge);
    Side sure = side(certain, bounded ? Optional.empty() : edge);
    Side live = side(there, bounded ? Optional.empty() : deployed.boundary());
    return new Drift(whole ? Coverage.wider(here, live, catalogue) : List.of(),
        seen ? Coverage.wider(live, sure, catalogue) : List.of(), trusted);
  }

  private static Side side(List<Policy> grants, Optional<Policy> boundary) {
    return new Side(grants, boundary, List.of(), false);
  }

  /** Whether both have no boundary, or one of the same text. */
  private static boolean isBoundedAlike(Optional<Policy> one, Optional<Policy> other) {
    return one.map(Drift::words).equals(other.map(Drift::words));
  }

  private static List<String> words(Policy policy) {
    return policy.statements().stream().map(Coverage::words).toList();
  }

  static Set<String> places(List<Policy> policies) {
    return policies.stream().flatMap(policy -> policy.statements().stream())
        .flatMap(statement -> statement.conditions().stream()).map(Binding::place).collect(Collectors.toSet());
  }

  /** Whether nothing unread or undecided could allow or deny more than what is seen. */
  private static boolean isWhole(Identity identity, List<Policy> policies, Set<String> places) {
    return identity.unknown().isEmpty() && policies.stream().flatMap(policy -> policy.statements().stream())
        .allMatch(statement -> isDecided(statement, places));
  }

  /**
   * Whether a statement can be compared. A condition whose values are open differs from one that is not there at all, but not
   * for certain from one on the same key.
   */
  static boolean isDecided(Statement statement, Set<String> places) {
    return statement.effect() != Effect.UNKNOWN && statement.actions().items().stream().noneMatch(TextPattern::hasHole)
        && statement.resources().filter(PatternList::negated).stream().flatMap(list -> list.items().stream())
            .noneMatch(TextPattern::hasHole)
        && statement.conditions().stream()
            .allMatch(condition -> condition.decided() && condition.operator().isPresent()
                && (condition.values().stream().noneMatch(TextPattern::hasHole)
                    || !places.contains(Binding.place(condition))));
  }

  /** Without the resources that nothing in the account agrees with: they cover nothing of it. */
  private static List<Policy> withoutOpen(List<Policy> policies) {
    var left = new ArrayList<Policy>();
    for (Policy policy : policies) {
      var statements = new ArrayList<Statement>();
      for (Statement one : policy.statements()) {
        Optional<PatternList> resources = one.resources().map(list -> new PatternList(list.negated(),
            list.items().stream().filter(item -> !item.hasHole()).toList(), list.at()));
        if (resources.isEmpty() || !resources.get().items().isEmpty()) {
          statements.add(new Statement(one.sid(), one.effect(), one.principals(), one.actions(), resources,
              one.conditions(), one.source(), one.when(), one.effectAt(), one.at()));
        }
      }
      left.add(new Policy(policy.source(), policy.version(), statements, policy.size(), policy.problems(),
          policy.when(), policy.at()));
    }
    return left;
  }

  /** The statements that exist whenever the role does. */
  private static List<Policy> certain(List<Policy> policies, ConditionSet exists, Set<String> places) {
    return policies.stream()
        .map(policy -> new Policy(policy.source(), policy.version(),
            policy.statements().stream()
                .filter(one -> isDecided(one, places) && (one.when().isAlways() || exists.equals(one.when()))).toList(),
            policy.size(), policy.problems(), policy.when(), policy.at()))
        .toList();
  }
}

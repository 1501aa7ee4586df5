package dev.slguard.iam.drift;

import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.compare.PolicyDiff;
import dev.slguard.iam.compare.Side;
import dev.slguard.iam.compare.Wider;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares who may assume a role by its template with who may in the account. */
final class Trust {
  /** Pairs of principal and action in one policy beyond which it is not compared. */
  private static final int ENTRIES = 50;
  private static final String FEWER = " under fewer conditions";

  private Trust() {}

  /** Principals that only the deployed policy names, and those it lets in under fewer conditions; in words, sorted. */
  static List<String> beyond(Optional<Policy> written, Optional<Policy> deployed, Map<String, String> known,
      Catalogue catalogue, Function<String, List<String>> names) {
    if (written.isEmpty() || deployed.isEmpty() || isOpen(written.get()) || isLarge(written.get())
        || isLarge(deployed.get())) {
      return List.of();
    }
    Binding binding = Binding.of(List.of(written.get()), List.of(deployed.get()), known, names);
    Policy here = binding.applied(List.of(written.get())).getFirst();
    List<Principal> expected = here.statements().stream().flatMap(one -> principals(one).stream()).toList();
    var strangers = new TreeSet<String>();
    var familiar = new LinkedHashMap<Principal, String>();
    for (Statement statement : deployed.get().statements()) {
      for (Principal principal : statement.effect() == Effect.ALLOW ? principals(statement) : List.<Principal>of()) {
        String text = words(principal);
        if (expected.stream().noneMatch(one -> stands(one, principal))) {
          strangers.add(text);
        } else {
          familiar.put(principal, text);
        }
      }
    }
    var places = Drift.places(List.of(deployed.get()));
    boolean comparable = !binding.isAmbiguous()
        && here.statements().stream().allMatch(one -> Drift.isDecided(one, places));
    var all = new TreeSet<>(strangers);
    if (comparable) {
      Policy named = withPrincipals(here, familiar.keySet().stream().toList());
      for (Wider wider : PolicyDiff.wider(Side.ofResource(List.of(named)), Side.ofResource(List.of(deployed.get())),
          catalogue)) {
        wider.principal().filter(_ -> !wider.cut()).map(familiar::get).ifPresent(text -> all.add(text + FEWER));
      }
    }
    return List.copyOf(all);
  }

  /** AWS allows a trust policy 4,096 characters at most. */
  private static boolean isLarge(Policy policy) {
    return policy.statements().stream()
        .mapToInt(one -> principals(one).size() * Math.max(1, one.actions().items().size())).sum() > ENTRIES;
  }

  /** Whether deployment decides who is named, or everybody but somebody is. */
  private static boolean isOpen(Policy policy) {
    return policy.statements().stream()
        .anyMatch(statement -> statement.effect() == Effect.UNKNOWN || statement.principals().isEmpty()
            || statement.principals().get().negated()
            || principals(statement).stream().anyMatch(one -> one instanceof Principal.Undecided));
  }

  private static List<Principal> principals(Statement statement) {
    return statement.principals().filter(list -> !list.negated()).map(PrincipalList::items).orElse(List.of());
  }

  /** The entries of the template as those of the account that they stand for. */
  private static Policy withPrincipals(Policy policy, List<Principal> deployed) {
    var statements = new ArrayList<Statement>();
    for (Statement one : policy.statements()) {
      List<Principal> items = principals(one).stream()
          .flatMap(written -> Stream.concat(Stream.of(written).filter(item -> !hasHole(item)),
              deployed.stream().filter(there -> hasHole(written) && stands(written, there))))
          .distinct().toList();
      if (!items.isEmpty()) {
        statements.add(new Statement(one.sid(), one.effect(),
            one.principals().map(list -> new PrincipalList(false, items, list.at())), one.actions(), one.resources(),
            one.conditions(), one.source(), one.when(), one.effectAt(), one.at()));
      }
    }
    return new Policy(policy.source(), policy.version(), statements, policy.size(), policy.problems(), policy.when(),
        policy.at());
  }

  private static boolean hasHole(Principal principal) {
    return name(principal).filter(TextPattern::hasHole).isPresent();
  }

  /** Whether {@code written} may be what the account spells {@code deployed}; an account's number and its root are the same. */
  private static boolean stands(Principal written, Principal deployed) {
    if (written instanceof Principal.Everyone || deployed instanceof Principal.Everyone) {
      return written instanceof Principal.Everyone && deployed instanceof Principal.Everyone;
    }
    Optional<TextPattern> name = name(written);
    if (name.isEmpty() || !written.getClass().equals(deployed.getClass())) {
      return false;
    }
    String text = words(deployed);
    boolean isRoot = name.get().literal().filter(account -> text.endsWith("::" + account + ":root")).isPresent();
    return isRoot || Unification.of(name.get(), text, Map.of()).isPresent();
  }

  private static String words(Principal principal) {
    return name(principal).map(TextPattern::text).orElse("*");
  }

  private static Optional<TextPattern> name(Principal principal) {
    return switch (principal) {
      case Principal.Aws(TextPattern name) -> Optional.of(name);
      case Principal.Service(TextPattern name) -> Optional.of(name);
      case Principal.Federated(TextPattern name) -> Optional.of(name);
      case Principal.Canonical(TextPattern name) -> Optional.of(name);
      case Principal.Everyone _,Principal.Undecided _ -> Optional.empty();
    };
  }
}

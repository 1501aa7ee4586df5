package dev.slguard.rules.evaluate;

import dev.slguard.iam.account.Account;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.risk.Risk;
import dev.slguard.iam.risk.Risks;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Parameter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A deployment with the look-ups that evaluators share; what is costly is made when it is first asked for. */
final class Scene {
  private final Deployment deployment;
  private final Links links;
  private final Comparing comparing;
  private final Catalogue catalogue;
  private final Account account;
  private final Map<String, List<Function>> functionsByRole = new HashMap<>();
  private final Map<String, List<EffectivePermissions>> holders = new HashMap<>();
  private Optional<List<EffectivePermissions>> principals = Optional.empty();
  private Optional<Risks> risks = Optional.empty();

  Scene(Deployment deployment, Catalogue catalogue, Account account) {
    this.deployment = deployment;
    this.catalogue = catalogue;
    this.account = account;
    this.links = new Links(deployment);
    var allowed = new TreeMap<String, List<String>>();
    for (Parameter parameter : deployment.parameters()) {
      allowed.put(parameter.name(), parameter.allowedValues());
    }
    this.comparing = new Comparing(allowed);
    for (Function function : deployment.functions()) {
      for (Function.RunsAs runs : function.roles()) {
        functionsByRole.computeIfAbsent(runs.role(), _ -> new ArrayList<>()).add(function);
      }
    }
  }

  Deployment deployment() {
    return deployment;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Links links() {
    return links;
  }

  /** Functions that run under the role with logical id {@code role}. */
  List<Function> functionsOf(String role) {
    return functionsByRole.getOrDefault(role, List.of());
  }

  /** What each principal may do. */
  List<EffectivePermissions> principals() {
    List<EffectivePermissions> known = principals.orElseGet(() -> new IdentityReader(catalogue, account)
        .identities(deployment).stream().map(identity -> new EffectivePermissions(identity, catalogue)).toList());
    principals = Optional.of(known);
    return known;
  }

  /** The principals to whom a policy that the resource {@code carrier} carries is attached. */
  List<EffectivePermissions> holders(String carrier) {
    return holders.computeIfAbsent(carrier, _ -> principals().stream().filter(principal -> principal.identity()
        .policies().stream().anyMatch(policy -> policy.source().carrier().equals(carrier))).toList());
  }

  /** What an identity's Allow statement puts at risk, in the hands of the holder for whom it is worst; none for others. */
  List<Risk> risks(Statement statement) {
    if (statement.source().type() != PolicyType.IDENTITY || statement.effect() != Effect.ALLOW) {
      return List.of();
    }
    Risks judge = risks.orElseGet(() -> new Risks(catalogue));
    risks = Optional.of(judge);
    var byKind = new EnumMap<Risk.Kind, Risk>(Risk.Kind.class);
    for (EffectivePermissions holder : holders(statement.source().carrier())) {
      // The holder has a reading of its own of the same statement.
      Optional<Statement> own = holder.allows().stream().filter(statement::equals).findFirst();
      for (Risk risk : own.map(held -> judge.of(holder, held)).orElse(List.of())) {
        byKind.merge(risk.kind(), risk,
            (one, other) -> one.permissions().size() >= other.permissions().size() ? one : other);
      }
    }
    return List.copyOf(byKind.values());
  }

  World world(ConditionSet base) {
    return new World(base, deployment.conditions());
  }

  Solver solver(World world, StatementQuestions statements) {
    return new Solver(deployment, world, links, comparing, statements);
  }
}

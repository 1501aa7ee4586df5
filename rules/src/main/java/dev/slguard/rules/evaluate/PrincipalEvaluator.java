package dev.slguard.rules.evaluate;

import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.escalation.Becoming;
import dev.slguard.iam.escalation.Escalation;
import dev.slguard.iam.escalation.Escalations;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks iam rules of principals, all policies of each taken together. One statement gives one verdict with all its methods. */
final class PrincipalEvaluator {
  /** Further ways to gain that a message describes; the others are counted. */
  private static final int WAYS_TOLD = 2;
  private static final StatementQuestions NO_STATEMENTS = (_, _, _) -> Truth.FALSE;

  private PrincipalEvaluator() {}

  /** What a principal gains, as rules speak of it. */
  private record Gain(Identity holder, Span at, Optional<Statement> statement, List<String> methods,
      List<Permission> evidence, String says, String by, String further, Truth certainty, List<EvidenceStep> steps,
      Extent extent) {}

  private enum Extent {
    ALONE,
    /** Over several principals, each of which is taken over by the one before. */
    CHAIN,
    /** Over several principals, one of which is only started or fed by the one before. */
    INFLUENCE
  }

  /**
   * What rules say of principals.
   *
   * @param alone of no one statement: chains over several principals
   * @param byStatement of what a single statement starts, to be joined with whatever else is said of it
   */
  record Said(List<Verdict> alone, Map<Statement, List<Verdict>> byStatement) {}

  /** What {@code rules} say of the principals of {@code scene}. */
  static Said evaluate(List<Rule> rules, Scene scene, Escalations escalations) {
    Deployment deployment = scene.deployment();
    List<EffectivePermissions> principals = scene.principals();
    var alone = new ArrayList<Verdict>();
    var byStatement = new LinkedHashMap<Statement, List<Verdict>>();
    for (Rule rule : rules) {
      if (rule.match() instanceof Match.OfPrincipal match) {
        for (Gain gain : gains(match.ways(), deployment, principals, escalations)) {
          Node node = node(gain, deployment);
          var base = gain.statement.map(Statement::when).orElse(ConditionSet.ALWAYS);
          List<Verdict> into = gain.extent != Extent.ALONE
              ? alone
              : gain.statement.map(by -> byStatement.computeIfAbsent(by, _ -> new ArrayList<>())).orElse(alone);
          new Verdicts(scene)
              .ask(rule, node, base, NO_STATEMENTS,
                  solver -> solver.solve(match.condition(), node, Map.of(match.name(), node)))
              .forEach(verdict -> into.add(with(verdict, gain)));
        }
      }
    }
    return new Said(alone, byStatement);
  }

  private static List<Gain> gains(List<String> ways, Deployment deployment, List<EffectivePermissions> principals,
      Escalations escalations) {
    var gains = new ArrayList<Gain>();
    for (EffectivePermissions principal : principals) {
      var byStatement = new LinkedHashMap<Statement, List<Escalation>>();
      for (Escalation escalation : escalations.of(principal)) {
        if (ways.contains(Text.word(escalation.method().kind()))) {
          byStatement.computeIfAbsent(escalation.evidence().getFirst().by(), _ -> new ArrayList<>()).add(escalation);
        }
      }
      byStatement.forEach((statement, found) -> gains.add(alone(principal.identity(), statement, found)));
    }
    if (ways.contains("chain")) {
      var becoming = new Becoming(deployment, principals, escalations);
      for (EffectivePermissions principal : principals) {
        becoming.chains(principal.identity().id()).forEach(chain -> gains.add(chained(principal.identity(), chain)));
      }
    }
    return gains;
  }

  private static Gain alone(Identity holder, Statement statement, List<Escalation> found) {
    var methods = new LinkedHashSet<String>();
    var evidence = new LinkedHashSet<Permission>();
    Truth certainty = Truth.FALSE;
    for (Escalation escalation : found) {
      methods.add(escalation.method().id());
      evidence.addAll(escalation.evidence());
      certainty = certainty.or(escalation.certainty());
    }
    Permission first = found.getFirst().evidence().getFirst();
    return new Gain(holder, place(first), Optional.of(statement), List.copyOf(methods), List.copyOf(evidence),
        found.getFirst().method().says(), String.join(", ", actions(found.getFirst())), further(found), certainty,
        steps(evidence), Extent.ALONE);
  }

  /** What further methods do; one that needs more than another says nothing new. */
  private static String further(List<Escalation> found) {
    var told = new ArrayList<Set<String>>();
    var says = new ArrayList<String>();
    int more = 0;
    for (Escalation escalation : found) {
      Set<String> actions = actions(escalation);
      if (told.stream().noneMatch(actions::containsAll)) {
        if (told.size() > WAYS_TOLD) {
          more++;
        } else if (!told.isEmpty()) {
          says.add(escalation.method().says());
        }
        told.add(actions);
      }
    }
    String rest = more == 0 ? "" : ", and has " + more + (more == 1 ? " more way" : " more ways");
    return says.isEmpty() ? rest : ", also " + String.join(", ", says) + rest;
  }

  private static Set<String> actions(Escalation escalation) {
    var actions = new LinkedHashSet<String>();
    escalation.evidence().forEach(permission -> actions.add(permission.action()));
    return actions;
  }

  private static Gain chained(Identity holder, Becoming.Chain chain) {
    var methods = new ArrayList<String>();
    var evidence = new ArrayList<Permission>();
    var steps = new ArrayList<EvidenceStep>();
    var says = new StringBuilder();
    for (Becoming.Step step : chain.steps()) {
      methods.add(step.method());
      evidence.addAll(step.evidence());
      steps.addAll(steps(step.evidence()));
      step.trust().ifPresent(trust -> steps.add(new EvidenceStep(EvidenceStep.Layer.IAM, EvidenceStep.Kind.PERMISSION,
          "'" + step.to().name() + "' lets '" + step.from().name() + "' assume it", trust.at())));
      says.append(says.isEmpty() ? "" : ", then as '" + step.from().name() + "' ").append("become '")
          .append(step.to().name()).append("' (").append(step.says()).append(')');
    }
    Identity last = chain.steps().getLast().to();
    says.append(", which ").append(chain.end());
    steps.add(new EvidenceStep(EvidenceStep.Layer.IAM, EvidenceStep.Kind.RESOURCE,
        "'" + last.name() + "' " + chain.end(), last.at()));
    Truth certainty = evidence.stream().map(Permission::certainty).reduce(Truth.TRUE, Truth::and);
    Becoming.Step first = chain.steps().getFirst();
    Span at = first.evidence().isEmpty()
        ? first.trust().map(Statement::at).orElse(holder.at())
        : place(first.evidence().getFirst());
    Optional<Statement> by = first.evidence().stream().findFirst().map(Permission::by).or(first::trust);
    return new Gain(holder, at, by, methods, evidence, says.toString(), "", "", certainty, steps,
        chain.isInfluence() ? Extent.INFLUENCE : Extent.CHAIN);
  }

  /** The entry of Action that gives the permission. */
  private static Span place(Permission permission) {
    Statement by = permission.by();
    for (TextPattern item : by.actions().items()) {
      boolean gives = ActionPattern.glob(item).matches(ActionPattern.action(permission.action())).isTrue();
      if (!by.actions().negated() && gives) {
        return item.at();
      }
    }
    return by.actions().at();
  }

  private static List<EvidenceStep> steps(Iterable<Permission> permissions) {
    var steps = new ArrayList<EvidenceStep>();
    for (Permission permission : permissions) {
      steps.add(
          new EvidenceStep(EvidenceStep.Layer.IAM, EvidenceStep.Kind.PERMISSION, "'" + permission.by().source().name()
              + "' allows '" + permission.action() + "' on '" + permission.resource().text() + "'", place(permission)));
    }
    return steps;
  }

  private static Node node(Gain gain, Deployment deployment) {
    Span at = gain.at;
    var entries = new LinkedHashMap<String, Value>();
    entries.put("principal", Value.Scalar.text(gain.holder.name(), at));
    entries.put("kind", Value.Scalar.text(Text.word(gain.holder.kind()), at));
    entries.put("methods", listing(gain.methods, at));
    entries.put("actions", listing(actions(gain), at));
    entries.put("resource",
        Value.Scalar.text(gain.evidence.isEmpty() ? "" : gain.evidence.getFirst().resource().text(), at));
    entries.put("by", Value.Scalar.text(gain.by, at));
    entries.put("further", Value.Scalar.text(gain.further, at));
    entries.put("extent", Value.Scalar.text(Text.word(gain.extent), at));
    entries.put("says", Value.Scalar.text(gain.says, at));
    entries.put("policy", Value.Scalar.text(gain.statement.map(by -> by.source().name()).orElse(""), at));
    boolean conditional = gain.evidence.stream().anyMatch(permission -> !permission.isUnconditional());
    entries.put("conditional", Value.Scalar.text(Boolean.toString(conditional), at));
    String carrier = gain.statement.map(by -> by.source().carrier()).orElse("");
    Optional<Resource> owner = Optional.ofNullable(deployment.resources().get(carrier))
        .or(() -> Optional.ofNullable(deployment.resources().get(gain.holder.id())));
    return new Node(Walk.mapping(entries, at), at, owner, "permissions." + gain.methods.getFirst(),
        gain.methods.getFirst());
  }

  private static Value listing(List<String> texts, Span at) {
    return new Value.Listing(texts.stream().<Value>map(text -> Value.Scalar.text(text, at)).toList(), at);
  }

  private static List<String> actions(Gain gain) {
    return gain.evidence.stream().map(Permission::action).distinct().toList();
  }

  private static Verdict with(Verdict verdict, Gain gain) {
    Finding old = verdict.finding();
    var properties = new LinkedHashMap<>(old.properties());
    properties.put("methods", new Finding.Fact.Many(gain.methods));
    properties.put("actions", new Finding.Fact.Many(actions(gain)));
    var steps = new ArrayList<>(gain.steps);
    old.steps().stream().filter(step -> !steps.contains(step)).forEach(steps::add);
    return new Verdict(verdict.rule(), verdict.truth().and(gain.certainty), old.with(properties, steps),
        verdict.anchor(), verdict.place());
  }
}

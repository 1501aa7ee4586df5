package dev.slguard.rules.evaluate;

import dev.slguard.iam.hygiene.Hygiene;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Deployment;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks iam rules of how policy documents are written. */
final class PolicyEvaluator {
  private static final StatementQuestions NO_STATEMENTS = (_, _, _) -> Truth.FALSE;
  private static final String ERROR = "error";

  private PolicyEvaluator() {}

  /** What {@code rules} say of the documents of {@code scene}. */
  static List<Verdict> evaluate(List<Rule> rules, Scene scene, Hygiene hygiene) {
    Deployment deployment = scene.deployment();
    var verdicts = new ArrayList<Verdict>();
    boolean errors = rules.stream()
        .allMatch(rule -> rule.match() instanceof Match.OfProblem match && match.problems().equals(List.of(ERROR)));
    for (Policy policy : policies(deployment)) {
      for (PolicyProblem problem : errors ? hygiene.errors(policy) : hygiene.check(policy)) {
        for (Rule rule : rules) {
          if (rule.match() instanceof Match.OfProblem match && isAsked(match, problem)) {
            Node node = node(policy, problem, deployment);
            verdicts.addAll(new Verdicts(scene).ask(rule, node, policy.when(), NO_STATEMENTS,
                solver -> solver.solve(match.condition(), node, Map.of(match.name(), node))));
          }
        }
      }
    }
    return verdicts;
  }

  private static boolean isAsked(Match.OfProblem match, PolicyProblem problem) {
    return match.problems().contains(problem.kind().id())
        || problem.kind().isError() && match.problems().contains(ERROR);
  }

  /** What authors wrote as documents; not statements made of single properties, nor other languages. */
  private static List<Policy> policies(Deployment deployment) {
    Set<PolicyDocument> identity = new LinkedHashSet<>();
    deployment.roles().forEach(role -> identity.addAll(role.documents()));
    var policies = new ArrayList<Policy>();
    identity.forEach(document -> policies.add(PolicyReader.read(document, PolicyType.IDENTITY)));
    for (Role role : deployment.roles()) {
      if (!(role.trust() instanceof Value.Absent)) {
        policies
            .add(PolicyReader.read(role.trust(), PolicyType.TRUST, role.id(), role.id(), role.resource().conditions()));
      }
    }
    limits(deployment, policies);
    for (PolicyDocument document : deployment.policies()) {
      boolean isOther = Optional.ofNullable(deployment.resources().get(document.carrier())).map(Resource::type)
          .filter(type -> type.endsWith("Permission") || type.equals("AWS::Events::EventBusPolicy")
              || type.equals("AWS::OpenSearchServerless::AccessPolicy") || type.equals("AWS::IoT::Policy"))
          .isPresent();
      if (!isOther) {
        policies.add(PolicyReader.read(document, PolicyType.RESOURCE));
      }
    }
    policies.removeIf(policy -> deployment.borrowed().contains(policy.source().carrier()));
    return policies;
  }

  /** Documents that limit and never grant: boundaries, and control policies of an organization. */
  private static void limits(Deployment deployment, List<Policy> policies) {
    var seen = new LinkedHashSet<String>();
    for (Role role : deployment.roles()) {
      Resource policy = role.boundary() instanceof Value.Reference(String id, _, _) && seen.add(id)
          ? deployment.resources().get(id)
          : null;
      if (policy != null) {
        policies.add(PolicyReader.read(policy.property("PolicyDocument"), PolicyType.BOUNDARY, policy.id(), policy.id(),
            policy.conditions()));
      }
    }
    for (Resource resource : deployment.resources().values()) {
      if (resource.type().equals("AWS::Organizations::Policy")) {
        Optional<PolicyType> type = switch (Values.text(resource.property("Type")).orElse("")) {
          case "SERVICE_CONTROL_POLICY" -> Optional.of(PolicyType.SCP);
          case "RESOURCE_CONTROL_POLICY" -> Optional.of(PolicyType.RCP);
          default -> Optional.empty();
        };
        type.ifPresent(known -> policies.add(PolicyReader.read(resource.property("Content"), known, resource.id(),
            resource.id(), resource.conditions())));
      }
    }
  }

  private static Node node(Policy policy, PolicyProblem problem, Deployment deployment) {
    Span at = problem.at();
    var entries = new LinkedHashMap<String, Value>();
    entries.put("kind", Value.Scalar.text(problem.kind().id(), at));
    entries.put("message", Value.Scalar.text(problem.message(), at));
    entries.put("policy", Value.Scalar.text(policy.source().name(), at));
    return new Node(Walk.mapping(entries, at), at,
        Optional.ofNullable(deployment.resources().get(policy.source().carrier())), "policy." + problem.kind().id(),
        problem.kind().id());
  }
}

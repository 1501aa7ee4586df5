package dev.slguard.iam.escalation;

import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.policy.Statement;
import dev.slguard.model.Deployment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which principals of an application can become which others, and so, over any number of steps, one that is an administrator or
 * can make itself one.
 */
public final class Becoming {

  /**
   * From one principal to the next.
   *
   * @param method a method's id, or {@code assume-role}
   * @param evidence permissions of {@code from}; empty if the trust policy of {@code to} suffices
   * @param trust the statement by which {@code to} lets {@code from} in
   * @param says what {@code from} does, as the end of a sentence
   */
  public record Step(Identity from, Identity to, String method, List<Permission> evidence, Optional<Statement> trust,
      String says) {
    public Step {
      evidence = List.copyOf(evidence);
    }

    /** Whether {@code from} only starts or feeds what runs as {@code to}, and does not decide what that does. */
    public boolean isInfluence() {
      return Influence.METHODS.contains(method);
    }
  }

  /**
   * A chain of steps to a principal that holds everything, or can give itself everything.
   *
   * @param end what the last principal is or can do
   */
  public record Chain(List<Step> steps, String end) {
    public Chain {
      steps = List.copyOf(steps);
    }

    /** Whether a step of it is one of influence alone. */
    public boolean isInfluence() {
      return steps.stream().anyMatch(Step::isInfluence);
    }
  }

  private final List<EffectivePermissions> principals;
  private final Escalations escalations;
  private final Targets targets;
  private final Map<String, List<Step>> steps = new LinkedHashMap<>();

  /** Over all principals of one deployment. */
  public Becoming(Deployment deployment, List<EffectivePermissions> principals, Escalations escalations) {
    this.principals = List.copyOf(principals);
    this.escalations = escalations;
    this.targets = new Targets(deployment);
    var takeovers = new Takeovers(deployment, targets, escalations);
    var influence = new Influence(deployment, targets);
    for (EffectivePermissions from : this.principals) {
      var out = new ArrayList<Step>();
      for (EffectivePermissions to : this.principals) {
        if (from != to) {
          takeovers.step(from, to.identity()).or(() -> influence.step(from, to.identity())).ifPresent(out::add);
        }
      }
      steps.put(from.identity().id(), out);
    }
  }

  /** The steps from the principal of that id. */
  public List<Step> steps(String id) {
    return steps.getOrDefault(id, List.of());
  }

  /** Shortest chains from the principal of that id to each strong one, chains of takeovers first; none if it is strong itself. */
  public List<Chain> chains(String id) {
    Optional<EffectivePermissions> start = principal(id);
    if (start.isEmpty() || strength(start.get()).isPresent()) {
      return List.of();
    }
    Map<String, Chain> found = new LinkedHashMap<>();
    search(start.get(), false, found);
    search(start.get(), true, found);
    return List.copyOf(found.values());
  }

  private void search(EffectivePermissions start, boolean influence, Map<String, Chain> found) {
    Map<String, List<Step>> ways = new LinkedHashMap<>();
    ways.put(start.identity().id(), List.of());
    var queue = new ArrayDeque<String>(ways.keySet());
    while (!queue.isEmpty()) {
      String at = queue.remove();
      for (Step step : steps(at)) {
        String next = step.to.id();
        if (ways.containsKey(next) || step.isInfluence() && !influence) {
          continue;
        }
        var way = new ArrayList<>(ways.get(at));
        way.add(step);
        ways.put(next, way);
        Optional<String> end = principal(next).flatMap(to -> strength(to).or(() -> raised(way, to)));
        if (end.isPresent()) {
          found.putIfAbsent(next, new Chain(way, end.get()));
        } else {
          queue.add(next);
        }
      }
    }
  }

  private Optional<EffectivePermissions> principal(String id) {
    return principals.stream().filter(one -> one.identity().id().equals(id)).findFirst();
  }

  private Optional<String> strength(EffectivePermissions permissions) {
    if (permissions.administrator().isPresent()) {
      return Optional.of("is an administrator");
    }
    return escalations
        .of(permissions).stream().filter(found -> found.method().kind() != Method.Kind.SERVERLESS
            && found.method().kind() != Method.Kind.CODE && !found.certainty().isFalse())
        .findFirst().map(found -> "can " + found.method().says());
  }

  /** What a principal on the way can make of the last one: it may write policies into it, or attach any to it. */
  private Optional<String> raised(List<Step> way, EffectivePermissions last) {
    List<String> actions = switch (last.identity().kind()) {
      case ROLE -> List.of("iam:PutRolePolicy", "iam:AttachRolePolicy");
      case USER -> List.of("iam:PutUserPolicy", "iam:AttachUserPolicy");
      case GROUP -> List.of("iam:PutGroupPolicy", "iam:AttachGroupPolicy");
      case POLICY -> List.of();
    };
    if (way.stream().anyMatch(Step::isInfluence)) {
      return Optional.empty();
    }
    return way.stream().flatMap(step -> principal(step.from.id()).stream())
        .filter(from -> targets.held(from, actions, targets.names(last.identity().id())).isPresent()).findFirst()
        .map(from -> "'" + from.identity().name() + "' can give any permission");
  }
}

package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Functions behind application load balancers and VPC Lattice services. */
record LoadBalancerTriggers() implements TriggerFamily {
  private static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";
  private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
  private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource listener : stack.ofType(LISTENER)) {
      addActions(new Rule(stack, listener, "DefaultActions[]", Optional.of(listener)), List.of("/*"), List.of("ANY"),
          triggers);
    }
    for (Resource rule : stack.ofType("AWS::ElasticLoadBalancingV2::ListenerRule")) {
      Optional<Resource> listener = stack.firstNamed(rule.property("ListenerArn"))
          .flatMap(id -> stack.resource(id, LISTENER));
      List<String> paths = conditions(stack, rule, "path-pattern", "PathPatternConfig", "/*");
      List<String> methods = conditions(stack, rule, "http-request-method", "HttpRequestMethodConfig", "ANY").stream()
          .map(method -> method.toUpperCase(Locale.ROOT)).toList();
      addActions(new Rule(stack, rule, "Actions[]", listener), paths, methods, triggers);
    }
    addUnrouted(stack, triggers);
    addLattice(stack, triggers);
    return triggers;
  }

  /** Where actions stand: a listener or one of its rules. */
  private record Rule(Stack stack, Resource from, String actions, Optional<Resource> listener) {
    Optional<Resource> balancer() {
      return listener.flatMap(own -> stack.firstNamed(own.property("LoadBalancerArn")))
          .flatMap(id -> stack.resource(id, LOAD_BALANCER));
    }
  }

  /** What is known of a caller, and when. */
  private record Asked(Authorization authorization, ConditionSet conditions) {}

  private record Reached(Exposure exposure, ConditionSet conditions) {}

  /** All values that a condition of {@code rule} lists for {@code field}; {@code usual} if it has none. */
  private static List<String> conditions(Stack stack, Resource rule, String field, String config, String usual) {
    var known = new LinkedHashSet<String>();
    for (Found condition : stack.find(rule, "Conditions[]")) {
      boolean wanted = stack.find(condition, "Field").stream()
          .anyMatch(name -> name.text().filter(field::equals).isPresent());
      if (wanted) {
        stack.find(condition, config + ".Values[]").forEach(value -> value.text().ifPresent(known::add));
        stack.find(condition, "Values[]").forEach(value -> value.text().ifPresent(known::add));
      }
    }
    return known.isEmpty() ? List.of(usual) : List.copyOf(known);
  }

  private static void addActions(Rule rule, List<String> paths, List<String> methods, List<Trigger> triggers) {
    Stack stack = rule.stack();
    Optional<Resource> balancer = rule.balancer();
    for (Found action : stack.find(rule.from(), rule.actions())) {
      var groups = new ArrayList<>(stack.find(action, "TargetGroupArn"));
      groups.addAll(stack.find(action, "ForwardConfig.TargetGroups[].TargetGroupArn"));
      for (Found group : groups) {
        for (Stack.Named named : stack.named(group)) {
          Optional<Resource> target = stack.resource(named.id(), TARGET_GROUP);
          if (target.isPresent()) {
            List<Span> evidence = new ArrayList<>(List.of(target.get().provenance().at()));
            balancer.ifPresent(own -> evidence.add(own.provenance().at()));
            for (Asked asked : authorizations(rule, named.conditions())) {
              for (Reached reached : exposures(stack, balancer, asked.conditions())) {
                for (String path : paths) {
                  for (String method : methods) {
                    var route = new Route(method, path, balancer.map(Resource::id).orElse(""),
                        rule.from().provenance().at());
                    var cause = new Cause(EventShape.ALB, Optional.of(route), asked.authorization(), reached.exposure(),
                        balancer.map(Resource::id), route.at(), evidence);
                    addTargets(stack, target.get(), reached.conditions(), cause, triggers);
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static void addTargets(Stack stack, Resource group, ConditionSet conditions, Cause cause,
      List<Trigger> triggers) {
    for (Found target : stack.find(group, "Targets[].Id")) {
      triggers.addAll(stack.triggers(new Found(target.value(), target.conditions().and(conditions)), cause));
    }
  }

  /**
   * What is asked of callers while {@code forwarding} holds: an authenticating action before the forwarding one, or client
   * certificates of the listener. Where only some deployments have it, the others ask nothing.
   */
  private static List<Asked> authorizations(Rule rule, ConditionSet forwarding) {
    Stack stack = rule.stack();
    var asked = new ArrayList<Asked>();
    ConditionSet open = forwarding;
    var asking = new ArrayList<>(stack.find(rule.from(), rule.actions() + ".Type"));
    rule.listener().ifPresent(own -> asking.addAll(stack.find(own, "MutualAuthentication.Mode")));
    for (Found type : asking) {
      Optional<Authorization.Kind> kind = switch (type.text().orElse("")) {
        case "authenticate-cognito" -> Optional.of(Authorization.Kind.COGNITO);
        case "authenticate-oidc", "jwt-validation" -> Optional.of(Authorization.Kind.JWT);
        case "verify" -> Optional.of(Authorization.Kind.MUTUAL_TLS);
        // Forwarding, redirecting and fixed answers ask nothing.
        default -> Optional.empty();
      };
      ConditionSet both = open.and(type.conditions());
      if (kind.isPresent() && stack.isPossible(both)) {
        asked.add(new Asked(Cause.authorization(kind.get(), type.at()), both));
        open = open.and(new ConditionSet.Formula.Not(type.conditions().formula()));
      }
    }
    if (stack.isPossible(open)) {
      asked.add(new Asked(Cause.authorization(Authorization.Kind.NONE, rule.from().provenance().at()), open));
    }
    return asked;
  }

  /** From where the balancer is reached while {@code conditions} hold; without a scheme it faces the internet. */
  private static List<Reached> exposures(Stack stack, Optional<Resource> balancer, ConditionSet conditions) {
    if (balancer.isEmpty()) {
      return List.of(new Reached(Exposure.UNKNOWN, conditions));
    }
    var reached = new ArrayList<Reached>();
    for (Found scheme : RestApiTriggers.orAbsent(stack, balancer.get(), "Scheme")) {
      Exposure exposure = scheme.value() instanceof Value.Absent
          ? Exposure.INTERNET
          : switch (scheme.text().orElse("")) {
            case "internet-facing" -> Exposure.INTERNET;
            case "internal" -> Exposure.ACCOUNT;
            default -> Exposure.UNKNOWN;
          };
      ConditionSet both = conditions.and(scheme.conditions());
      if (stack.isPossible(both)) {
        reached.add(new Reached(exposure, both));
      }
    }
    return reached;
  }

  /** Target groups whose listener stands elsewhere. */
  private static void addUnrouted(Stack stack, List<Trigger> triggers) {
    var routed = new HashSet<String>();
    triggers.forEach(trigger -> routed.add(trigger.target()));
    for (Resource group : stack.ofType(TARGET_GROUP)) {
      Cause cause = new Cause(EventShape.ALB, Optional.empty(),
          Cause.authorization(Authorization.Kind.UNKNOWN, group.provenance().at()), Exposure.UNKNOWN,
          Optional.of(group.id()), group.provenance().at(), List.of());
      for (Found target : stack.find(group, "Targets[].Id")) {
        for (Trigger trigger : stack.triggers(target, cause)) {
          if (routed.add(trigger.target())) {
            triggers.add(trigger);
          }
        }
      }
    }
  }

  /** VPC Lattice: reachable from the networks of its service network; AuthType AWS_IAM asks for a signature. */
  private static void addLattice(Stack stack, List<Trigger> triggers) {
    for (Resource group : stack.ofType("AWS::VpcLattice::TargetGroup")) {
      boolean signed = stack.ofType("AWS::VpcLattice::Service").stream()
          .anyMatch(service -> stack.text(service, "AuthType").filter("AWS_IAM"::equals).isPresent());
      Authorization authorization = Cause.authorization(signed ? Authorization.Kind.IAM : Authorization.Kind.NONE,
          group.provenance().at());
      Cause cause = new Cause(EventShape.ALB, Optional.empty(), authorization, Exposure.ACCOUNT,
          Optional.of(group.id()), group.provenance().at(), List.of());
      for (Found target : stack.find(group, "Targets[].Id")) {
        triggers.addAll(stack.triggers(target, cause));
      }
    }
  }
}

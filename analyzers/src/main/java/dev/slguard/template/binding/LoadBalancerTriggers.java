package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
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
      addActions(stack, listener, "DefaultActions[]", Optional.of(listener), "/*", "ANY", triggers);
    }
    for (Resource rule : stack.ofType("AWS::ElasticLoadBalancingV2::ListenerRule")) {
      Optional<Resource> listener = stack.firstNamed(rule.property("ListenerArn"))
          .flatMap(id -> stack.resource(id, LISTENER));
      String path = condition(stack, rule, "path-pattern", "PathPatternConfig").orElse("/*");
      String method = condition(stack, rule, "http-request-method", "HttpRequestMethodConfig").orElse("ANY")
          .toUpperCase(Locale.ROOT);
      addActions(stack, rule, "Actions[]", listener, path, method, triggers);
    }
    addUnrouted(stack, triggers);
    addLattice(stack, triggers);
    return triggers;
  }

  private static Optional<String> condition(Stack stack, Resource rule, String field, String config) {
    for (Found condition : stack.find(rule, "Conditions[]")) {
      boolean wanted = stack.find(condition, "Field").stream()
          .anyMatch(name -> name.text().filter(field::equals).isPresent());
      if (wanted) {
        var values = new ArrayList<>(stack.find(condition, config + ".Values[]"));
        values.addAll(stack.find(condition, "Values[]"));
        return values.stream().flatMap(value -> value.text().stream()).findFirst();
      }
    }
    return Optional.empty();
  }

  private static void addActions(Stack stack, Resource from, String path, Optional<Resource> listener, String pattern,
      String method, List<Trigger> triggers) {
    Optional<Resource> balancer = listener.flatMap(own -> stack.firstNamed(own.property("LoadBalancerArn")))
        .flatMap(id -> stack.resource(id, LOAD_BALANCER));
    Authorization authorization = authorization(stack, from, path, listener);
    var route = new Route(method, pattern, balancer.map(Resource::id).orElse(""), from.provenance().at());
    for (Found action : stack.find(from, path)) {
      var groups = new ArrayList<>(stack.find(action, "TargetGroupArn"));
      groups.addAll(stack.find(action, "ForwardConfig.TargetGroups[].TargetGroupArn"));
      for (Found group : groups) {
        for (Stack.Named named : stack.named(group)) {
          stack.resource(named.id(), TARGET_GROUP).ifPresent(target -> {
            List<Span> evidence = new ArrayList<>(List.of(target.provenance().at()));
            balancer.ifPresent(own -> evidence.add(own.provenance().at()));
            addTargets(stack, target, named, new Cause(EventShape.ALB, Optional.of(route), authorization,
                exposure(stack, balancer), balancer.map(Resource::id), route.at(), evidence), triggers);
          });
        }
      }
    }
  }

  private static void addTargets(Stack stack, Resource group, Stack.Named named, Cause cause, List<Trigger> triggers) {
    for (Found target : stack.find(group, "Targets[].Id")) {
      triggers.addAll(stack.triggers(new Found(target.value(), target.conditions().and(named.conditions())), cause));
    }
  }

  /** An authenticating action before the forwarding one, or client certificates of the listener. */
  private static Authorization authorization(Stack stack, Resource from, String path, Optional<Resource> listener) {
    for (Found type : stack.find(from, path + ".Type")) {
      switch (type.text().orElse("")) {
        case "authenticate-cognito" -> {
          return Cause.authorization(Authorization.Kind.COGNITO, type.at());
        }
        case "authenticate-oidc", "jwt-validation" -> {
          return Cause.authorization(Authorization.Kind.JWT, type.at());
        }
        default -> {
          // Forwarding, redirecting and fixed answers ask nothing.
        }
      }
    }
    for (Found mode : listener.map(own -> stack.find(own, "MutualAuthentication.Mode")).orElse(List.of())) {
      if (mode.text().filter("verify"::equals).isPresent()) {
        return Cause.authorization(Authorization.Kind.MUTUAL_TLS, mode.at());
      }
    }
    return Cause.authorization(Authorization.Kind.NONE, from.provenance().at());
  }

  private static Exposure exposure(Stack stack, Optional<Resource> balancer) {
    if (balancer.isEmpty()) {
      return Exposure.UNKNOWN;
    }
    List<Found> schemes = stack.find(balancer.get(), "Scheme");
    if (schemes.isEmpty()) {
      return Exposure.INTERNET;
    }
    boolean open = schemes.stream().anyMatch(scheme -> scheme.text().filter("internet-facing"::equals).isPresent());
    boolean inner = schemes.stream().allMatch(scheme -> scheme.text().filter("internal"::equals).isPresent());
    return open ? Exposure.INTERNET : inner ? Exposure.ACCOUNT : Exposure.UNKNOWN;
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

package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code alb}: a target group and a listener rule each; the load balancer may invoke by two permissions, one of them
 * without a source.
 */
final class AlbEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("alb")) {
        if (event.body() instanceof Tree.Mapping) {
          compile(event, stack);
        } else {
          stack.diagnostics().error(event.at(), "an alb event needs a listener, a priority and conditions");
        }
      }
    }
  }

  private static void compile(Event event, Stack stack) {
    Draft draft = event.draft();
    String balancer = balancer(event);
    boolean multi = Config.truthy(event.settings(), "multiValueHeaders").isPresent();
    String group = event.function().normalized() + "Alb" + (multi ? "MultiValue" : "") + "TargetGroup" + balancer;
    String register = event.function().normalized() + "LambdaPermissionRegisterTarget";
    targetGroup(event, group, balancer, multi, register, stack);
    Permissions.add(event.function().normalized() + "LambdaPermissionAlb", event, "elasticloadbalancing.amazonaws.com",
        Optional.of(draft.ref(group)), stack);
    Permissions.add(register, event, "elasticloadbalancing.amazonaws.com", Optional.empty(), stack);
    var actions = authentication(event, stack);
    Draft.Fields forward = draft.object().put("Type", "forward").put("TargetGroupArn", draft.ref(group));
    if (!actions.isEmpty()) {
      forward.put("Order", draft.number(actions.size() + 1));
    }
    actions.add(forward.tree());
    stack.add(event.function().normalized() + "AlbListenerRule" + event.text("priority").orElse(""),
        "AWS::ElasticLoadBalancingV2::ListenerRule",
        draft.object().put("Actions", draft.list(actions))
            .put("Conditions", draft.list(conditions(Config.mappingAt(event.settings(), "conditions"))))
            .put("ListenerArn", event.setting("listenerArn")).put("Priority", event.setting("priority")).tree(),
        Stack.Origin.of(event));
  }

  /** What names the load balancer in logical ids: the part of a listener's ARN, or the listener's logical id. */
  private static String balancer(Event event) {
    Optional<Tree> listener = event.setting("listenerArn");
    Optional<String> text = listener.flatMap(Config::text);
    if (text.isPresent()) {
      String[] parts = text.get().split("/", -1);
      return parts.length > 3 ? parts[3] : "";
    }
    return listener.map(tree -> ResourceName.ofArn(tree, '/')).orElse("");
  }

  private static void targetGroup(Event event, String id, String balancer, boolean multi, String register,
      Stack stack) {
    Draft draft = event.draft();
    var dependsOn = new ArrayList<Tree>(List.of(draft.text(register)));
    event.function().aliasId().ifPresent(alias -> dependsOn.add(draft.text(alias)));
    Tree.Mapping target = draft.object().put("Id", event.function().target(draft)).tree();
    Tree name = draft.concat(stack.service().name(),
        draft.text("-" + event.function().name() + "-" + balancer + "-" + stack.service().stage()));
    Draft.Fields fields = draft.object().put("TargetType", "lambda").put("Targets", draft.list(target))
        .put("Name", groupName(event, balancer, multi, stack, draft))
        .put("Tags", draft.list(draft.object().put("Key", "Name").put("Value", name).tree()))
        .put("TargetGroupAttributes", draft.list(
            draft.object().put("Key", "lambda.multi_value_headers.enabled").put("Value", draft.flag(multi)).tree()));
    Optional<Tree> check = Config.truthy(event.settings(), "healthCheck");
    Tree.Mapping settings = check.flatMap(Config::mapping).orElseGet(() -> Tree.emptyMapping(draft.at()));
    fields.put("HealthCheckEnabled", draft.flag(check.isPresent()));
    if (check.isPresent()) {
      fields.put("HealthCheckPath", Config.value(settings, "path").orElseGet(() -> draft.text("/")))
          .put("HealthCheckIntervalSeconds",
              Config.value(settings, "intervalSeconds").orElseGet(() -> draft.number(35)))
          .put("HealthCheckTimeoutSeconds", Config.value(settings, "timeoutSeconds").orElseGet(() -> draft.number(30)))
          .put("HealthyThresholdCount",
              Config.value(settings, "healthyThresholdCount").orElseGet(() -> draft.number(5)))
          .put("UnhealthyThresholdCount",
              Config.truthy(settings, "unhealthyThresholdCount").orElseGet(() -> draft.number(5)))
          .put("Matcher", draft.object()
              .put("HttpCode", Config.at(settings, "matcher", "httpCode").orElseGet(() -> draft.text("200"))).tree());
    }
    stack.add(id, "AWS::ElasticLoadBalancingV2::TargetGroup", fields.tree(), Optional.of(draft.list(dependsOn)),
        Stack.Origin.of(event));
  }

  /** The group's name: the author's, else a hash of what tells it apart. */
  private static Optional<Tree> groupName(Event event, String balancer, boolean multi, Stack stack, Draft draft) {
    Optional<Tree> own = Config.truthy(event.settings(), "targetGroupName");
    Optional<String> service = Config.text(stack.service().name());
    if (own.isPresent() || service.isEmpty()) {
      return own;
    }
    String prefix = stack.service().provider("alb", "targetGroupPrefix").flatMap(Config::text).orElse("");
    String hash = Hashes.md5(service.get() + "-" + event.function().name() + "-" + balancer + "-"
        + (multi ? "multi-value-" : "") + stack.service().stage());
    return Optional.of(draft.text(Mappings.cut(prefix + hash, 32)));
  }

  private static List<Tree> authentication(Event event, Stack stack) {
    var actions = new ArrayList<Tree>();
    for (Tree item : Config.items(event.settings(), "authorizer")) {
      Optional<Tree.Mapping> settings = Config.text(item)
          .flatMap(name -> stack.service().provider("alb", "authorizers", name)).flatMap(Config::mapping);
      if (settings.isEmpty()) {
        stack.diagnostics().error(item.at(),
            "this authorizer is not declared under 'provider.alb.authorizers'; it is left out");
      } else {
        actions.add(action(settings.get(), actions.size() + 1, Draft.of(item)));
      }
    }
    return actions;
  }

  private static Tree action(Tree.Mapping settings, int order, Draft draft) {
    boolean cognito = settings.text("type").filter("cognito"::equals).isPresent();
    List<String> names = cognito
        ? List.of("userPoolArn", "userPoolClientId", "userPoolDomain")
        : List.of("authorizationEndpoint", "clientId", "issuer", "tokenEndpoint", "userInfoEndpoint");
    Draft.Fields config = Draft.of(settings).object();
    names.forEach(name -> config.put(Naming.upperFirst(name), Config.value(settings, name)));
    config
        .put("OnUnauthenticatedRequest",
            Config.truthy(settings, "onUnauthenticatedRequest").orElseGet(() -> draft.text("deny")))
        .put("AuthenticationRequestExtraParams", Config.value(settings, "requestExtraParams"))
        .put("Scope", Config.value(settings, "scope"))
        .put("SessionCookieName", Config.value(settings, "sessionCookieName"))
        .put("SessionTimeout", Config.value(settings, "sessionTimeout"));
    if (!cognito) {
      Optional<Tree> secret = Config.truthy(settings, "clientSecret");
      config.put("ClientSecret", secret).put("UseExistingClientSecret",
          secret.isPresent() ? Optional.empty() : Optional.of(draft.flag(true)));
    }
    return draft.object().put("Type", cognito ? "authenticate-cognito" : "authenticate-oidc")
        .put("Order", draft.number(order))
        .put(cognito ? "AuthenticateCognitoConfig" : "AuthenticateOidcConfig", config.tree()).tree();
  }

  private static List<Tree> conditions(Tree.Mapping written) {
    var conditions = new ArrayList<Tree>();
    values(written, "path", "path-pattern", "", conditions);
    values(written, "host", "host-header", "HostHeaderConfig", conditions);
    values(written, "method", "http-request-method", "HttpRequestMethodConfig", conditions);
    for (Tree item : Config.items(written, "header")) {
      if (item instanceof Tree.Mapping header) {
        Draft draft = Draft.of(item);
        conditions.add(draft.object().put("Field", "http-header").put("HttpHeaderConfig", draft.object()
            .put("HttpHeaderName", Config.value(header, "name")).put("Values", Config.value(header, "values")).tree())
            .tree());
      }
    }
    Tree.Mapping query = Config.mappingAt(written, "query");
    if (!query.entries().isEmpty()) {
      Draft draft = Draft.of(query);
      var pairs = new ArrayList<Tree>();
      query.entries()
          .forEach((key, entry) -> pairs.add(draft.object().put("Key", key).put("Value", entry.value()).tree()));
      conditions.add(draft.object().put("Field", "query-string")
          .put("QueryStringConfig", draft.object().put("Values", draft.list(pairs)).tree()).tree());
    }
    values(written, "ip", "source-ip", "SourceIpConfig", conditions);
    return conditions;
  }

  private static void values(Tree.Mapping written, String key, String field, String config, List<Tree> conditions) {
    List<Tree> values = Config.items(written, key);
    if (!values.isEmpty()) {
      Draft draft = Draft.of(values.getFirst());
      Draft.Fields fields = draft.object().put("Field", field);
      if (config.isEmpty()) {
        fields.put("Values", draft.list(values));
      } else {
        fields.put(config, draft.object().put("Values", draft.list(values)).tree());
      }
      conditions.add(fields.tree());
    }
  }
}

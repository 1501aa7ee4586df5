package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code httpApi}: routes of one HTTP API, open to everyone unless an authorizer is named. */
final class HttpApiEvents implements EventCompiler {
  static final String API = "HttpApi";
  private static final Set<String> METHODS = Set.of("ANY", "GET", "POST", "PUT", "PATCH", "OPTIONS", "HEAD", "DELETE");

  /** A route; {@code key} is {@code *} for the catch-all. */
  private record RouteEvent(String key, String method, Event event) {}

  @Override
  public void compile(Stack stack) {
    Map<String, RouteEvent> routes = routes(stack);
    if (routes.isEmpty()) {
      return;
    }
    Service service = stack.service();
    RouteEvent first = routes.values().iterator().next();
    Optional<Tree> external = service.provider("httpApi", "id");
    Tree api = external.orElseGet(() -> first.event.draft().ref(API));
    if (external.isEmpty()) {
      HttpApiSettings.compile(stack, first.event, routes.values().stream().map(RouteEvent::method).toList());
    }
    var authorizers = new HttpApiAuthorizers(stack, api);
    authorizers.compile();
    var done = new HashSet<String>();
    for (RouteEvent route : routes.values()) {
      if (done.add(route.event.function().name())) {
        integrate(route.event, api, stack);
      }
      add(route, api, authorizers, stack);
    }
  }

  private static Map<String, RouteEvent> routes(Stack stack) {
    var routes = new LinkedHashMap<String, RouteEvent>();
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("httpApi")) {
        Optional<RouteEvent> route = route(event);
        if (route.isEmpty()) {
          stack.diagnostics().error(event.at(), "an httpApi event needs a method and a path, or '*'; it is left out");
        } else if (routes.putIfAbsent(route.get().key, route.get()) != null) {
          stack.diagnostics().error(event.at(),
              "the route '" + route.get().key + "' stands twice; the first one counts");
        }
      }
    }
    return routes;
  }

  private static Optional<RouteEvent> route(Event event) {
    Optional<String> method;
    Optional<String> path;
    Optional<String> text = event.asText();
    if (text.isPresent()) {
      int blank = text.get().indexOf(' ');
      method = blank < 0 ? Optional.empty() : Optional.of(text.get().substring(0, blank));
      path = Optional.of(text.get().substring(blank + 1).strip());
    } else {
      method = event.text("method");
      path = event.text("path");
    }
    if (path.filter("*"::equals).isPresent()) {
      return Optional.of(new RouteEvent("*", "ANY", event));
    }
    String upper = method.orElse("").toUpperCase(Locale.ROOT);
    String name = upper.equals("*") ? "ANY" : upper;
    return path.filter(_ -> METHODS.contains(name)).map(p -> new RouteEvent(name + " " + p, name, event));
  }

  private static String integrationId(ServiceFunction function) {
    return "HttpApiIntegration" + function.normalized();
  }

  private static void integrate(Event event, Tree api, Stack stack) {
    Draft draft = event.draft();
    ServiceFunction function = event.function();
    stack.add(function.normalized() + "LambdaPermissionHttpApi", "AWS::Lambda::Permission",
        Permissions.invoke(event, "apigateway.amazonaws.com")
            .put("SourceArn", draft.arn("execute-api", api, draft.text("/*"))).tree(),
        function.aliasDependency(draft), Stack.Origin.of(event));
    Tree payload = Config.at(function.config(), "httpApi", "payload")
        .or(() -> stack.service().provider("httpApi", "payload")).orElseGet(() -> draft.text("2.0"));
    stack.add(integrationId(function), "AWS::ApiGatewayV2::Integration",
        draft.object().put("ApiId", api).put("IntegrationType", "AWS_PROXY")
            .put("IntegrationUri", function.target(draft)).put("PayloadFormatVersion", payload)
            .put("TimeoutInMillis", draft.number(30000)).tree(),
        function.aliasDependency(draft), Stack.Origin.of(event));
  }

  private static void add(RouteEvent route, Tree api, HttpApiAuthorizers authorizers, Stack stack) {
    Draft draft = route.event.draft();
    String integration = integrationId(route.event.function());
    Draft.Fields fields = draft.object().put("ApiId", api)
        .put("RouteKey", route.key.equals("*") ? "$default" : route.key)
        .put("Target", draft.join("/", draft.text("integrations"), draft.ref(integration)));
    Config.truthy(route.event.settings(), "authorizer").ifPresent(tree -> authorizers.authorize(tree, fields));
    String id = "HttpApiRoute" + (route.key.equals("*") ? "Default" : Naming.path(route.key));
    stack.add(id, "AWS::ApiGatewayV2::Route", fields.tree(), Optional.of(draft.text(integration)),
        Stack.Origin.of(route.event));
  }
}

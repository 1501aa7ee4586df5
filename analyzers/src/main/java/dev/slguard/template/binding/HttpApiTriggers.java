package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Routes of HTTP and WebSocket APIs (AWS::ApiGatewayV2) and the functions of their authorizers. */
record HttpApiTriggers() implements TriggerFamily {
  private static final String API = "AWS::ApiGatewayV2::Api";
  private static final String ROUTE = "AWS::ApiGatewayV2::Route";
  private static final String CONNECT = "$connect";

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource api : stack.ofType(API)) {
      List<Found> bodies = RestApiTriggers.bodies(stack, api);
      if (bodies.isEmpty() && !(api.property("BodyS3Location") instanceof Value.Absent)) {
        stack.missing(api, "BodyS3Location", "OpenAPI document");
      }
      for (Found body : bodies) {
        addOperations(stack, api, new OpenApi(stack, body), triggers);
      }
      for (Found target : stack.find(api, "Target")) {
        addQuickRoute(stack, api, target, triggers);
      }
    }
    Map<String, Resource> connects = connectRoutes(stack);
    for (Resource route : stack.ofType(ROUTE)) {
      addRoute(stack, route, connects, triggers);
    }
    for (Resource authorizer : stack.ofType("AWS::ApiGatewayV2::Authorizer")) {
      addAuthorizer(stack, authorizer, triggers);
    }
    return triggers;
  }

  private static boolean isWebSocket(Stack stack, Resource api) {
    return stack.text(api, "ProtocolType").filter("WEBSOCKET"::equals).isPresent();
  }

  private static void addOperations(Stack stack, Resource api, OpenApi document, List<Trigger> triggers) {
    var reach = stack.reach();
    var integrations = new Integrations(stack);
    for (OpenApi.Operation operation : document.operations()) {
      if (operation.integration().isEmpty()) {
        continue;
      }
      Found integration = operation.integration().get();
      var route = new Route(operation.path().equals("/$default") ? "ANY" : operation.method(),
          operation.path().equals("/$default") ? "$default" : operation.path(), api.id(), operation.at());
      EventShape shape = document.isVersionTwo(integration) ? EventShape.HTTP_API_V2 : EventShape.HTTP_API_V1;
      Cause cause = RestApiTriggers.cause(shape, route, api,
          reach.of(api, route.method(), route.path(), operation.authorization()));
      triggers.addAll(
          integrations.triggers(new Found(integration.value(), integration.conditions().and(operation.conditions())),
              Optional.of(api), cause));
    }
    for (OpenApi.AskedFunction asked : document.askedFunctions()) {
      EventShape shape = asked.payloadVersion().equals("2.0")
          ? EventShape.AUTHORIZER_REQUEST_V2
          : EventShape.AUTHORIZER_REQUEST_V1;
      triggers.addAll(stack.triggers(asked.uri(),
          RestApiTriggers.authorizer(stack, shape, Optional.of(api), asked.name(), asked.at())));
    }
  }

  /** The one route of an API made with Target: catch-all unless RouteKey says otherwise, without authorization. */
  private static void addQuickRoute(Stack stack, Resource api, Found target, List<Trigger> triggers) {
    Span at = target.at();
    Route route = route(stack.text(api, "RouteKey").orElse("$default"), api.id(), at);
    Authorization nothing = Cause.authorization(Authorization.Kind.NONE, api.provenance().at());
    Cause cause = RestApiTriggers.cause(EventShape.HTTP_API_V2, route, api,
        stack.reach().of(api, route.method(), route.path(), nothing));
    triggers.addAll(stack.triggers(target, cause));
  }

  /** {@code GET /orders/{id}}, {@code $default}, {@code $connect}. */
  private static Route route(String key, String api, Span at) {
    int blank = key.indexOf(' ');
    return blank < 0
        ? new Route("ANY", key, api, at)
        : new Route(key.substring(0, blank), key.substring(blank + 1).trim(), api, at);
  }

  private static void addRoute(Stack stack, Resource written, Map<String, Resource> connects, List<Trigger> triggers) {
    if (stack.isNeverDeployed(written.property("ApiId"))) {
      return;
    }
    Optional<Resource> api = stack.firstNamed(written.property("ApiId")).flatMap(id -> stack.resource(id, API));
    String apiName = api.map(Resource::id).or(() -> stack.source(written.property("ApiId"))).orElse("");
    String key = Spelling.of(written.property("RouteKey"));
    boolean socket = api.map(own -> isWebSocket(stack, own)).orElse(key.startsWith("$") && !key.equals("$default"));
    Route route = route(key, apiName, written.provenance().at());
    // Callers of a WebSocket API are asked on $connect alone; without that route nobody is asked.
    Resource deciding = socket ? connects.getOrDefault(apiKey(stack, written), written) : written;
    for (Found type : RestApiTriggers.orAbsent(stack, deciding, "AuthorizationType")) {
      Authorization authorization = authorization(stack, deciding, type);
      for (Integration integration : integrations(stack, written)) {
        EventShape shape = socket ? EventShape.WEBSOCKET : integration.shape();
        Cause cause = api
            .map(own -> RestApiTriggers.cause(shape, route, own,
                stack.reach().of(own, route.method(), route.path(), authorization)))
            .orElseGet(() -> new Cause(shape, Optional.of(route), authorization, exposure(authorization),
                Optional.of(apiName), route.at(), List.of()));
        List<Span> evidence = new ArrayList<>(cause.evidence());
        authorization.authorizer().flatMap(stack::resource).ifPresent(own -> evidence.add(own.provenance().at()));
        var here = new Found(integration.found().value(),
            integration.found().conditions().and(written.conditions()).and(type.conditions()));
        triggers.addAll(new Integrations(stack).triggers(here, api, cause.proven(evidence)));
      }
    }
  }

  /** HTTP APIs have neither resource policies nor private endpoints. */
  private static Exposure exposure(Authorization authorization) {
    return authorization.kind() == Authorization.Kind.IAM ? Exposure.ACCOUNT : Exposure.INTERNET;
  }

  /** The {@code $connect} routes by the API they belong to. */
  private static Map<String, Resource> connectRoutes(Stack stack) {
    var routes = new HashMap<String, Resource>();
    for (Resource route : stack.ofType(ROUTE)) {
      if (Spelling.of(route.property("RouteKey")).equals(CONNECT)) {
        routes.putIfAbsent(apiKey(stack, route), route);
      }
    }
    return routes;
  }

  private static String apiKey(Stack stack, Resource route) {
    return stack.firstNamed(route.property("ApiId")).orElseGet(() -> Spelling.of(route.property("ApiId")));
  }

  /** What a route starts, with the shape of its events. */
  private record Integration(Found found, EventShape shape) {}

  private static List<Integration> integrations(Stack stack, Resource route) {
    var integrations = new ArrayList<Integration>();
    for (Found target : stack.find(route, "Target")) {
      for (Found reference : stack.references(target)) {
        for (Stack.Named named : stack.named(reference)) {
          stack.resource(named.id(), "AWS::ApiGatewayV2::Integration").ifPresent(integration -> {
            boolean two = stack.text(integration, "PayloadFormatVersion").filter("2.0"::equals).isPresent();
            integrations.add(
                new Integration(new Found(integration.properties(), named.conditions().and(integration.conditions())),
                    two ? EventShape.HTTP_API_V2 : EventShape.HTTP_API_V1));
          });
        }
      }
    }
    return integrations;
  }

  private static Authorization authorization(Stack stack, Resource route, Found type) {
    Optional<String> authorizer = stack.source(route.property("AuthorizerId"));
    Span at = type.value() instanceof Value.Absent ? route.provenance().at() : type.at();
    return switch (type.text().orElse(type.value() instanceof Value.Absent ? "NONE" : "")) {
      case "NONE" -> {
        Optional<String> key = stack.text(route, "ApiKeyRequired").filter("true"::equalsIgnoreCase);
        yield Cause.authorization(key.isPresent() ? Authorization.Kind.KEY_ONLY : Authorization.Kind.NONE, at);
      }
      case "AWS_IAM" -> Cause.authorization(Authorization.Kind.IAM, at);
      case "JWT" -> new Authorization(Authorization.Kind.JWT, authorizer, at);
      case "CUSTOM" -> new Authorization(Authorization.Kind.LAMBDA, authorizer, at);
      default -> Cause.authorization(Authorization.Kind.UNKNOWN, at);
    };
  }

  private static void addAuthorizer(Stack stack, Resource authorizer, List<Trigger> triggers) {
    Optional<Resource> api = stack.firstNamed(authorizer.property("ApiId")).flatMap(id -> stack.resource(id, API));
    boolean two = stack.text(authorizer, "AuthorizerPayloadFormatVersion").filter("2.0"::equals).isPresent();
    EventShape shape = two ? EventShape.AUTHORIZER_REQUEST_V2 : EventShape.AUTHORIZER_REQUEST_V1;
    for (Found uri : stack.find(authorizer, "AuthorizerUri")) {
      triggers.addAll(stack.triggers(uri,
          RestApiTriggers.authorizer(stack, shape, api, authorizer.id(), authorizer.provenance().at()),
          Set.of(Stack.FUNCTION)));
    }
  }
}

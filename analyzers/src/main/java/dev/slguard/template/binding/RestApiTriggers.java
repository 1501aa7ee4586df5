package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Routes of REST APIs (AWS::ApiGateway), written as methods or in an OpenAPI document, and the functions of their authorizers. */
record RestApiTriggers() implements TriggerFamily {
  private static final String API = "AWS::ApiGateway::RestApi";
  private static final String RESOURCE = "AWS::ApiGateway::Resource";
  /** Deepest path of an API. */
  private static final int DEPTH = 60;

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource api : stack.ofType(API)) {
      List<Found> bodies = bodies(stack, api);
      if (bodies.isEmpty() && !(api.property("BodyS3Location") instanceof Value.Absent)) {
        stack.missing(api, "BodyS3Location", "OpenAPI document");
      }
      for (Found body : bodies) {
        addOperations(stack, api, new OpenApi(stack, body), triggers);
      }
    }
    for (Resource method : stack.ofType("AWS::ApiGateway::Method")) {
      addMethod(stack, method, triggers);
    }
    for (Resource authorizer : stack.ofType("AWS::ApiGateway::Authorizer")) {
      addAuthorizer(stack, authorizer, triggers);
    }
    return triggers;
  }

  /** The OpenAPI documents of an API: inline, or a local file that stands for an S3 object. */
  static List<Found> bodies(Stack stack, Resource api) {
    var bodies = new ArrayList<>(stack.find(api, "Body"));
    for (Found location : stack.find(api, "BodyS3Location")) {
      location.text().filter(path -> !path.contains("://")).flatMap(path -> Root.resolve(location.at().file(), path))
          .filter(stack.root()::isFile)
          .flatMap(path -> TextDocument.inFile(stack, path, location.at(), new Value.Absent(location.at())))
          .ifPresent(document -> bodies.add(new Found(document, location.conditions())));
    }
    return bodies;
  }

  private static void addOperations(Stack stack, Resource api, OpenApi document, List<Trigger> triggers) {
    var reach = stack.reach();
    var integrations = new Integrations(stack);
    for (OpenApi.Operation operation : document.operations()) {
      if (operation.integration().isEmpty() || integrations.isMock(operation.integration().get())) {
        continue;
      }
      var route = new Route(operation.method(), operation.path(), api.id(), operation.at());
      Cause cause = cause(EventShape.REST_API, route, api,
          reach.of(api, route.method(), route.path(), operation.authorization()));
      Found integration = operation.integration().get();
      triggers.addAll(
          integrations.triggers(new Found(integration.value(), integration.conditions().and(operation.conditions())),
              Optional.of(api), cause));
    }
    for (OpenApi.AskedFunction asked : document.askedFunctions()) {
      EventShape shape = asked.type().equals("request")
          ? EventShape.AUTHORIZER_REQUEST_V1
          : EventShape.AUTHORIZER_TOKEN;
      triggers
          .addAll(stack.triggers(asked.uri(), authorizer(stack, shape, Optional.of(api), asked.name(), asked.at())));
    }
  }

  static Cause cause(EventShape shape, Route route, Resource api, ApiReach.Result reach) {
    return new Cause(shape, Optional.of(route), reach.authorization(), reach.exposure(), Optional.of(api.id()),
        route.at(), reach.evidence());
  }

  /** An authorizer's function is run by everyone who can call the API: nothing is asked before it. */
  static Cause authorizer(Stack stack, EventShape shape, Optional<Resource> api, String name, Span at) {
    Authorization nothing = Cause.authorization(Authorization.Kind.NONE, at);
    Exposure exposure = api
        .map(own -> stack.reach().of(own, "ANY", "/*", Cause.authorization(Authorization.Kind.LAMBDA, at)).exposure())
        .orElse(Exposure.UNKNOWN);
    List<Span> evidence = api.map(own -> List.of(own.provenance().at())).orElse(List.of());
    return new Cause(shape, Optional.empty(), nothing, exposure, Optional.of(name), at, evidence);
  }

  private static void addMethod(Stack stack, Resource method, List<Trigger> triggers) {
    if (stack.isNeverDeployed(method.property("RestApiId"))) {
      return;
    }
    Optional<Resource> api = stack.firstNamed(method.property("RestApiId")).flatMap(id -> stack.resource(id, API));
    Optional<String> verb = stack.text(method, "HttpMethod").map(text -> text.toUpperCase(Locale.ROOT));
    var integrations = new Integrations(stack);
    String path = path(stack, method.property("ResourceId"));
    String apiName = api.map(Resource::id).or(() -> stack.source(method.property("RestApiId"))).orElse("");
    for (Found integration : stack.find(method, "Integration")) {
      if (integrations.isMock(integration)) {
        continue;
      }
      var route = new Route(verb.orElse("ANY"), path, apiName, method.provenance().at());
      for (Found type : orAbsent(stack, method, "AuthorizationType")) {
        Authorization authorization = authorization(stack, method, type);
        var here = new Found(integration.value(), integration.conditions().and(type.conditions()));
        Cause cause = api
            .map(own -> cause(EventShape.REST_API, route, own,
                stack.reach().of(own, route.method(), route.path(), authorization)))
            .orElseGet(() -> new Cause(EventShape.REST_API, Optional.of(route), authorization, Exposure.UNKNOWN,
                Optional.of(apiName), route.at(), List.of()));
        List<Span> evidence = new ArrayList<>(cause.evidence());
        authorization.authorizer().flatMap(stack::resource).ifPresent(own -> evidence.add(own.provenance().at()));
        triggers.addAll(integrations.triggers(here, api, cause.proven(evidence)));
      }
    }
  }

  /** The arms of a property, one of them absent where it is not written. */
  static List<Found> orAbsent(Stack stack, Resource resource, String property) {
    return stack.allArms(new Found(resource.property(property), resource.conditions()));
  }

  private static Authorization authorization(Stack stack, Resource method, Found type) {
    Optional<String> authorizer = stack.source(method.property("AuthorizerId"));
    String name = type.text().orElse(type.value() instanceof Value.Absent ? "NONE" : "");
    Span at = type.value() instanceof Value.Absent ? method.provenance().at() : type.at();
    return switch (name) {
      case "NONE" -> {
        Optional<String> key = stack.text(method, "ApiKeyRequired").filter("true"::equalsIgnoreCase);
        yield Cause.authorization(key.isPresent() ? Authorization.Kind.KEY_ONLY : Authorization.Kind.NONE, at);
      }
      case "AWS_IAM" -> Cause.authorization(Authorization.Kind.IAM, at);
      case "CUSTOM" -> new Authorization(Authorization.Kind.LAMBDA, authorizer, at);
      case "COGNITO_USER_POOLS" -> new Authorization(Authorization.Kind.COGNITO, authorizer, at);
      default -> Cause.authorization(Authorization.Kind.UNKNOWN, at);
    };
  }

  /** The path of a resource, from the root down. */
  private static String path(Stack stack, Value resourceId) {
    var path = new StringBuilder();
    Value at = resourceId;
    for (int depth = 0; depth < DEPTH; depth++) {
      Optional<Resource> resource = stack.firstNamed(at).flatMap(id -> stack.resource(id, RESOURCE));
      if (resource.isEmpty()) {
        break;
      }
      path.insert(0, '/' + Spelling.of(resource.get().property("PathPart")));
      at = resource.get().property("ParentId");
    }
    return path.isEmpty() ? "/" : path.toString();
  }

  private static void addAuthorizer(Stack stack, Resource authorizer, List<Trigger> triggers) {
    Optional<Resource> api = stack.firstNamed(authorizer.property("RestApiId")).flatMap(id -> stack.resource(id, API));
    EventShape shape = stack.text(authorizer, "Type").filter("REQUEST"::equals).isPresent()
        ? EventShape.AUTHORIZER_REQUEST_V1
        : EventShape.AUTHORIZER_TOKEN;
    for (Found uri : stack.find(authorizer, "AuthorizerUri")) {
      triggers
          .addAll(stack.triggers(uri, authorizer(stack, shape, api, authorizer.id(), authorizer.provenance().at())));
    }
  }
}

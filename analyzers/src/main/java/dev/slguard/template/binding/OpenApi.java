package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The operations of an OpenAPI 2 or 3 document as API Gateway reads it, with its extensions for integrations and
 * authorizers (API Gateway developer guide, "OpenAPI extensions").
 */
final class OpenApi {
  private static final String INTEGRATION = "x-amazon-apigateway-integration";
  private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch",
      "trace", "x-amazon-apigateway-any-method");

  private final Stack stack;
  private final Found document;

  /** @param document the body, with the conditions of the API that has it */
  OpenApi(Stack stack, Found document) {
    this.stack = stack;
    this.document = document;
  }

  /**
   * A method of a path.
   *
   * @param integration what it starts; empty if nothing is written
   */
  record Operation(String method, String path, Optional<Found> integration, Authorization authorization,
      ConditionSet conditions, Span at) {}

  /** An authorizer of the document that asks a function. */
  record AskedFunction(String name, Found uri, String type, String payloadVersion, Span at) {}

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (Found paths : stack.find(document, "paths")) {
      if (paths.value() instanceof Value.Mapping all) {
        all.entries().forEach((path, item) -> {
          for (Found arm : stack.arms(new Found(item, paths.conditions()))) {
            addOperations(path, referred(arm), operations);
          }
        });
      }
    }
    return operations;
  }

  private void addOperations(String path, Found item, List<Operation> operations) {
    if (!(item.value() instanceof Value.Mapping methods)) {
      return;
    }
    methods.entries().forEach((method, written) -> {
      if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
        for (Found operation : stack.arms(new Found(written, item.conditions()))) {
          addVariants(path, method, methods.keyAt(method), operation, operations);
        }
      }
    });
  }

  private void addVariants(String path, String method, Span at, Found operation, List<Operation> operations) {
    String name = method.startsWith("x-") ? "ANY" : method.toUpperCase(Locale.ROOT);
    Optional<Found> integration = stack.find(operation, INTEGRATION).stream().findFirst().map(this::referred);
    for (Found security : security(operation)) {
      operations.add(
          new Operation(name, path, integration, authorization(operation, security, at), security.conditions(), at));
    }
  }

  /** The security that counts for an operation, its own or the document's; absent where neither is written. */
  private List<Found> security(Found operation) {
    Value own = operation.value() instanceof Value.Mapping mapping ? mapping.get("security") : operation.value();
    var variants = new ArrayList<Found>();
    for (Found arm : stack.allArms(new Found(own, operation.conditions()))) {
      if (arm.value() instanceof Value.Absent && document.value() instanceof Value.Mapping whole) {
        variants.addAll(stack.allArms(new Found(whole.get("security"), arm.conditions())));
      } else {
        variants.add(arm);
      }
    }
    return variants;
  }

  private Authorization authorization(Found operation, Found security, Span at) {
    Optional<String> auth = stack.find(operation, "x-amazon-apigateway-auth.type").stream()
        .flatMap(type -> type.text().stream()).findFirst();
    if (auth.filter("AWS_IAM"::equalsIgnoreCase).isPresent()) {
      return Cause.authorization(Authorization.Kind.IAM, at);
    }
    if (security.value() instanceof Value.Unknown || security.value() instanceof Value.Reference) {
      return Cause.authorization(Authorization.Kind.UNKNOWN, security.at());
    }
    Authorization best = Cause.authorization(Authorization.Kind.NONE,
        security.value() instanceof Value.Absent ? at : security.at());
    for (Found requirement : stack.items(security)) {
      if (requirement.value() instanceof Value.Mapping schemes) {
        for (String scheme : schemes.entries().keySet()) {
          Authorization asked = scheme(scheme, schemes.keyAt(scheme));
          best = rank(asked) > rank(best) ? asked : best;
        }
      }
    }
    return best;
  }

  /** What is worth more when several are named: a key beside an authorizer adds nothing to it. */
  private static int rank(Authorization authorization) {
    return switch (authorization.kind()) {
      case NONE -> 0;
      case KEY_ONLY -> 1;
      case UNKNOWN -> 2;
      case IAM, COGNITO, JWT, LAMBDA, MUTUAL_TLS, SERVICE -> 3;
    };
  }

  private Authorization scheme(String name, Span at) {
    Optional<Found> scheme = schemes(name).stream().findFirst();
    if (scheme.isEmpty() || !(scheme.get().value() instanceof Value.Mapping mapping)) {
      boolean signed = name.equalsIgnoreCase("AWS_IAM") || name.equalsIgnoreCase("sigv4");
      return new Authorization(signed ? Authorization.Kind.IAM : Authorization.Kind.NONE, Optional.empty(), at);
    }
    Authorization.Kind kind = kind(mapping);
    boolean named = kind != Authorization.Kind.IAM && kind != Authorization.Kind.NONE
        && kind != Authorization.Kind.KEY_ONLY;
    return new Authorization(kind, named ? Optional.of(name) : Optional.empty(), at);
  }

  private Authorization.Kind kind(Value.Mapping scheme) {
    String type = Found.text(scheme.get("x-amazon-apigateway-authtype")).orElse("").toLowerCase(Locale.ROOT);
    if (type.equals("awssigv4")) {
      return Authorization.Kind.IAM;
    }
    Value authorizer = scheme.get(AUTHORIZER);
    if (!(authorizer instanceof Value.Absent)) {
      String asked = authorizer instanceof Value.Mapping mapping
          ? Found.text(mapping.get("type")).orElse("").toLowerCase(Locale.ROOT)
          : "";
      return switch (asked) {
        case "cognito_user_pools" -> Authorization.Kind.COGNITO;
        case "jwt" -> Authorization.Kind.JWT;
        case "token", "request" -> Authorization.Kind.LAMBDA;
        default -> Authorization.Kind.UNKNOWN;
      };
    }
    if (type.equals("cognito_user_pools")) {
      return Authorization.Kind.COGNITO;
    }
    if (!type.isEmpty()) {
      return Authorization.Kind.UNKNOWN;
    }
    boolean key = Found.text(scheme.get("type")).filter("apiKey"::equalsIgnoreCase).isPresent()
        && Found.text(scheme.get("name")).filter("x-api-key"::equalsIgnoreCase).isPresent();
    // Other schemes document what the client should send; API Gateway checks none of them.
    return key ? Authorization.Kind.KEY_ONLY : Authorization.Kind.NONE;
  }

  private List<Found> schemes(String name) {
    var found = new ArrayList<Found>();
    for (String section : List.of("securityDefinitions", "components.securitySchemes")) {
      for (Found schemes : stack.find(document, section)) {
        if (schemes.value() instanceof Value.Mapping mapping) {
          found.addAll(stack.arms(new Found(mapping.get(name), schemes.conditions())));
        }
      }
    }
    return found;
  }

  /** The functions that authorizers of the document ask. */
  List<AskedFunction> askedFunctions() {
    var asked = new ArrayList<AskedFunction>();
    for (String section : List.of("securityDefinitions", "components.securitySchemes")) {
      for (Found schemes : stack.find(document, section)) {
        if (schemes.value() instanceof Value.Mapping mapping) {
          mapping.entries().forEach((name, scheme) -> {
            for (Found authorizer : stack.find(new Found(scheme, schemes.conditions()), AUTHORIZER)) {
              addAsked(name, mapping.keyAt(name), authorizer, asked);
            }
          });
        }
      }
    }
    return asked;
  }

  private void addAsked(String name, Span at, Found authorizer, List<AskedFunction> asked) {
    for (Found uri : stack.find(authorizer, "authorizerUri")) {
      String type = first(authorizer, "type").orElse("token").toLowerCase(Locale.ROOT);
      String version = first(authorizer, "authorizerPayloadFormatVersion").orElse("1.0");
      asked.add(new AskedFunction(name, uri, type, version, at));
    }
  }

  private Optional<String> first(Found from, String path) {
    return stack.find(from, path).stream().flatMap(found -> found.text().stream()).findFirst();
  }

  /** What a local {@code $ref} leads to; any other value itself. */
  private Found referred(Found from) {
    if (from.value() instanceof Value.Mapping mapping) {
      Optional<String> reference = Found.text(mapping.get("$ref")).filter(path -> path.startsWith("#/"));
      if (reference.isPresent()) {
        Found at = document;
        for (String step : reference.get().substring(2).split("/", -1)) {
          String key = step.replace("~1", "/").replace("~0", "~");
          Value next = at.value() instanceof Value.Mapping inner ? inner.get(key) : new Value.Absent(from.at());
          at = new Found(next, from.conditions());
        }
        return at.value() instanceof Value.Absent ? from : at;
      }
    }
    return from;
  }

  /** Whether {@code integration} sends events of version 2.0 ({@code payloadFormatVersion}). */
  boolean isVersionTwo(Found integration) {
    return first(integration, "payloadFormatVersion").filter("2.0"::equals).isPresent();
  }
}

package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From where a route of an API can be called: endpoint type, resource policy, disabled default endpoint, custom domains and
 * their client certificates (API Gateway developer guide, "How API Gateway resource policies affect authorization workflow").
 */
final class ApiReach {
  private final Stack stack;
  private final Map<String, Prepared> prepared = new HashMap<>();

  ApiReach(Stack stack) {
    this.stack = stack;
  }

  /** The exposure of a route of {@code api} and what was asked of its callers, with the places that decide it. */
  record Result(Exposure exposure, Authorization authorization, List<Span> evidence) {}

  /** What counts for all routes of an API; a policy that cannot be read is empty. */
  private record Prepared(Optional<Exposure> endpoint, List<Optional<PolicyReach>> policies, boolean disabled,
      List<Resource> domains, List<Span> evidence) {}

  private Prepared prepare(Resource api) {
    var evidence = new ArrayList<Span>(List.of(api.provenance().at()));
    var policies = new ArrayList<Optional<PolicyReach>>();
    List<Found> documents = new ArrayList<>(stack.find(api, "Policy"));
    documents.addAll(stack.find(api, "Body.x-amazon-apigateway-policy"));
    // The Serverless Framework writes an empty text for no policy.
    documents.removeIf(document -> document.text().filter(String::isBlank).isPresent());
    for (Found document : documents) {
      evidence.add(document.at());
      policies.add(TextDocument.of(stack, document.value()).filter(Value.Mapping.class::isInstance)
          .flatMap(read -> PolicyReach.of(stack, read)));
    }
    Optional<Exposure> endpoint = endpoint(api, evidence);
    boolean disabled = isDefaultEndpointDisabled(api);
    List<Resource> domains = List.of();
    if (disabled) {
      domains = domains(api);
      domains.forEach(domain -> evidence.add(domain.provenance().at()));
    }
    return new Prepared(endpoint, policies, disabled, domains, List.copyOf(evidence));
  }

  /** A route of a REST API, an HTTP API or a WebSocket API. */
  Result of(Resource api, String method, String path, Authorization authorization) {
    Prepared known = prepared.get(api.id());
    if (known == null) {
      known = prepare(api);
      prepared.put(api.id(), known);
    }
    Exposure exposure = exposure(known, method, path, authorization.kind());
    Authorization asked = authorization;
    if (known.disabled()) {
      if (known.domains().isEmpty() && exposure == Exposure.INTERNET) {
        exposure = Exposure.UNKNOWN;
      }
      asked = certificate(known.domains(), authorization).orElse(authorization);
    }
    return new Result(exposure, asked, known.evidence());
  }

  private boolean isDefaultEndpointDisabled(Resource api) {
    // SAM writes it into the document.
    String extension = "x-amazon-apigateway-endpoint-configuration.disableExecuteApiEndpoint";
    return Stream.of("DisableExecuteApiEndpoint", "Body." + extension, "Body.servers[]." + extension)
        .anyMatch(path -> stack.text(api, path).filter("true"::equalsIgnoreCase).isPresent());
  }

  private static Exposure exposure(Prepared api, String method, String path, Authorization.Kind kind) {
    if (api.endpoint().isPresent()) {
      return api.endpoint().get();
    }
    if (api.policies().isEmpty()) {
      return kind == Authorization.Kind.IAM ? Exposure.ACCOUNT : Exposure.INTERNET;
    }
    Exposure widest = Exposure.ACCOUNT;
    for (Optional<PolicyReach> policy : api.policies()) {
      Exposure exposure = policy.map(read -> exposure(read.of(method, path), kind)).orElse(Exposure.UNKNOWN);
      widest = width(exposure) > width(widest) ? exposure : widest;
    }
    return widest;
  }

  private static int width(Exposure exposure) {
    return switch (exposure) {
      case INTERNET -> 4;
      case OTHER_ACCOUNTS -> 3;
      case UNKNOWN -> 2;
      case ANY_SERVICE_USER, SERVICE -> 1;
      case ACCOUNT -> 0;
    };
  }

  private static Exposure exposure(PolicyReach.Verdict verdict, Authorization.Kind kind) {
    return switch (kind) {
      // A Lambda authorizer is asked unless the policy denies.
      case LAMBDA -> exposure(verdict.denied());
      case IAM -> verdict.reach().compareTo(PolicyReach.Reach.OTHER_ACCOUNTS) >= 0
          ? Exposure.OTHER_ACCOUNTS
          : verdict.reach() == PolicyReach.Reach.UNKNOWN ? Exposure.UNKNOWN : Exposure.ACCOUNT;
      case NONE, KEY_ONLY, COGNITO, JWT, MUTUAL_TLS, SERVICE, UNKNOWN -> exposure(verdict.reach());
    };
  }

  private static Exposure exposure(PolicyReach.Reach reach) {
    return switch (reach) {
      case ANYONE -> Exposure.INTERNET;
      case OTHER_ACCOUNTS -> Exposure.OTHER_ACCOUNTS;
      case UNKNOWN -> Exposure.UNKNOWN;
      case NETWORK, OWN_ACCOUNT, NOBODY -> Exposure.ACCOUNT;
    };
  }

  /** ACCOUNT for a private API, UNKNOWN where deployment decides the endpoint type. */
  private Optional<Exposure> endpoint(Resource api, List<Span> evidence) {
    List<Found> types = stack.find(api, "EndpointConfiguration.Types[]");
    Optional<Found> isPrivate = types.stream().filter(type -> type.text().filter("PRIVATE"::equals).isPresent())
        .findFirst();
    isPrivate.ifPresent(type -> evidence.add(type.at()));
    boolean all = types.stream().allMatch(type -> type.text().filter("PRIVATE"::equals).isPresent());
    if (isPrivate.isPresent() && all) {
      return Optional.of(Exposure.ACCOUNT);
    }
    boolean unknown = types.stream().anyMatch(type -> type.text().isEmpty());
    return unknown ? Optional.of(Exposure.UNKNOWN) : Optional.empty();
  }

  /** The custom domains of this deployment that lead to {@code api}. */
  private List<Resource> domains(Resource api) {
    var domains = new ArrayList<Resource>();
    for (String type : List.of("AWS::ApiGateway::BasePathMapping", "AWS::ApiGatewayV2::ApiMapping",
        "AWS::ApiGateway::BasePathMappingV2")) {
      String property = type.contains("V2::") ? "ApiId" : "RestApiId";
      for (Resource mapping : stack.pointing(type, property).getOrDefault(api.id(), List.of())) {
        domains.add(stack.firstNamed(mapping.property("DomainName")).flatMap(stack::resource).orElse(mapping));
      }
    }
    return domains;
  }

  /** The client certificate that every domain asks for, where nothing better is asked. */
  private Optional<Authorization> certificate(List<Resource> domains, Authorization authorization) {
    boolean weak = authorization.kind() == Authorization.Kind.NONE
        || authorization.kind() == Authorization.Kind.KEY_ONLY;
    if (!weak || domains.isEmpty()) {
      return Optional.empty();
    }
    boolean all = domains.stream().noneMatch(domain -> stack.find(domain, "MutualTlsAuthentication").isEmpty());
    Resource first = domains.getFirst();
    return all
        ? Optional.of(new Authorization(Authorization.Kind.MUTUAL_TLS, Optional.of(first.id()),
            stack.find(first, "MutualTlsAuthentication").getFirst().at()))
        : Optional.empty();
  }
}

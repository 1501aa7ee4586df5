package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Methods of a REST API, with what they call and who may call them. */
final class RestMethods {
  private final Stack stack;
  private final Tree api;
  private final RestPaths paths;

  RestMethods(Stack stack, Tree api, RestPaths paths) {
    this.stack = stack;
    this.api = api;
    this.paths = paths;
  }

  /** Logical id of the method of {@code event}. */
  String id(RestEvent event) {
    return "ApiGatewayMethod" + paths.name(event.path()) + Naming.upperFirst(event.method());
  }

  void compile(RestEvent rest) {
    Event event = rest.event();
    Draft draft = event.draft();
    var dependsOn = new ArrayList<Tree>();
    dependsOn.add(draft.text(event.function().normalized() + "LambdaPermissionApiGateway"));
    event.function().aliasId().ifPresent(alias -> dependsOn.add(draft.text(alias)));
    Tree required = event.settings().get("private").filter(Config::isTruthy)
        .<Tree>map(tree -> Draft.of(tree).flag(true)).orElseGet(() -> draft.flag(false));
    Draft.Fields fields = draft.object().put("HttpMethod", rest.method().toUpperCase(Locale.ROOT))
        .put("RequestParameters", parameters(rest)).put("ResourceId", paths.id(rest.path())).put("RestApiId", api)
        .put("OperationName", event.setting("operationId")).put("ApiKeyRequired", required);
    authorize(rest, fields, dependsOn);
    fields.put("Integration", integration(rest));
    fields.put("MethodResponses", draft.list());
    if (validated(rest)) {
      fields.put("RequestValidatorId", draft.ref(RestSettings.validator(stack, draft, api)));
    }
    stack.merge(id(rest), "AWS::ApiGateway::Method", fields.tree(), Optional.of(draft.list(dependsOn)),
        Stack.Origin.of(event));
  }

  static void authorize(RestEvent rest, Draft.Fields fields, List<Tree> dependsOn) {
    if (rest.authorizer().isEmpty()) {
      fields.put("AuthorizationType", "NONE");
      return;
    }
    RestAuthorizer authorizer = rest.authorizer().get();
    Draft draft = Draft.of(authorizer.written());
    if (authorizer.isIam()) {
      fields.put("AuthorizationType", draft.text("AWS_IAM"));
      return;
    }
    Optional<Tree> scopes = Config.truthy(authorizer.settings(), "scopes").map(Config::listed)
        .filter(list -> authorizer.isCognito() && !Config.items(list).isEmpty());
    Optional<Tree> external = authorizer.externalId();
    if (external.isPresent()) {
      boolean function = authorizer.type().equals("TOKEN") || authorizer.type().equals("REQUEST");
      fields.put("AuthorizationType",
          function ? draft.text("CUSTOM") : Config.value(authorizer.settings(), "type").orElseThrow());
      fields.put("AuthorizerId", external).put("AuthorizationScopes", scopes);
      return;
    }
    String id = RestSettings.authorizerId(authorizer);
    fields.put("AuthorizationType", draft.text(authorizer.isCognito() ? "COGNITO_USER_POOLS" : "CUSTOM"))
        .put("AuthorizerId", draft.ref(id)).put("AuthorizationScopes", scopes);
    dependsOn.add(draft.text(id));
  }

  private static Tree.Mapping parameters(RestEvent rest) {
    Draft.Fields fields = rest.event().draft().object();
    Tree.Mapping parameters = Config.mappingAt(rest.request(), "parameters");
    for (String where : List.of("querystrings", "paths", "headers")) {
      String name = "method.request." + where.substring(0, where.length() - 1) + ".";
      Config.mappingAt(parameters, where).entries().forEach((key, entry) -> {
        Tree required = entry.value() instanceof Tree.Mapping settings
            ? Config.value(settings, "required").orElseGet(() -> Draft.of(settings).flag(true))
            : entry.value();
        fields.put(name + key, required);
      });
    }
    return fields.tree();
  }

  private static boolean validated(RestEvent rest) {
    return rest.request().has("schemas")
        || parameters(rest).entries().values().stream().anyMatch(entry -> Config.isTruthy(entry.value()));
  }

  private static Tree.Mapping integration(RestEvent rest) {
    Draft draft = rest.event().draft();
    Tree.Mapping request = rest.request();
    Draft.Fields fields = draft.object().put("IntegrationHttpMethod", "POST").put("Type", rest.integration());
    if (rest.invokes()) {
      var parts = new ArrayList<Tree>(List.of(draft.text("arn:"), draft.ref("AWS::Partition"),
          draft.text(":apigateway:"), draft.ref("AWS::Region"), draft.text(":lambda:path/2015-03-31/functions/"),
          draft.attribute(rest.event().function().logicalId(), "Arn")));
      rest.event().function().aliasName().ifPresent(alias -> {
        parts.add(draft.text(":"));
        parts.add(draft.text(alias));
      });
      parts.add(draft.text("/invocations"));
      fields.put("Uri", draft.join("", parts));
    } else if (rest.integration().startsWith("HTTP")) {
      // The framework removes what is none of its settings from the request of a proxy, the method among it.
      Optional<String> own = rest.integration().equals("HTTP_PROXY") ? Optional.empty() : request.text("method");
      String method = own.orElse(rest.method()).toUpperCase(Locale.ROOT);
      fields.put("IntegrationHttpMethod", method).put("Uri", Config.value(request, "uri"));
      rest.event().text("connectionType")
          .ifPresent(type -> fields.put("ConnectionType", type.toUpperCase(Locale.ROOT).replace('-', '_'))
              .put("ConnectionId", rest.event().setting("connectionId")));
    }
    if (!rest.integration().endsWith("_PROXY")) {
      fields.put("RequestTemplates", Config.truthy(request, "template"))
          .put("ContentHandling", Config.value(request, "contentHandling"))
          .put("PassthroughBehavior", Config.truthy(request, "passThrough")
              .or(() -> rest.integration().equals("AWS") ? Optional.of(draft.text("NEVER")) : Optional.empty()));
    }
    Tree.Mapping mapped = mappedParameters(rest, draft);
    if (!mapped.entries().isEmpty()) {
      fields.put("RequestParameters", mapped);
    }
    return fields.tree();
  }

  private static Tree.Mapping mappedParameters(RestEvent rest, Draft draft) {
    Draft.Fields fields = draft.object();
    if (!rest.integration().equals("AWS_PROXY") && !rest.integration().equals("MOCK")) {
      Tree.Mapping parameters = Config.mappingAt(rest.request(), "parameters");
      for (String where : List.of("querystrings", "paths", "headers")) {
        String kind = where.substring(0, where.length() - 1);
        Config.mappingAt(parameters, where).entries().forEach((key, entry) -> {
          Tree source = Config.mapping(entry.value()).flatMap(settings -> Config.value(settings, "mappedValue"))
              .orElseGet(() -> draft.text("method.request." + kind + "." + key));
          fields.put("integration.request." + kind + "." + key, source);
        });
      }
    }
    if (Config.truthy(rest.event().settings(), "async").isPresent()) {
      fields.put("integration.request.header.X-Amz-Invocation-Type", "'Event'");
    }
    return fields.tree();
  }
}

package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.Locale;
import java.util.Optional;

/** Authorizers of the HTTP API, declared under {@code provider.httpApi.authorizers} and named by events. */
final class HttpApiAuthorizers {
  private final Stack stack;
  private final Tree api;
  private final Tree.Mapping declared;

  HttpApiAuthorizers(Stack stack, Tree api) {
    this.stack = stack;
    this.api = api;
    this.declared = Config.mappingAt(stack.service().provider(), "httpApi", "authorizers");
  }

  /** Adds all that are declared. */
  void compile() {
    declared.entries().forEach((key, entry) -> {
      if (entry.value() instanceof Tree.Mapping settings) {
        add(key, settings, new Draft(entry.keyAt().to(settings.at())));
      }
    });
  }

  private String name(String key) {
    return Config.mappingAt(declared, key).text("name").orElse(key);
  }

  private static boolean isRequest(Tree.Mapping settings) {
    return settings.text("type").filter("request"::equals).isPresent();
  }

  private void add(String key, Tree.Mapping settings, Draft draft) {
    String name = name(key);
    Draft.Fields fields = draft.object().put("ApiId", api).put("Name", name).put("IdentitySource",
        draft.list(Config.items(settings, "identitySource")));
    Optional<Tree> dependsOn = Optional.empty();
    var origin = new Stack.Origin(draft.at(), key, "AWS::ApiGatewayV2::Authorizer");
    if (isRequest(settings)) {
      Optional<ServiceFunction> function = settings.text("functionName").flatMap(stack.service()::function);
      Tree target = Config.truthy(settings, "functionArn").or(() -> function.map(f -> f.target(draft)))
          .orElseGet(() -> {
            stack.diagnostics().error(draft.at(), "the authorizer '" + key + "' names no function of the service");
            return ResourceName.missing(settings);
          });
      fields.put("AuthorizerType", "REQUEST")
          .put("EnableSimpleResponses", Config.value(settings, "enableSimpleResponses"))
          .put("AuthorizerResultTtlInSeconds", Config.value(settings, "resultTtlInSeconds"))
          .put("AuthorizerPayloadFormatVersion",
              Config.truthy(settings, "payloadVersion").orElseGet(() -> draft.text("2.0")))
          .put("AuthorizerUri",
              draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"), draft.text(":apigateway:"),
                  draft.ref("AWS::Region"), draft.text(":lambda:path/2015-03-31/functions/"), target,
                  draft.text("/invocations")));
      dependsOn = function.flatMap(f -> f.aliasDependency(draft));
      if (Config.truthy(settings, "managedExternally").isEmpty()) {
        stack.add(Naming.normalized(name) + "LambdaAuthorizerPermissionHttpApi", "AWS::Lambda::Permission",
            draft.object().put("FunctionName", target).put("Action", "lambda:InvokeFunction")
                .put("Principal", "apigateway.amazonaws.com")
                .put("SourceArn", draft.arn("execute-api", api, draft.text("/*"))).tree(),
            dependsOn, origin);
      }
    } else {
      fields.put("AuthorizerType", "JWT").put("JwtConfiguration",
          draft.object().put("Audience", draft.list(Config.items(settings, "audience")))
              .put("Issuer", Config.value(settings, "issuerUrl")).tree());
    }
    stack.add("HttpApiAuthorizer" + Naming.normalized(name), "AWS::ApiGatewayV2::Authorizer", fields.tree(), dependsOn,
        origin);
  }

  /** Sets the authorization of a route from the event's {@code authorizer}. */
  void authorize(Tree authorizer, Draft.Fields route) {
    Draft draft = Draft.of(authorizer);
    Tree.Mapping settings = Config.mapping(authorizer).orElseGet(() -> Tree.emptyMapping(authorizer.at()));
    String type = settings.text("type").orElse("").toLowerCase(Locale.ROOT);
    Optional<String> key = Config.text(authorizer).or(() -> settings.text("name"));
    if (type.equals("aws_iam")) {
      route.put("AuthorizationType", "AWS_IAM");
      return;
    }
    Optional<Tree> id = Config.truthy(settings, "id");
    Optional<Tree.Mapping> declaration = key.flatMap(declared::mapping);
    if (id.isEmpty() && declaration.isEmpty()) {
      stack.diagnostics().error(authorizer.at(), "the authorizer '" + key.orElse("") + "' is not declared under "
          + "'provider.httpApi.authorizers'; how the route is protected is unknown");
      route.put("AuthorizationType", ResourceName.missing(settings));
      return;
    }
    boolean request = id.isPresent() ? type.equals("request") : isRequest(declaration.get());
    Tree authorizerId = id.orElseGet(() -> draft.ref("HttpApiAuthorizer" + Naming.normalized(name(key.orElseThrow()))));
    route.put("AuthorizationType", draft.text(request ? "CUSTOM" : "JWT")).put("AuthorizerId", authorizerId)
        .put("AuthorizationScopes", Config.truthy(settings, "scopes").map(Config::listed));
  }
}

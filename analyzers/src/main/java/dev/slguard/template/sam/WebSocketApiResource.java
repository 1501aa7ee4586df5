package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/**
 * AWS::Serverless::WebSocketApi: the API with a route, an integration and a permission for each message. SAM hands none of
 * the attributes of the resource on: what it makes exists whatever Condition says.
 */
final class WebSocketApiResource {
  private static final String CONNECT = "$connect";

  private final SamTemplate template;
  private final Owner owner;
  private final Tree.Mapping attributes;
  private final String id;

  WebSocketApiResource(SamTemplate template, Owner owner) {
    this.template = template;
    this.attributes = owner.resource();
    this.owner = owner.withoutAttributes();
    this.id = owner.id();
    owner.condition()
        .ifPresent(name -> template.doubt(owner, owner.resource().keyAt("Condition"), "SAM does not hand the"
            + " condition '" + Text.shown(name) + "' of a WebSocket API on; what it makes always exists"));
  }

  void expand() {
    Span at = owner.at();
    Draft api = template.add(id, "AWS::ApiGatewayV2::Api", owner, at);
    api.take(attributes, "DependsOn", "Metadata");
    Draft properties = api.child("Properties").put("ProtocolType", "WEBSOCKET").put("Name", id);
    properties.take(owner.properties(), "Name", "RouteSelectionExpression", "ApiKeySelectionExpression", "Description",
        "DisableExecuteApiEndpoint", "DisableSchemaValidation", "IpAddressType");
    properties.put("Tags", HttpApiResource.tags(owner, "websocketapi:createdBy"));
    check();
    String stage = stage();
    routes();
    new ApiDomain(template, owner).expandHttp(id, stage);
  }

  private void check() {
    for (String object : List.of("AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables")) {
      owner.property(object).filter(tree -> !(tree instanceof Tree.Mapping) && !Intrinsics.isNull(tree))
          .ifPresent(tree -> template.error(owner, owner.placeOf(object), object + " is no object"));
    }
    owner.property("IpAddressType").flatMap(Intrinsics::textOf)
        .filter(type -> !List.of("ipv4", "dualstack").contains(type)).ifPresent(type -> template.error(owner,
            owner.placeOf("IpAddressType"), "IpAddressType needs to be 'ipv4' or 'dualstack'"));
  }

  private Tree stageName() {
    return owner.property("StageName").filter(tree -> !Intrinsics.isNull(tree))
        .orElseGet(() -> Intrinsics.text("default", owner.at()));
  }

  private String stage() {
    Optional<String> name = Intrinsics.textOf(stageName());
    if (name.filter(text -> text.isEmpty() || !FunctionAlias.alphanumeric(text.replace("_", "").replace("-", ""))
        .equals(text.replace("_", "").replace("-", ""))).isPresent()) {
      template.error(owner, owner.placeOf("StageName"), "StageName needs letters, digits, '-' and '_'");
    }
    String suffix = name.map(text -> text.equals("default") ? "Default" : FunctionAlias.alphanumeric(text)).orElse("");
    String stage = id + suffix + "Stage";
    Draft resource = template.add(stage, "AWS::ApiGatewayV2::Stage", owner, owner.placeOf("StageName"));
    resource.child("Properties").put("ApiId", Intrinsics.ref(id, owner.at())).put("StageName", stageName())
        .put("AutoDeploy", true)
        .take(owner.properties(), "AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables")
        .put("Tags", HttpApiResource.propagatedTags(owner, "websocketapi:createdBy"));
    if (owner.property("RouteSettings").filter(tree -> !Intrinsics.isNull(tree)).isPresent()) {
      owner.properties().mapping("Routes").ifPresent(routes -> routes.entries().keySet()
          .forEach(key -> SamTemplate.dependOn(resource, id + suffix(key) + "Route")));
    }
    template.references().define(id, "Stage", stage);
    return stage;
  }

  private void routes() {
    Optional<Tree> written = owner.property("Routes");
    if (written.isEmpty() || !(written.get() instanceof Tree.Mapping routes) || routes.entries().isEmpty()) {
      template.error(owner, owner.placeOf("Routes"), "a WebSocket API needs Routes");
      return;
    }
    Optional<String> authType = authType(routes);
    routes.entries().forEach((key, entry) -> route(key, entry, authType));
  }

  /** What $connect asks of the caller; empty for nothing. */
  private Optional<String> authType(Tree.Mapping routes) {
    Optional<Tree> written = owner.property("Auth").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Span at = owner.placeOf("Auth");
    if (!(written.get() instanceof Tree.Mapping auth)) {
      template.error(owner, at, "Auth is no object; it is not read");
      return Optional.empty();
    }
    Optional<String> type = auth.text("AuthType");
    boolean custom = type.filter("CUSTOM"::equals).isPresent();
    if (type.filter(name -> !List.of("NONE", "AWS_IAM", "CUSTOM").contains(name)).isPresent()) {
      template.error(owner, at, "AuthType needs to be 'NONE', 'AWS_IAM' or 'CUSTOM'");
    } else if (custom && !auth.has("AuthArn")) {
      template.error(owner, at, "AuthType 'CUSTOM' needs AuthArn");
    } else if (!custom && (auth.has("AuthArn") || auth.has("IdentitySource") || auth.has("Name"))) {
      template.error(owner, at, "AuthArn needs AuthType 'CUSTOM'");
    }
    if (!routes.has(CONNECT) && type.filter(name -> !name.equals("NONE")).isPresent()) {
      template.error(owner, at, "Auth acts on the route '$connect' only, which the API does not have");
    }
    return type;
  }

  private void route(String key, Tree.Entry entry, Optional<String> authType) {
    Span at = entry.keyAt();
    if (!(entry.value() instanceof Tree.Mapping written) || !written.has("FunctionArn")) {
      template.error(owner, at, "route '" + Text.shown(key) + "' needs FunctionArn");
      return;
    }
    String name = key.startsWith("$") ? key.substring(1) : key;
    boolean special = List.of(CONNECT, "$disconnect", "$default").contains(key);
    if (name.isEmpty() || !FunctionAlias.alphanumeric(name).equals(name) || key.startsWith("$") && !special) {
      template.error(owner, at, "route '" + Text.shown(key) + "' needs a name of letters and digits");
    }
    String suffix = suffix(key);
    Tree function = written.get("FunctionArn").orElse(written);
    Draft route = template.add(id + suffix + "Route", "AWS::ApiGatewayV2::Route", owner, at).child("Properties");
    route.put("ApiId", Intrinsics.ref(id, at)).put("RouteKey", key)
        .take(written, "ApiKeyRequired", "ModelSelectionExpression", "OperationName", "RequestModels",
            "RequestParameters", "RouteResponseSelectionExpression")
        .put("Target", Intrinsics.join("/",
            List.of(Intrinsics.text("integrations", at), Intrinsics.ref(id + suffix + "Integration", at)), at));
    if (key.equals(CONNECT)) {
      authType.ifPresent(type -> authorization(type, route, suffix));
    }
    template.add(id + suffix + "Integration", "AWS::ApiGatewayV2::Integration", owner, at).child("Properties")
        .put("ApiId", Intrinsics.ref(id, at)).put("IntegrationType", "AWS_PROXY")
        .put("IntegrationUri", uri("FunctionArn", function, at))
        .takeAs("TimeoutInMillis", written, "IntegrationTimeout");
    permission(id + suffix + "Permission", function, key, at);
  }

  /** The route as it stands in ids: one capital, the rest small. */
  private static String suffix(String key) {
    String name = FunctionAlias.alphanumeric(key);
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + name.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private Tree uri(String name, Tree function, Span at) {
    return Intrinsics.sub(
        "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${" + name + "}/invocations",
        Draft.at(at).put(name, function), at);
  }

  private void permission(String permission, Tree function, String route, Span at) {
    String base = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${" + id + ".ApiId}/";
    Tree source = Intrinsics.textOf(stageName()).<Tree>map(stage -> Intrinsics.sub(base + stage + "/" + route, at))
        .orElseGet(() -> Intrinsics.sub(base + "${__StageName__}/" + route,
            Draft.at(at).put("__StageName__", stageName()), at));
    allow(permission, function, source, at);
  }

  private void allow(String permission, Tree function, Tree source, Span at) {
    template.add(permission, "AWS::Lambda::Permission", owner, at).child("Properties")
        .put("Action", "lambda:InvokeFunction").put("FunctionName", function)
        .put("Principal", "apigateway.amazonaws.com").put("SourceArn", source);
  }

  /** Only the exact spellings AWS_IAM and CUSTOM protect $connect; what else there is opens it. */
  private void authorization(String type, Draft route, String suffix) {
    Tree.Mapping auth = owner.properties().mapping("Auth").orElseGet(() -> Tree.emptyMapping(owner.at()));
    Span at = auth.keyAt("AuthType");
    route.put("AuthorizationType", List.of("AWS_IAM", "CUSTOM").contains(type) ? type : "NONE");
    if (!type.equals("CUSTOM") || !auth.has("AuthArn")) {
      return;
    }
    String authorizer = id + suffix + "Authorizer";
    Tree function = auth.get("AuthArn").orElse(auth);
    route.put("AuthorizerId", Intrinsics.ref(authorizer, at));
    template.add(authorizer, "AWS::ApiGatewayV2::Authorizer", owner, at).child("Properties")
        .put("ApiId", Intrinsics.ref(id, at)).put("AuthorizerType", "REQUEST").put("Name", authorizer)
        .put("AuthorizerUri", uri("AuthArn", function, at)).take(auth, "IdentitySource", "Name")
        .takeAs("AuthorizerCredentialsArn", auth, "InvokeRole");
    if (!auth.has("InvokeRole")) {
      Tree source = Intrinsics.sub(
          "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*",
          Draft.at(at).put("__ApiId__", Intrinsics.ref(id, at)), at);
      allow(id + "AuthorizerPermission", function, source, at);
    }
  }
}

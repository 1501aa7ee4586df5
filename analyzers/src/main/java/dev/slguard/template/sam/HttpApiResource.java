package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** AWS::Serverless::HttpApi: the HTTP API with its document, stage and domain. */
final class HttpApiResource {
  private final SamTemplate template;
  private final HttpApi api;
  private final Owner owner;
  private final String id;

  HttpApiResource(SamTemplate template, HttpApi api) {
    this.template = template;
    this.api = api;
    this.owner = api.owner();
    this.id = owner.id();
  }

  void expand() {
    Draft resource = template.add(id, "AWS::ApiGatewayV2::Api", owner, owner.at());
    resource.take(owner.resource(), "DependsOn", "Metadata");
    check();
    Draft properties = resource.child("Properties");
    if (owner.property("FailOnWarnings").filter(tree -> !Intrinsics.isFalse(tree)).isPresent()) {
      properties.take(owner.properties(), "FailOnWarnings");
    }
    if (api.written().isEmpty() && api.has("DefinitionUri")) {
      properties.take(owner.properties(), "Name", "Description");
    }
    body(properties);
    String stage = stage();
    new ApiDomain(template, owner).expandHttp(id, stage);
    permissions();
  }

  private void check() {
    if (api.has("DisableExecuteApiEndpoint")
        && owner.property("DisableExecuteApiEndpoint").filter(Intrinsics::isFunction).isEmpty()
        && owner.property("DisableExecuteApiEndpoint").flatMap(Intrinsics::textOf)
            .filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")).isEmpty()) {
      template.error(owner, owner.placeOf("DisableExecuteApiEndpoint"),
          "DisableExecuteApiEndpoint needs to be true or false");
    }
    for (String object : List.of("Tags", "RouteSettings", "DefaultRouteSettings", "AccessLogSettings")) {
      owner.property(object).filter(tree -> tree instanceof Tree.Sequence || Intrinsics.textOf(tree).isPresent())
          .ifPresent(tree -> template.error(owner, owner.placeOf(object), object + " is no object"));
    }
  }

  private void body(Draft properties) {
    Optional<Tree> uri = owner.property("DefinitionUri").filter(tree -> !Intrinsics.isNull(tree));
    if (uri.isPresent() && api.has("DefinitionBody")) {
      template.error(owner, owner.placeOf("DefinitionUri"),
          "DefinitionUri and DefinitionBody exclude each other;" + " DefinitionBody counts");
    }
    if (uri.isPresent() && !api.has("DefinitionBody") && api.written().isEmpty()) {
      for (String needsBody : List.of("CorsConfiguration", "Auth")) {
        if (api.has(needsBody)) {
          template.error(owner, owner.placeOf(needsBody),
              needsBody + " needs a document in the template; it is not" + " applied to the one at DefinitionUri");
        }
      }
      if (api.has("DisableExecuteApiEndpoint")) {
        template.error(owner, owner.placeOf("DisableExecuteApiEndpoint"),
            "DisableExecuteApiEndpoint needs a document" + " in the template");
      }
      new FunctionCode(template, owner).location("DefinitionUri", uri.get(), "Bucket", "Key", "Version")
          .ifPresent(location -> properties.put(location instanceof Tree.Scalar ? "Body" : "BodyS3Location", location));
      return;
    }
    properties.put("Body", new HttpDocument(template, api).build());
  }

  private String stage() {
    Optional<Tree> written = owner.property("StageName").filter(tree -> !Intrinsics.isNull(tree));
    Optional<String> name = written.isEmpty() ? Optional.of("$default") : written.flatMap(Intrinsics::textOf);
    String stage = name.isEmpty()
        ? id + "Stage"
        : name.get().equals("$default")
            ? id + "ApiGatewayDefaultStage"
            : id + FunctionAlias.alphanumeric(name.get()) + "Stage";
    Span at = written.isPresent() ? owner.placeOf("StageName") : owner.at();
    Draft properties = template.add(stage, "AWS::ApiGatewayV2::Stage", owner, at).child("Properties");
    properties.put("ApiId", Intrinsics.ref(id, at)).put("StageName",
        written.orElseGet(() -> Intrinsics.text("$default", at)));
    properties.put("AutoDeploy", true);
    properties.take(owner.properties(), "StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings");
    routeSettings(properties);
    properties.put("Tags", tags(owner, "httpapi:createdBy"));
    template.references().define(id, "Stage", stage);
    return stage;
  }

  /** Settings that an event gives its route win over the API's. */
  private void routeSettings(Draft stage) {
    for (RouteEvent route : api.routes()) {
      Optional<Tree> settings = route.event().properties().get("RouteSettings");
      if (settings.isEmpty()) {
        continue;
      }
      if (!(settings.get() instanceof Tree.Mapping written)) {
        template.error(route.owner(), route.event().at(),
            "event '" + route.event().name() + "' has RouteSettings that are no object");
        continue;
      }
      String method = RestApiEvent.method(route.method());
      String key = route.path().equals(HttpApiEvent.DEFAULT)
          ? route.path()
          : (method.equals("*") ? "ANY" : method) + ' ' + route.path();
      Draft all = stage.child("RouteSettings");
      Draft merged = Draft.of(all.get(key).orElseGet(() -> Tree.emptyMapping(written.at())));
      merged.takeAll(written);
      Optional<String> condition = route.owner().condition();
      all.put(key,
          condition.isEmpty()
              ? merged.build()
              : Intrinsics.choice(condition.get(), merged.build(), Intrinsics.noValue(written.at()), written.at()));
    }
  }

  /** Tags as an object, SAM's own in front. */
  static Draft tags(Owner owner, String createdBy) {
    Draft tags = Draft.at(owner.at()).put(createdBy, "SAM");
    owner.properties().mapping("Tags").ifPresent(tags::takeAll);
    return tags;
  }

  /** Tags of what is made beside the API: SAM's own, and the API's if it propagates them. */
  static Draft propagatedTags(Owner owner, String createdBy) {
    return owner.property("PropagateTags").filter(Intrinsics::isTrue).isPresent()
        ? tags(owner, createdBy)
        : Draft.at(owner.at()).put(createdBy, "SAM");
  }

  private void permissions() {
    Optional<Tree.Mapping> authorizers = owner.properties().mapping("Auth")
        .flatMap(auth -> auth.mapping("Authorizers"));
    authorizers.ifPresent(all -> all.entries().forEach((name, entry) -> {
      if (entry.value() instanceof Tree.Mapping authorizer && authorizer.has("FunctionArn")
          && authorizer.get("EnableFunctionDefaultPermissions").filter(Intrinsics::isTrue).isPresent()) {
        AuthorizerPermissions.add(template, owner, name, authorizer, entry.keyAt());
      }
    }));
  }
}

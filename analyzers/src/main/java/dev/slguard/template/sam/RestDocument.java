package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The OpenAPI document of a REST API: routes of events, CORS, authorization, keys, models, policies. */
final class RestDocument {
  private final SamTemplate template;
  private final RestApi api;
  private final Owner owner;
  private final Draft document;
  private final Paths paths;

  RestDocument(SamTemplate template, RestApi api) {
    this.template = template;
    this.api = api;
    this.owner = api.owner();
    this.document = api.written().map(Draft::of).orElseGet(this::empty);
    this.paths = new Paths(document.get("paths"), owner.at());
  }

  private Draft empty() {
    Span at = owner.at();
    Draft fresh = Draft.at(at);
    Optional<Tree> version = owner.property("OpenApiVersion").filter(tree -> !Intrinsics.isNull(tree));
    if (version.isPresent() && Intrinsics.textOf(version.get()).filter(text -> text.startsWith("3")).isPresent()) {
      fresh.put("openapi", Intrinsics.text(Intrinsics.textOf(version.get()).orElse(""), version.get().at()));
    } else {
      fresh.put("swagger", "2.0");
    }
    return fresh.put("info", Draft.at(at).put("version", "1.0").put("title", Intrinsics.ref("AWS::StackName", at)))
        .put("paths", Tree.emptyMapping(at));
  }

  /** Whether the document is of OpenAPI 3, which keeps schemes and models under {@code components}. */
  private boolean isThree() {
    if (api.written().isPresent() && document.has("swagger")) {
      return false;
    }
    if (api.written().isPresent() && document.has("openapi") && !owner.properties().has("OpenApiVersion")) {
      return document.get("openapi").flatMap(Intrinsics::textOf).filter(text -> text.startsWith("3")).isPresent();
    }
    return owner.property("OpenApiVersion").flatMap(template::textOf).filter(text -> text.startsWith("3")).isPresent();
  }

  Tree build() {
    Optional<Tree> body = owner.property("DefinitionBody").filter(tree -> !Intrinsics.isNull(tree));
    if (body.isPresent() && (body.get() instanceof Tree.Sequence || body.get() instanceof Tree.Scalar)) {
      template.error(owner, owner.placeOf("DefinitionBody"), "DefinitionBody is no object");
      return body.get();
    }
    if (body.isPresent() && isOpaque(body.get())) {
      opaque();
      return body.get();
    }
    check();
    routes();
    new RestCors(template, owner, paths).apply();
    new RestAuth(template, api, document, paths, isThree()).apply();
    responses();
    models();
    validators();
    binaryMedia();
    if (isThree()) {
      paths.preflightAsThree(1 + written("Auth") + written("Models"));
    }
    if (!paths.isEmpty() || document.has("paths")) {
      document.put("paths", paths.build());
    }
    version();
    return document.build();
  }

  /** One if the API has something under {@code property}, else zero. */
  private int written(String property) {
    return owner.properties().mapping(property).filter(mapping -> !mapping.entries().isEmpty()).isPresent() ? 1 : 0;
  }

  /** A document that the template only includes: what it says is not to be changed. */
  private static boolean isOpaque(Tree body) {
    return Intrinsics.isFunction(body);
  }

  private void opaque() {
    for (String needsBody : List.of("Cors", "Auth", "GatewayResponses")) {
      if (api.has(needsBody) && !(needsBody.equals("Auth") && onlyPolicies())) {
        template.doubt(owner, owner.placeOf(needsBody),
            needsBody + " needs a document that stands in the template; it is not applied to an included one");
      }
    }
  }

  private boolean onlyPolicies() {
    return owner.properties().mapping("Auth").filter(auth -> auth.entries().isEmpty()).isPresent();
  }

  private void check() {
    boolean known = document.has("swagger") || document.has("openapi");
    for (String needsDocument : List.of("Auth", "Models", "Cors", "GatewayResponses")) {
      if (!known && api.has(needsDocument)) {
        template.doubt(owner, owner.placeOf(needsDocument),
            needsDocument + " is added to a DefinitionBody that names neither 'swagger' nor 'openapi'");
      }
    }
    document.get("servers").map(Intrinsics::items).orElseGet(List::of).forEach(server -> {
      if (server instanceof Tree.Mapping mapping && mapping.get("x-amazon-apigateway-endpoint-configuration")
          .filter(tree -> !(tree instanceof Tree.Mapping)).isPresent()) {
        template.doubt(owner, server.at(), "'x-amazon-apigateway-endpoint-configuration' of 'servers' is no object");
      }
    });
    Optional<Tree> written = document.get("paths");
    if (written.isPresent() && !(written.get() instanceof Tree.Mapping)) {
      template.error(owner, document.keyAt("paths"), "'paths' of the document is no object");
    }
    paths.problems((place, problem) -> template.error(owner, place, problem));
  }

  private void routes() {
    if (api.mergesDefinitions() && paths.isEmpty() && api.written().isPresent()) {
      return; // SAM merges into a document with paths only
    }
    Map<String, Set<String>> conditions = new LinkedHashMap<>();
    Set<String> unconditional = new LinkedHashSet<>();
    for (RouteEvent route : api.routes()) {
      if (!route.inBody()) {
        continue;
      }
      if (paths.has(route.path(), route.method()) && api.isManaged()) {
        template.error(route.owner(), route.event().at(), "event '" + route.event().name() + "' repeats method '"
            + route.method() + "' of path '" + Text.shown(route.path()) + "' of API '" + owner.id() + "'");
        continue;
      }
      route.owner().condition().ifPresentOrElse(
          name -> conditions.computeIfAbsent(route.path(), _ -> new LinkedHashSet<>()).add(name),
          () -> unconditional.add(route.path()));
      Tree operation = route.event().type().equals("HttpApi")
          ? HttpDocument.operation(template, route)
          : RestOperations.of(template, api, route, isThree());
      if (api.mergesDefinitions() && paths.has(route.path(), route.method())) {
        merge(route, operation);
      } else {
        paths.add(route.path(), route.method(), conditional(route, operation));
      }
    }
    if (api.isManaged()) {
      ImplicitConditions.guard(template, owner, paths, conditions, unconditional);
    }
  }

  private static Tree conditional(RouteEvent route, Tree operation) {
    Optional<String> condition = route.owner().condition();
    return condition.isEmpty()
        ? operation
        : Intrinsics.choice(condition.get(), operation, Intrinsics.noValue(operation.at()), operation.at());
  }

  /** MergeDefinitions: what the document says of an operation wins over what the event makes of it. */
  private void merge(RouteEvent route, Tree operation) {
    paths.update((path, method, draft) -> {
      if (path.equals(route.path()) && method.equals(route.method()) && operation instanceof Tree.Mapping made) {
        made.entries().forEach((key, entry) -> {
          if (!draft.has(key)) {
            draft.put(key, entry.value());
          } else if (entry.value() instanceof Tree.Mapping inner) {
            Draft child = draft.child(key);
            inner.entries().forEach((name, value) -> child.put(name, value.value()));
          } else {
            draft.put(key, entry.value());
          }
        });
      }
    });
  }

  private void responses() {
    Optional<Tree> written = owner.property("GatewayResponses").filter(tree -> !Intrinsics.isNull(tree));
    written.ifPresent(tree -> {
      if (api.isManaged() || api.written().isPresent()) {
        GatewayResponses.of(template, owner, tree)
            .ifPresent(value -> document.put("x-amazon-apigateway-gateway-responses", value));
      }
    });
  }

  private void models() {
    Optional<Tree> models = owner.property("Models").filter(tree -> !Intrinsics.isNull(tree));
    if (models.isEmpty()) {
      return;
    }
    if (!(models.get() instanceof Tree.Mapping written)) {
      template.error(owner, owner.placeOf("Models"), "Models is no object; it is not read");
      return;
    }
    Draft schemas = isThree() ? document.child("components").child("schemas") : document.child("definitions");
    written.entries().forEach((name, entry) -> {
      if (entry.value() instanceof Tree.Mapping model && model.has("properties") || model(entry.value())) {
        schemas.put(name.toLowerCase(java.util.Locale.ROOT), entry.value());
      } else {
        template.error(owner, entry.keyAt(), "model '" + Text.shown(name) + "' is no schema with a type");
      }
    });
  }

  /** The validators that operations name. */
  private void validators() {
    var named = new LinkedHashSet<String>();
    paths.update((_, _, operation) -> operation.get("x-amazon-apigateway-request-validator").flatMap(Intrinsics::textOf)
        .ifPresent(named::add));
    for (String name : named) {
      if (RestOperations.VALIDATORS.contains(name)) {
        document.child("x-amazon-apigateway-request-validators").put(name,
            Draft.at(owner.at()).put("validateRequestBody", name.contains("body")).put("validateRequestParameters",
                name.contains("params")));
      }
    }
  }

  private static boolean model(Tree value) {
    return value instanceof Tree.Mapping mapping && mapping.has("type");
  }

  private void binaryMedia() {
    Optional<Tree> types = owner.property("BinaryMediaTypes").filter(tree -> !Intrinsics.isNull(tree));
    if (types.isEmpty() || !(types.get() instanceof Tree.Sequence(var items, Span at)) || items.isEmpty()) {
      return;
    }
    var decoded = new ArrayList<Tree>();
    for (Tree item : items) {
      decoded.add(
          Intrinsics.textOf(item).<Tree>map(text -> Intrinsics.text(text.replace("~1", "/"), item.at())).orElse(item));
    }
    document.put("x-amazon-apigateway-binary-media-types", Intrinsics.list(at, decoded));
  }

  /** OpenApiVersion turns a Swagger document into one of OpenAPI 3. */
  private void version() {
    Optional<String> version = owner.property("OpenApiVersion").flatMap(template::textOf);
    if (version.isEmpty() || !version.get().startsWith("3") || !api.isManaged()) {
      return;
    }
    if (document.has("swagger")) {
      document.remove("swagger");
      document.put("openapi", version.get());
    }
    if (document.has("securityDefinitions")) {
      document.get("securityDefinitions")
          .ifPresent(schemes -> document.child("components").put("securitySchemes", schemes));
      document.remove("securityDefinitions");
    }
  }
}

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

/** The OpenAPI document of an HTTP API: routes of events, authorization, CORS, tags. */
final class HttpDocument {
  private static final String INTEGRATION = "x-amazon-apigateway-integration";

  private final SamTemplate template;
  private final HttpApi api;
  private final Owner owner;
  private final Draft document;
  private final Paths paths;

  HttpDocument(SamTemplate template, HttpApi api) {
    this.template = template;
    this.api = api;
    this.owner = api.owner();
    this.document = api.written().map(Draft::of).orElseGet(() -> empty(owner.at()));
    this.paths = new Paths(document.get("paths"), owner.at());
  }

  private static Draft empty(Span at) {
    return Draft.at(at).put("openapi", "3.0.1")
        .put("info", Draft.at(at).put("version", "1.0").put("title", Intrinsics.ref("AWS::StackName", at)))
        .put("paths", Tree.emptyMapping(at));
  }

  Tree build() {
    Optional<Tree> body = owner.property("DefinitionBody").filter(tree -> !Intrinsics.isNull(tree));
    if (body.isPresent() && (!(body.get() instanceof Tree.Mapping) || Intrinsics.isFunction(body.get()))) {
      if (!(body.get() instanceof Tree.Mapping)) {
        template.error(owner, owner.placeOf("DefinitionBody"), "DefinitionBody is no object");
      }
      return body.get();
    }
    check();
    if (api.takesRoutes()) {
      routes();
    }
    new HttpAuth(template, api, document, paths).apply();
    new HttpCors(template, owner, document).apply();
    owner.property("DisableExecuteApiEndpoint").ifPresent(value -> disableEndpoint(document, value));
    if (!paths.isEmpty() || document.has("paths")) {
      document.put("paths", paths.build());
    }
    tags();
    defaultPath();
    owner.property("Name").filter(_ -> document.has("info"))
        .ifPresent(name -> document.child("info").put("title", name));
    owner.property("Description").filter(_ -> document.has("info"))
        .ifPresent(text -> document.child("info").put("description", text));
    return document.build();
  }

  /** With FailOnWarnings an API is only imported if each path begins with a slash: SAM gives the catch-all one. */
  private void defaultPath() {
    boolean strict = owner.property("FailOnWarnings")
        .filter(tree -> !Intrinsics.isFalse(tree) && !Intrinsics.isNull(tree)).isPresent();
    Optional<Tree.Mapping> written = document.get("paths").filter(Tree.Mapping.class::isInstance)
        .map(Tree.Mapping.class::cast).filter(all -> strict && all.has(HttpApiEvent.DEFAULT));
    written.ifPresent(all -> {
      Draft renamed = Draft.at(all.at());
      all.entries()
          .forEach((path, entry) -> renamed.takeAs(path.equals(HttpApiEvent.DEFAULT) ? "/" + path : path, all, path));
      document.put("paths", renamed);
    });
  }

  /** Switches the default address off: API Gateway reads it at the first server of an OpenAPI 3 document. */
  static void disableEndpoint(Draft document, Tree value) {
    Draft server = Draft.at(value.at()).put("x-amazon-apigateway-endpoint-configuration",
        Draft.at(value.at()).put("disableExecuteApiEndpoint", value));
    Optional<Tree> servers = document.get("servers");
    if (servers.isPresent() && servers.get() instanceof Tree.Sequence(var items, _) && !items.isEmpty()
        && items.getFirst() instanceof Tree.Mapping first) {
      var all = new ArrayList<Tree>(items);
      Draft changed = Draft.of(first);
      changed.child("x-amazon-apigateway-endpoint-configuration").put("disableExecuteApiEndpoint", value);
      all.set(0, changed.build());
      document.put("servers", Intrinsics.list(value.at(), all));
    } else {
      document.put("servers", Intrinsics.list(value.at(), server.build()));
    }
  }

  private void check() {
    if (!document.has("openapi")) {
      for (String needsDocument : List.of("Tags", "Auth", "CorsConfiguration")) {
        if (api.has(needsDocument)) {
          template.doubt(owner, owner.placeOf(needsDocument),
              needsDocument + " is added to a DefinitionBody that does not name 'openapi'");
        }
      }
    }
    for (String path : paths.inOrder()) {
      for (Tree.Mapping item : paths.arms(path)) {
        item.entries().forEach((method, entry) -> {
          if (Paths.isMethod(method) && !(entry.value() instanceof Tree.Mapping) && !taken(path, method)) {
            template.error(owner, entry.keyAt(), "'" + method + "' of path '" + Text.shown(path) + "' is no object");
          }
          if (method.equals("any")) {
            template.doubt(owner, entry.keyAt(),
                "'any' of path '" + Text.shown(path) + "' is no method of an HTTP API;" + " '" + Paths.ANY + "' is");
          }
        });
      }
    }
  }

  /** Whether an event gives the operation. */
  private boolean taken(String path, String method) {
    return api.routes().stream().anyMatch(route -> route.path().equals(path) && route.method().equals(method));
  }

  private void routes() {
    Map<String, Set<String>> conditions = new LinkedHashMap<>();
    Set<String> unconditional = new LinkedHashSet<>();
    Set<String> made = new LinkedHashSet<>();
    for (RouteEvent route : api.routes()) {
      if (!made.add(route.method() + ' ' + route.path())) {
        template.error(route.owner(), route.event().at(), "event '" + route.event().name() + "' repeats method '"
            + route.method() + "' of path '" + Text.shown(route.path()) + "' of API '" + owner.id() + "'");
        continue;
      }
      route.owner().condition().ifPresentOrElse(
          name -> conditions.computeIfAbsent(route.path(), _ -> new LinkedHashSet<>()).add(name),
          () -> unconditional.add(route.path()));
      add(route);
    }
    if (api.isManaged()) {
      ImplicitConditions.guard(template, owner, paths, conditions, unconditional);
    }
  }

  private void add(RouteEvent route) {
    Span at = route.event().at();
    Optional<String> condition = route.owner().condition();
    if (!paths.operations(route.path(), route.method()).isEmpty()) {
      paths.replace(route.path(), route.method(), operation -> {
        boolean ready = operation.has(INTEGRATION);
        if (!ready) {
          operation.put(INTEGRATION, integration(template, route));
          if (!operation.has("responses")) {
            operation.put("responses", Tree.emptyMapping(at));
          }
        }
        parameters(route, operation);
        timing(route, operation.child(INTEGRATION));
        return ready || condition.isEmpty()
            ? operation.build()
            : Intrinsics.choice(condition.get(), operation.build(), Intrinsics.noValue(at), at);
      });
      return;
    }
    Tree operation = operation(template, route);
    paths.add(route.path(), route.method(),
        condition.isEmpty() ? operation : Intrinsics.choice(condition.get(), operation, Intrinsics.noValue(at), at));
  }

  /** The operation that {@code route} makes in a document that does not have it yet. */
  static Tree operation(SamTemplate template, RouteEvent route) {
    Span at = route.event().at();
    Draft operation = Draft.at(at);
    if (route.path().equals(HttpApiEvent.DEFAULT)) {
      operation.put("isDefaultRoute", true);
    }
    operation.put(INTEGRATION, integration(template, route)).put("responses", Tree.emptyMapping(at));
    parameters(route, operation);
    timing(route, operation.child(INTEGRATION));
    return operation.build();
  }

  private static void timing(RouteEvent route, Draft integration) {
    route.event().property("TimeoutInMillis").ifPresent(limit -> integration.put("timeoutInMillis", limit));
    route.event().property("PayloadFormatVersion")
        .ifPresent(version -> integration.put("payloadFormatVersion", version));
  }

  private static Draft integration(SamTemplate template, RouteEvent route) {
    Span at = route.event().at();
    String alias = route.owner().id() + "Alias" + route.owner().property("AutoPublishAlias").flatMap(template::textOf)
        .map(FunctionAlias::alphanumeric).orElse("");
    String target = template.generatedResource(alias).isPresent() ? alias : route.owner().id() + ".Arn";
    Tree uri = Intrinsics.sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${"
        + target + "}/invocations", at);
    Optional<String> condition = route.owner().condition();
    return Draft.at(at).put("type", "aws_proxy").put("httpMethod", "POST")
        .put("uri", condition.isPresent() ? Intrinsics.choice(condition.get(), uri, Intrinsics.noValue(at), at) : uri)
        .put("payloadFormatVersion", "2.0");
  }

  /** Each parameter of the path is declared as required. */
  private static void parameters(RouteEvent route, Draft operation) {
    List<String> names = names(route.path());
    if (names.isEmpty()) {
      return;
    }
    var all = new ArrayList<Tree>();
    Span at = route.event().at();
    List<Tree> written = operation.get("parameters").map(Intrinsics::items).orElseGet(List::of);
    for (Tree tree : written) {
      boolean mine = tree instanceof Tree.Mapping mapping && mapping.text("in").filter("path"::equals).isPresent()
          && mapping.text("name").filter(names::contains).isPresent();
      all.add(mine ? Draft.of(tree).put("required", true).build() : tree);
    }
    for (String name : names) {
      if (written.stream().noneMatch(
          tree -> tree instanceof Tree.Mapping mapping && mapping.text("name").filter(name::equals).isPresent())) {
        all.add(Draft.at(at).put("name", name).put("in", "path").put("required", true).build());
      }
    }
    operation.put("parameters", Intrinsics.list(at, all));
  }

  private static List<String> names(String path) {
    var names = new ArrayList<String>();
    for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', open + 1)) {
      int close = path.indexOf('}', open);
      if (close < 0) {
        break;
      }
      names.add(path.substring(open + 1, close));
    }
    return names;
  }

  private void tags() {
    Span at = owner.at();
    var tags = new ArrayList<Tree>();
    document.get("tags").ifPresent(tree -> tags.addAll(Intrinsics.items(tree)));
    HttpApiResource.tags(owner, "httpapi:createdBy").build().entries().forEach((name, entry) -> {
      Optional<Tree> existing = tags.stream()
          .filter(tag -> tag instanceof Tree.Mapping mapping && mapping.text("name").filter(name::equals).isPresent())
          .findFirst();
      existing.ifPresent(tags::remove);
      tags.add(existing.map(Draft::of).orElseGet(() -> Draft.at(at)).put("name", name)
          .put("x-amazon-apigateway-tag-value", entry.value()).build());
    });
    document.put("tags", Intrinsics.list(at, tags));
  }
}

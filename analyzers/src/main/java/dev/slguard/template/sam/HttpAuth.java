package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Auth of an HTTP API. The event's authorizer wins over the API's default, which OPTIONS routes never get. */
final class HttpAuth {
  private static final String NONE = "NONE";
  private static final String IAM = "AWS_IAM";

  private final SamTemplate template;
  private final HttpApi api;
  private final Owner owner;
  private final Draft document;
  private final Paths paths;
  private final Tree.Mapping auth;
  private final Map<String, Tree.Mapping> authorizers = new LinkedHashMap<>();
  private final boolean iam;

  HttpAuth(SamTemplate template, HttpApi api, Draft document, Paths paths) {
    this.template = template;
    this.api = api;
    this.owner = api.owner();
    this.document = document;
    this.paths = paths;
    this.auth = owner.properties().mapping("Auth").orElseGet(() -> Tree.emptyMapping(owner.at()));
    this.iam = auth.get("EnableIamAuthorizer").map(template::resolved).filter(Intrinsics::isTrue).isPresent();
  }

  void apply() {
    if (owner.property("Auth").filter(tree -> !Intrinsics.isNull(tree) && !(tree instanceof Tree.Mapping))
        .isPresent()) {
      template.error(owner, owner.placeOf("Auth"), "Auth is no object; it is not read");
    }
    Optional<Tree> written = auth.get("Authorizers").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isPresent() && !(written.get() instanceof Tree.Mapping)) {
      template.error(owner, auth.keyAt("Authorizers"), "Authorizers is no object; it is not read");
    }
    auth.mapping("Authorizers").ifPresent(all -> all.entries().forEach((name, entry) -> {
      if (entry.value() instanceof Tree.Mapping authorizer) {
        authorizers.put(name, authorizer);
      } else {
        template.error(owner, entry.keyAt(), "authorizer '" + Text.shown(name) + "' is no object; it is not read");
      }
    }));
    api.routes().forEach(this::event);
    schemes();
    defaultAuthorizer();
  }

  private boolean knows(String name) {
    return authorizers.containsKey(name) || iam && name.equals(IAM);
  }

  private void event(RouteEvent route) {
    Optional<Tree> written = route.event().property("Auth");
    if (written.isEmpty()) {
      return;
    }
    Span at = route.authPlace();
    Tree.Mapping own = route.auth().orElseGet(() -> Tree.emptyMapping(at));
    Optional<Tree> named = own.get("Authorizer").filter(tree -> !Intrinsics.isNull(tree));
    Optional<String> wanted = named.flatMap(template::textOf);
    if (named.isPresent() && wanted.isEmpty()) {
      error(route, "has an Authorizer that is no text");
      return;
    }
    Optional<String> fallback = auth.text("DefaultAuthorizer");
    if (wanted.isEmpty()) {
      if (own.has("AuthorizationScopes") && fallback.isEmpty() || own.entries().isEmpty()) {
        error(route, "has an Auth without Authorizer");
        return;
      }
      wanted = fallback;
    }
    if (wanted.isEmpty()) {
      return;
    }
    String name = wanted.get();
    if (name.equals(NONE)) {
      if (fallback.isEmpty()) {
        error(route, "has the authorizer 'NONE', but API '" + owner.id() + "' has no DefaultAuthorizer");
        return;
      }
    } else if (!knows(name)) {
      error(route, "has the authorizer '" + Text.shown(name) + "', which API '" + owner.id() + "' does not define");
      return;
    }
    if (route.inBody()) {
      secure(route, name,
          List.of(IAM, "NONE").contains(name)
              ? Optional.empty()
              : own.get("AuthorizationScopes").or(() -> scopes(name)),
          at);
    }
  }

  private void secure(RouteEvent route, String name, Optional<Tree> scopes, Span at) {
    paths.update((path, method, operation) -> {
      if (path.equals(route.path()) && method.equals(route.method())) {
        var security = new ArrayList<Tree>();
        operation.get("security").ifPresent(tree -> security.addAll(Intrinsics.items(tree)));
        security.add(Draft.at(at).put(name, scopes.orElseGet(() -> Intrinsics.list(at))).build());
        operation.put("security", Intrinsics.list(at, security));
      }
    });
  }

  private Optional<Tree> scopes(String authorizer) {
    return Optional.ofNullable(authorizers.get(authorizer))
        .flatMap(definition -> definition.get("AuthorizationScopes"));
  }

  private void error(RouteEvent route, String problem) {
    template.error(route.owner(), route.authPlace(), "event '" + route.event().name() + "' " + problem);
  }

  private void schemes() {
    Draft schemes = Draft.at(owner.at());
    if (iam) {
      Span at = auth.keyAt("EnableIamAuthorizer");
      schemes.put(IAM, Draft.at(at).put("type", "apiKey").put("name", "Authorization").put("in", "header")
          .put("x-amazon-apigateway-authtype", "awsSigv4").build());
    }
    authorizers.forEach((name, definition) -> {
      Span at = auth.mapping("Authorizers").map(all -> all.keyAt(name)).orElse(definition.at());
      HttpAuthorizers.scheme(template, owner, name, definition, at).ifPresent(scheme -> schemes.put(name, scheme));
    });
    if (!schemes.isEmpty()) {
      Draft section = document.child("components").child("securitySchemes");
      schemes.build().entries().forEach((name, entry) -> section.put(name, entry.value()));
    }
  }

  private void defaultAuthorizer() {
    Optional<Tree> written = auth.get("DefaultAuthorizer").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      return;
    }
    Span at = auth.keyAt("DefaultAuthorizer");
    Optional<String> name = Intrinsics.textOf(written.get());
    if (name.isEmpty() || !knows(name.get())) {
      template.error(owner, at,
          name.isEmpty()
              ? "DefaultAuthorizer needs the name of an authorizer"
              : "DefaultAuthorizer '" + Text.shown(name.get()) + "' is not among the Authorizers; no route is protected"
                  + " by it");
      return;
    }
    paths.update((_, method, operation) -> {
      if (!operation.has("x-amazon-apigateway-integration") || method.equals("options")) {
        return;
      }
      List<Tree> security = operation.get("security").map(Intrinsics::items).orElseGet(List::of);
      if (security.isEmpty()) {
        Tree scopes = scopes(name.get()).orElseGet(() -> Intrinsics.list(at));
        operation.put("security", Intrinsics.list(at, Draft.at(at).put(name.get(), scopes).build()));
      } else if (security.stream().anyMatch(entry -> entry instanceof Tree.Mapping mapping && mapping.has(NONE))) {
        List<Tree> left = security.stream()
            .filter(entry -> !(entry instanceof Tree.Mapping mapping && mapping.has(NONE))).toList();
        if (!left.isEmpty()) {
          operation.put("security", Intrinsics.list(at, left));
        }
      }
    });
  }
}

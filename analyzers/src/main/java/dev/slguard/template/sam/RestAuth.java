package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Auth of a REST API, written into its document. The authorizer of an event wins over the API's default; an event with
 * Auth but without Authorizer still gets the default; a default that is no authorizer is dropped, as SAM does, unless
 * Authorizers are given.
 */
final class RestAuth {
  private static final String NONE = "NONE";
  private static final String IAM = "AWS_IAM";
  private static final String KEY = "api_key";
  private static final String NO_KEY = "api_key_false";
  private static final String INTEGRATION = "x-amazon-apigateway-integration";

  private static final Set<String> KEYS = Set.of("DefaultAuthorizer", "Authorizers", "ApiKeyRequired", "InvokeRole",
      "ResourcePolicy", "UsagePlan", "AddDefaultAuthorizerToCorsPreflight", "AddApiKeyRequiredToCorsPreflight");

  private final SamTemplate template;
  private final RestApi api;
  private final Owner owner;
  private final Draft document;
  private final Paths paths;
  private final boolean isThree;
  private final Tree.Mapping auth;
  private final Map<String, Tree.Mapping> authorizers = new LinkedHashMap<>();

  RestAuth(SamTemplate template, RestApi api, Draft document, Paths paths, boolean isThree) {
    this.template = template;
    this.api = api;
    this.owner = api.owner();
    this.document = document;
    this.paths = paths;
    this.isThree = isThree;
    this.auth = owner.properties().mapping("Auth").orElseGet(() -> Tree.emptyMapping(owner.at()));
  }

  void apply() {
    if (owner.property("Auth").filter(tree -> !Intrinsics.isNull(tree) && !(tree instanceof Tree.Mapping))
        .isPresent()) {
      template.error(owner, owner.placeOf("Auth"), "Auth is no object; it is not read");
    }
    for (String key : auth.entries().keySet()) {
      if (!KEYS.contains(key)) {
        template.doubt(owner, auth.keyAt(key), "'" + Text.shown(key) + "' is no property of Auth");
      }
    }
    readAuthorizers();
    events();
    schemes();
    defaultAuthorizer();
    apiKey();
    // MergeDefinitions takes paths only from what events make: their policies are lost unless they override.
    new ResourcePolicies(template, owner, document, paths).apply(auth,
        api.mergesDefinitions() ? api.routes().stream().filter(this::overrides).toList() : api.routes());
  }

  private void readAuthorizers() {
    Optional<Tree> written = auth.get("Authorizers").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isPresent() && !(written.get() instanceof Tree.Mapping)) {
      template.error(owner, auth.keyAt("Authorizers"), "Authorizers is no object; it is not read");
    }
    if (written.isPresent() && written.get() instanceof Tree.Mapping all) {
      all.entries().forEach((name, entry) -> {
        if (entry.value() instanceof Tree.Mapping authorizer) {
          authorizers.put(name, authorizer);
          authorizer.get("DisableFunctionDefaultPermissions")
              .filter(tree -> !Intrinsics.isTrue(tree) && !Intrinsics.isFalse(tree))
              .ifPresent(tree -> template.doubt(owner, tree.at(), "DisableFunctionDefaultPermissions of authorizer '"
                  + Text.shown(name) + "' is neither true nor false"));
        } else {
          template.error(owner, entry.keyAt(), "authorizer '" + Text.shown(name) + "' is no object; it is not read");
        }
      });
    }
  }

  // Events

  private void events() {
    for (RouteEvent route : api.routes()) {
      if (route.event().property("Auth").filter(tree -> !(tree instanceof Tree.Mapping)).isPresent()) {
        error(route, "has an Auth that is no object");
      }
      Tree.Mapping own = route.auth().orElseGet(() -> Tree.emptyMapping(route.event().at()));
      Optional<String> wanted = authorizer(route, own);
      boolean overrides = overrides(route);
      if (!route.inBody() && !overrides) {
        continue;
      }
      paths.update((path, method, operation) -> {
        if (path.equals(route.path()) && method.equals(route.method())) {
          operation(route, own, wanted, operation,
              overrides && !route.inBody() || api.mergesDefinitions() && wanted.isPresent());
        }
      });
    }
  }

  private boolean overrides(RouteEvent route) {
    return route.auth().flatMap(own -> own.get("OverrideApiAuth")).map(template::resolved).filter(Intrinsics::isTrue)
        .isPresent();
  }

  /** The authorizer that the event asks for, if it may. */
  private Optional<String> authorizer(RouteEvent route, Tree.Mapping own) {
    Optional<Tree> written = own.get("Authorizer").filter(tree -> !Intrinsics.isNull(tree));
    Optional<String> wanted = written.flatMap(template::textOf);
    if (written.isPresent() && wanted.isEmpty()) {
      error(route, "has an Authorizer that is no text");
    }
    if (written.isEmpty() && own.has("AuthorizationScopes") && !auth.has("DefaultAuthorizer")) {
      error(route, "has AuthorizationScopes without Authorizer");
    }
    if (!route.inBody() && !api.has("Auth") || wanted.isEmpty() || wanted.get().equals(IAM)) {
      return wanted;
    }
    if (wanted.get().equals(NONE)) {
      if (!auth.has("DefaultAuthorizer")) {
        error(route, "has the authorizer 'NONE', but API '" + owner.id() + "' has no DefaultAuthorizer");
      }
    } else if (!authorizers.containsKey(wanted.get())) {
      error(route,
          "has the authorizer '" + Text.shown(wanted.get()) + "', which API '" + owner.id() + "' does not define");
    }
    return wanted;
  }

  private void operation(RouteEvent route, Tree.Mapping own, Optional<String> wanted, Draft operation,
      boolean overrides) {
    Span at = route.authPlace();
    var security = new ArrayList<Tree>();
    if (!overrides) {
      operation.get("security").ifPresent(tree -> security.addAll(Intrinsics.items(tree)));
    }
    if (wanted.isPresent()) {
      Tree scopes = own.get("AuthorizationScopes").or(() -> scopes(wanted.get())).orElseGet(() -> Intrinsics.list(at));
      security.add(Draft.at(at).put(wanted.get(), scopes).build());
      if (wanted.get().equals(IAM)) {
        iamScheme(at);
      }
    }
    own.get("ApiKeyRequired").map(template::resolved).filter(tree -> !Intrinsics.isNull(tree)).ifPresent(value -> {
      boolean required = Intrinsics.isTrue(value);
      security.add(Draft.at(own.keyAt("ApiKeyRequired")).put(required ? KEY : NO_KEY, Intrinsics.list(at)).build());
      if (required) {
        keyScheme(at);
      }
    });
    if (!security.isEmpty()) {
      operation.put("security", Intrinsics.list(at, security));
    }
    if (route.owner().type().equals("AWS::Serverless::Function")) {
      credentials(own, wanted, operation);
    }
  }

  private Optional<Tree> scopes(String authorizer) {
    return Optional.ofNullable(authorizers.get(authorizer))
        .flatMap(definition -> definition.get("AuthorizationScopes"));
  }

  /** With AWS_IAM the caller's own credentials, or a named role, invoke the function. */
  private void credentials(Tree.Mapping own, Optional<String> wanted, Draft operation) {
    boolean byDefault = auth.text("DefaultAuthorizer").filter(IAM::equals).isPresent() && own.entries().isEmpty();
    if (wanted.filter(IAM::equals).isEmpty() && !byDefault) {
      return;
    }
    Optional<Tree> role = role(own).or(() -> role(auth));
    Optional<String> text = role.flatMap(Intrinsics::textOf);
    if (text.filter(NONE::equals).isPresent()) {
      return;
    }
    boolean caller = role.isEmpty() || text.filter("CALLER_CREDENTIALS"::equals).isPresent();
    Span at = own.has("InvokeRole") ? own.keyAt("InvokeRole") : auth.keyAt("InvokeRole");
    operation.child(INTEGRATION).put("credentials",
        caller ? Intrinsics.text("arn:" + template.partition() + ":iam::*:user/*", at) : role.get());
  }

  /** InvokeRole as written; an empty one is NONE. */
  private static Optional<Tree> role(Tree.Mapping auth) {
    return auth.get("InvokeRole").map(tree -> Intrinsics.isNull(tree) ? Intrinsics.text(NONE, tree.at()) : tree);
  }

  private void error(RouteEvent route, String problem) {
    template.error(route.owner(), route.authPlace(), "event '" + route.event().name() + "' " + problem);
  }

  // The API itself

  private Draft schemeSection() {
    return isThree ? document.child("components").child("securitySchemes") : document.child("securityDefinitions");
  }

  private void iamScheme(Span at) {
    schemeSection().put(IAM, Draft.at(at).put("type", "apiKey").put("name", "Authorization").put("in", "header")
        .put("x-amazon-apigateway-authtype", "awsSigv4").build());
  }

  private void keyScheme(Span at) {
    schemeSection().put(KEY, Draft.at(at).put("type", "apiKey").put("name", "x-api-key").put("in", "header").build());
  }

  private void schemes() {
    boolean iam = auth.text("DefaultAuthorizer").filter(IAM::equals).isPresent();
    if (iam) {
      iamScheme(auth.keyAt("DefaultAuthorizer"));
    }
    authorizers.forEach((name, definition) -> {
      Span at = auth.mapping("Authorizers").map(all -> all.keyAt(name)).orElse(definition.at());
      RestAuthorizers.scheme(template, owner, name, definition, at)
          .ifPresent(scheme -> schemeSection().put(name, scheme));
    });
  }

  private void defaultAuthorizer() {
    Optional<Tree> written = auth.get("DefaultAuthorizer").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      return;
    }
    Span at = auth.keyAt("DefaultAuthorizer");
    Optional<String> name = Intrinsics.textOf(written.get());
    if (name.isEmpty()) {
      template.error(owner, at, "DefaultAuthorizer needs the name of an authorizer");
      return;
    }
    if (name.get().equals(IAM)) {
      apply(IAM, at);
    } else if (authorizers.containsKey(name.get())) {
      apply(name.get(), at);
    } else if (auth.has("Authorizers") && !authorizers.isEmpty()) {
      template.error(owner, at, "DefaultAuthorizer '" + Text.shown(name.get()) + "' is not among the Authorizers;"
          + " no route is protected by it");
    } else {
      template.diagnostics().warning(at, "resource '" + owner.id() + "': DefaultAuthorizer '" + Text.shown(name.get())
          + "' is dropped, since the API defines no Authorizers; its routes are open");
    }
  }

  private void apply(String name, Span at) {
    boolean preflight = auth.get("AddDefaultAuthorizerToCorsPreflight").map(template::resolved)
        .filter(Intrinsics::isFalse).isEmpty();
    paths.update((path, method, operation) -> {
      if (!operation.has(INTEGRATION) || method.equals("options") && !preflight) {
        return;
      }
      var others = new ArrayList<Tree>();
      var own = new ArrayList<Tree>();
      boolean none = false;
      for (Tree entry : operation.get("security").map(Intrinsics::items).orElseGet(List::of)) {
        if (!(entry instanceof Tree.Mapping security)) {
          template.error(owner, entry.at(), "an entry of 'security' of '" + Text.shown(path) + "' is no object");
          continue;
        }
        if (security.has(NONE) && !none) {
          none = true;
        } else if (security.entries().keySet().stream()
            .anyMatch(key -> key.equals(IAM) || authorizers.containsKey(key))) {
          own.add(entry);
        } else {
          others.add(entry);
        }
      }
      if (!none && own.isEmpty()) {
        own.add(Draft.at(at).put(name, scopes(name).orElseGet(() -> Intrinsics.list(at))).build());
      }
      others.addAll(none ? List.of() : own);
      if (!others.isEmpty()) {
        operation.put("security", Intrinsics.list(others.getFirst().at(), others));
      }
    });
  }

  private void apiKey() {
    boolean required = auth.get("ApiKeyRequired").map(template::resolved).filter(Intrinsics::isTrue).isPresent();
    if (!required) {
      return;
    }
    Span at = auth.keyAt("ApiKeyRequired");
    keyScheme(at);
    boolean preflight = auth.get("AddApiKeyRequiredToCorsPreflight").map(template::resolved).filter(Intrinsics::isFalse)
        .isEmpty();
    paths.update((path, method, operation) -> {
      if (!operation.has(INTEGRATION) || method.equals("options") && !preflight) {
        return;
      }
      Optional<Tree> written = operation.get("security");
      if (written.filter(tree -> !(tree instanceof Tree.Sequence)).isPresent()) {
        template.error(owner, written.get().at(), "'security' of '" + Text.shown(path) + "' is no list");
        return;
      }
      var security = new ArrayList<>(written.map(Intrinsics::items).orElseGet(List::of));
      for (Tree entry : security) {
        if (!(entry instanceof Tree.Mapping)) {
          template.error(owner, entry.at(), "an entry of 'security' of '" + Text.shown(path) + "' is no object");
        }
      }
      boolean refused = security.removeIf(entry -> entry instanceof Tree.Mapping mapping && mapping.has(NO_KEY));
      boolean there = security.stream().anyMatch(entry -> entry instanceof Tree.Mapping mapping && mapping.has(KEY));
      if (!refused && !there) {
        security.add(Draft.at(at).put(KEY, Intrinsics.list(at)).build());
      }
      if (refused || !there) {
        operation.put("security", Intrinsics.list(at, security));
      }
    });
  }
}

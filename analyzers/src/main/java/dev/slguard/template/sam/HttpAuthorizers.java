package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The security scheme of an authorizer of an HTTP API. */
final class HttpAuthorizers {
  private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";

  private HttpAuthorizers() {}

  static Optional<Tree> scheme(SamTemplate template, Owner owner, String name, Tree.Mapping definition, Span at) {
    if (definition.has("JwtConfiguration")) {
      return Optional.of(jwt(definition, at));
    }
    if (definition.has("FunctionArn")) {
      return Optional.of(lambda(template, owner, name, definition, at));
    }
    if (definition.has("OpenIdConnectUrl")) {
      return Optional.of(Draft.at(at).put("type", "openIdConnect")
          .put(AUTHORIZER, Draft.at(at).put("type", "jwt").takeAs("identitySource", definition, "IdentitySource")
              .takeAs("openIdConnectUrl", definition, "OpenIdConnectUrl"))
          .build());
    }
    template.error(owner, at, "authorizer '" + Text.shown(name) + "' needs JwtConfiguration or FunctionArn");
    return Optional.empty();
  }

  private static Tree jwt(Tree.Mapping definition, Span at) {
    Draft configuration = Draft.at(at);
    definition.mapping("JwtConfiguration").ifPresent(written -> written.entries()
        .forEach((key, entry) -> configuration.put(key.toLowerCase(Locale.ROOT), entry.value())));
    return Draft.at(at).put("type", "oauth2").put(AUTHORIZER, Draft.at(at).put("type", "jwt")
        .takeAs("identitySource", definition, "IdentitySource").put("jwtConfiguration", configuration)).build();
  }

  private static Tree lambda(SamTemplate template, Owner owner, String name, Tree.Mapping definition, Span at) {
    Draft authorizer = Draft.at(at).put("type", "request").put("authorizerUri",
        RestAuthorizers.uri(template, definition, at));
    definition.get("FunctionInvokeRole").filter(tree -> Intrinsics.textOf(tree).filter("NONE"::equals).isEmpty())
        .filter(tree -> !Intrinsics.isNull(tree)).ifPresent(role -> authorizer.put("authorizerCredentials", role));
    Tree.Mapping identity = definition.mapping("Identity").orElseGet(() -> Tree.emptyMapping(at));
    authorizer.takeAs("authorizerResultTtlInSeconds", identity, "ReauthorizeEvery");
    RestAuthorizers.checkIdentity(template, owner, name, identity);
    var sources = new ArrayList<Tree>();
    checkHeaders(template, owner, name, identity);
    add(identity, "Headers", "$request.header.", sources);
    add(identity, "QueryStrings", "$request.querystring.", sources);
    add(identity, "StageVariables", "$stageVariables.", sources);
    add(identity, "Context", "$context.", sources);
    if (!sources.isEmpty()) {
      authorizer.put("identitySource", Intrinsics.list(at, sources));
    }
    Optional<Tree> version = definition.get("AuthorizerPayloadFormatVersion").filter(tree -> !Intrinsics.isNull(tree));
    version.ifPresentOrElse(tree -> authorizer.put("authorizerPayloadFormatVersion", tree),
        () -> template.error(owner, at, "authorizer '" + Text.shown(name) + "' needs AuthorizerPayloadFormatVersion"));
    authorizer.takeAs("enableSimpleResponses", definition, "EnableSimpleResponses");
    if (definition.get("EnableSimpleResponses").filter(Intrinsics::isFalse).isPresent()) {
      authorizer.remove("enableSimpleResponses");
    }
    return Draft.at(at).put("type", "apiKey").put("name", "Unused").put("in", "header").put(AUTHORIZER, authorizer)
        .build();
  }

  /** An identity source is spelled with the header's name, which must be written out therefore. */
  private static void checkHeaders(SamTemplate template, Owner owner, String name, Tree.Mapping identity) {
    for (Tree item : identity.get("Headers").map(Intrinsics::items).orElseGet(List::of)) {
      if (Intrinsics.textOf(item).isEmpty() && !Intrinsics.isNull(item)) {
        template.error(owner, item.at(), "Headers of authorizer '" + Text.shown(name) + "' needs names written out");
      }
    }
  }

  private static void add(Tree.Mapping identity, String key, String prefix, List<Tree> sources) {
    for (Tree item : identity.get(key).filter(tree -> !Intrinsics.isNull(tree)).map(Intrinsics::items)
        .orElseGet(List::of)) {
      sources.add(Intrinsics.textOf(item).<Tree>map(text -> Intrinsics.text(prefix + text, item.at())).orElse(item));
    }
  }
}

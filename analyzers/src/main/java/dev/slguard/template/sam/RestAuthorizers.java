package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The security scheme of an authorizer of a REST API. */
final class RestAuthorizers {
  private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";

  private RestAuthorizers() {}

  static Optional<Tree> scheme(SamTemplate template, Owner owner, String name, Tree.Mapping definition, Span at) {
    Optional<Tree> identity = definition.get("Identity").filter(tree -> !Intrinsics.isNull(tree));
    if (identity.isPresent() && !(identity.get() instanceof Tree.Mapping)) {
      template.error(owner, at, "authorizer '" + Text.shown(name) + "' has an Identity that is no object");
      return Optional.empty();
    }
    Tree.Mapping from = identity.filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast)
        .orElseGet(() -> Tree.emptyMapping(at));
    checkIdentity(template, owner, name, from);
    if (definition.has("UserPoolArn")) {
      return Optional.of(cognito(definition, from, at));
    }
    if (definition.has("FunctionArn")) {
      return lambda(template, owner, name, definition, from, at);
    }
    template.error(owner, at, "authorizer '" + Text.shown(name) + "' needs UserPoolArn or FunctionArn");
    return lambda(template, owner, name, Draft.of(definition).put("FunctionArn", "").build(), from, at);
  }

  private static Tree cognito(Tree.Mapping definition, Tree.Mapping identity, Span at) {
    Draft authorizer = Draft.at(at).put("type", "cognito_user_pools");
    definition.get("UserPoolArn")
        .ifPresent(arn -> authorizer.put("providerARNs", Intrinsics.list(arn.at(), Intrinsics.items(arn))));
    identity.get("ValidationExpression").ifPresent(pattern -> authorizer.put("identityValidationExpression", pattern));
    return Draft.at(at).put("type", "apiKey").put("name", header(identity, at)).put("in", "header")
        .put("x-amazon-apigateway-authtype", "cognito_user_pools").put(AUTHORIZER, authorizer).build();
  }

  private static Tree header(Tree.Mapping identity, Span at) {
    return identity.get("Header").filter(tree -> !Intrinsics.isNull(tree))
        .orElseGet(() -> Intrinsics.text("Authorization", at));
  }

  private static Optional<Tree> lambda(SamTemplate template, Owner owner, String name, Tree.Mapping definition,
      Tree.Mapping identity, Span at) {
    boolean request = definition.text("FunctionPayloadType").filter("REQUEST"::equals).isPresent();
    if (definition.text("FunctionPayloadType").filter(type -> !type.equals("REQUEST") && !type.equals("TOKEN"))
        .isPresent()) {
      template.error(owner, at,
          "authorizer '" + Text.shown(name) + "' has a FunctionPayloadType other than 'TOKEN' and 'REQUEST'");
    }
    Draft authorizer = Draft.at(at).put("type", request ? "request" : "token");
    authorizer.put("authorizerUri", uri(template, definition, at));
    definition.get("FunctionInvokeRole").filter(tree -> Intrinsics.textOf(tree).filter("NONE"::equals).isEmpty())
        .filter(tree -> !Intrinsics.isNull(tree)).ifPresent(role -> authorizer.put("authorizerCredentials", role));
    Optional<Tree> ttl = identity.get("ReauthorizeEvery").filter(tree -> !Intrinsics.isNull(tree));
    ttl.ifPresent(seconds -> authorizer.put("authorizerResultTtlInSeconds", seconds));
    if (request) {
      List<Tree> sources = sources(identity);
      boolean cached = ttl.flatMap(Intrinsics::textOf).filter("0"::equals).isEmpty();
      if (sources.isEmpty() && cached) {
        template.error(owner, at,
            "authorizer '" + Text.shown(name) + "' needs Headers, QueryStrings, StageVariables or Context in Identity");
      }
      identitySource(sources, at).ifPresent(source -> authorizer.put("identitySource", source));
    } else {
      identity.get("ValidationExpression")
          .ifPresent(pattern -> authorizer.put("identityValidationExpression", pattern));
    }
    return Optional.of(
        Draft.at(at).put("type", "apiKey").put("name", request ? Intrinsics.text("Unused", at) : header(identity, at))
            .put("in", "header").put("x-amazon-apigateway-authtype", "custom").put(AUTHORIZER, authorizer).build());
  }

  /** The address under which API Gateway invokes the authorizer. */
  static Tree uri(SamTemplate template, Tree.Mapping definition, Span at) {
    Tree arn = definition.get("FunctionArn").orElse(definition);
    return Intrinsics.sub(
        "arn:" + template.partition()
            + ":apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${__FunctionArn__}/invocations",
        Draft.at(at).put("__FunctionArn__", arn), at);
  }

  private static List<Tree> sources(Tree.Mapping identity) {
    var sources = new ArrayList<Tree>();
    add(identity, "Headers", "method.request.header.", sources);
    add(identity, "QueryStrings", "method.request.querystring.", sources);
    add(identity, "StageVariables", "stageVariables.", sources);
    add(identity, "Context", "context.", sources);
    return sources;
  }

  private static void add(Tree.Mapping identity, String key, String prefix, List<Tree> sources) {
    for (Tree item : identity.get(key).filter(tree -> !Intrinsics.isNull(tree)).map(Intrinsics::items)
        .orElseGet(List::of)) {
      sources.add(Intrinsics.textOf(item).<Tree>map(text -> Intrinsics.text(prefix + text, item.at()))
          .orElseGet(() -> Intrinsics.join("", List.of(Intrinsics.text(prefix, item.at()), item), item.at())));
    }
  }

  private static Optional<Tree> identitySource(List<Tree> sources, Span at) {
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    if (sources.stream().allMatch(source -> Intrinsics.textOf(source).isPresent())) {
      return Optional.of(Intrinsics
          .text(String.join(", ", sources.stream().map(source -> Intrinsics.textOf(source).orElse("")).toList()), at));
    }
    return Optional.of(Intrinsics.join(", ", sources, at));
  }

  /** The parts of an identity are lists of names. */
  static void checkIdentity(SamTemplate template, Owner owner, String name, Tree.Mapping identity) {
    for (String part : List.of("Headers", "QueryStrings", "StageVariables", "Context")) {
      Optional<Tree> written = identity.get(part).filter(tree -> !Intrinsics.isNull(tree));
      if (written.isPresent() && (!(written.get() instanceof Tree.Sequence(var items, _))
          || items.stream().anyMatch(item -> !(item instanceof Tree.Scalar) && !Intrinsics.isFunction(item)))) {
        template.doubt(owner, identity.keyAt(part),
            part + " of authorizer '" + Text.shown(name) + "' is no list of texts");
      }
    }
    Optional<Tree> every = identity.get("ReauthorizeEvery").filter(Tree.Sequence.class::isInstance);
    every.ifPresent(_ -> template.doubt(owner, identity.keyAt("ReauthorizeEvery"),
        "ReauthorizeEvery of authorizer '" + Text.shown(name) + "' is no number"));
  }
}

package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operation that a route event makes in a REST document: integration, request model and parameters. */
final class RestOperations {
  static final List<String> VALIDATORS = List.of("body-and-params", "body-only", "params-only", "no-validation");

  private RestOperations() {}

  static Tree of(SamTemplate template, RestApi api, RouteEvent route, boolean isThree) {
    Span at = route.event().at();
    Draft operation = Draft.at(at).put("responses", Tree.emptyMapping(at));
    boolean machine = route.owner().type().equals("AWS::Serverless::StateMachine");
    operation.put("x-amazon-apigateway-integration",
        machine ? MachineIntegration.of(template, route) : lambda(template, route, at));
    if (machine) {
      operation.put("responses", MachineIntegration.responses(at));
    }
    model(template, api, route, operation, isThree);
    parameters(template, route, operation);
    return operation.build();
  }

  /** The integration that invokes the function, or its alias. */
  private static Draft lambda(SamTemplate template, RouteEvent route, Span at) {
    String alias = route.owner().id() + "Alias" + route.owner().property("AutoPublishAlias").flatMap(template::textOf)
        .map(FunctionAlias::alphanumeric).orElse("");
    boolean published = template.generatedResource(alias).isPresent();
    String target = published ? alias : route.owner().id() + ".Arn";
    Tree uri = Intrinsics.sub("arn:" + template.partition()
        + ":apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${" + target + "}/invocations", at);
    Optional<String> condition = route.owner().condition();
    Draft integration = Draft.at(at).put("type", "aws_proxy").put("httpMethod", "POST").put("uri",
        condition.isPresent() ? Intrinsics.choice(condition.get(), uri, Intrinsics.noValue(at), at) : uri);
    route.event().property("TimeoutInMillis").ifPresent(limit -> integration.put("timeoutInMillis", limit));
    if (route.event().property("ResponseTransferMode").flatMap(Intrinsics::textOf).filter("RESPONSE_STREAM"::equals)
        .isPresent()) {
      integration.put("responseTransferMode", "STREAM");
      Tree streaming = Intrinsics
          .sub("arn:" + template.partition() + ":apigateway:${AWS::Region}:lambda:path/2021-11-15/functions/${" + target
              + "}/response-streaming-invocations", at);
      integration.put("uri",
          condition.isPresent()
              ? Intrinsics.choice(condition.get(), streaming, Intrinsics.noValue(at), at)
              : streaming);
    }
    return integration;
  }

  private static void model(SamTemplate template, RestApi api, RouteEvent route, Draft operation, boolean isThree) {
    Optional<Tree> written = route.event().property("RequestModel");
    if (written.isEmpty()) {
      return;
    }
    Span at = written.get().at();
    Optional<String> name = written.get() instanceof Tree.Mapping model ? model.text("Model") : Optional.empty();
    if (name.isEmpty()) {
      error(template, route, "needs the name of a model in RequestModel");
      return;
    }
    boolean known = api.owner().properties().mapping("Models").filter(models -> models.has(name.get())).isPresent();
    if (!known) {
      error(template, route,
          "names the model '" + Text.shown(name.get()) + "', which API '" + api.owner().id() + "' does not define");
      return;
    }
    String model = name.get().toLowerCase(Locale.ROOT);
    Tree.Mapping request = (Tree.Mapping) written.get();
    if (isThree) {
      var schema = Draft.at(at).put("schema", Draft.at(at).put("$ref", "#/components/schemas/" + model));
      Draft body = Draft.at(at).put("content", Draft.at(at).put("application/json", schema));
      request.get("Required").ifPresent(value -> body.put("required", value));
      operation.put("requestBody", body);
    } else {
      Draft parameter = Draft.at(at).put("in", "body").put("name", model).put("schema",
          Draft.at(at).put("$ref", "#/definitions/" + model));
      request.get("Required").ifPresent(value -> parameter.put("required", value));
      operation.put("parameters", Intrinsics.list(at, parameter.build()));
    }
    validator(request, operation);
  }

  private static void validator(Tree.Mapping request, Draft operation) {
    boolean body = request.get("ValidateBody").filter(Intrinsics::isTrue).isPresent();
    boolean parameters = request.get("ValidateParameters").filter(Intrinsics::isTrue).isPresent();
    if (request.has("ValidateBody") || request.has("ValidateParameters")) {
      operation.put("x-amazon-apigateway-request-validator",
          body && parameters ? "body-and-params" : body ? "body-only" : parameters ? "params-only" : "no-validation");
    }
  }

  private static void parameters(SamTemplate template, RouteEvent route, Draft operation) {
    Optional<Tree> written = route.event().property("RequestParameters");
    if (written.isEmpty()) {
      return;
    }
    if (!(written.get() instanceof Tree.Sequence(var items, Span at))) {
      error(template, route, "needs a list in RequestParameters");
      return;
    }
    var all = new ArrayList<Tree>();
    var cached = new ArrayList<Tree>();
    operation.get("parameters").ifPresent(tree -> all.addAll(Intrinsics.items(tree)));
    for (Tree item : items) {
      Optional<String> name = Intrinsics.textOf(item)
          .or(() -> item instanceof Tree.Mapping mapping
              ? mapping.single().map(java.util.Map.Entry::getKey)
              : Optional.empty());
      Optional<String> in = name.flatMap(RestOperations::location);
      if (in.isEmpty()) {
        error(template, route, "needs in RequestParameters names that begin with 'method.request.' and"
            + " 'querystring.', 'path.' or 'header.'");
        continue;
      }
      Optional<Tree.Mapping> settings = item instanceof Tree.Mapping mapping
          ? mapping.single().map(java.util.Map.Entry::getValue).map(Tree.Entry::value)
              .filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast)
          : Optional.empty();
      all.add(parameter(name.get(), in.get(), settings, item.at()));
      settings.flatMap(mapping -> mapping.get("Caching"))
          .filter(tree -> Intrinsics.isTrue(tree) || Intrinsics.isFunction(tree))
          .ifPresent(_ -> cached.add(Intrinsics.text(name.get(), item.at())));
    }
    operation.put("parameters", Intrinsics.list(at, all));
    if (!cached.isEmpty()) {
      operation.child("x-amazon-apigateway-integration").put("cacheKeyParameters", Intrinsics.list(at, cached));
    }
  }

  private static Optional<String> location(String name) {
    for (String place : List.of("querystring", "path", "header")) {
      if (name.startsWith("method.request." + place + ".")) {
        return Optional.of(place.equals("querystring") ? "query" : place);
      }
    }
    return Optional.empty();
  }

  private static Tree parameter(String name, String in, Optional<Tree.Mapping> settings, Span at) {
    Draft parameter = Draft.at(at).put("in", in).put("name", name.substring(name.lastIndexOf('.') + 1));
    boolean required = in.equals("path")
        || settings.flatMap(mapping -> mapping.get("Required")).filter(Intrinsics::isTrue).isPresent();
    parameter.put("required", required);
    parameter.put("type", "string");
    return parameter.build();
  }

  private static void error(SamTemplate template, RouteEvent route, String problem) {
    template.error(route.owner(), route.event().at(), "event '" + route.event().name() + "' " + problem);
  }
}

package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fields and channels of AppSync APIs that functions answer. A field can be asked for under the API's main authorization, or
 * under those that its directives name; the weakest counts.
 */
record GraphQlTriggers() implements TriggerFamily {
  private static final String API = "AWS::AppSync::GraphQLApi";
  private static final String EVENT_API = "AWS::AppSync::Api";
  private static final String DATA_SOURCE = "AWS::AppSync::DataSource";

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    Map<String, GraphQlSchema> schemas = schemas(stack);
    for (Resource resolver : stack.ofType("AWS::AppSync::Resolver")) {
      addResolver(stack, resolver, schemas, triggers);
    }
    for (Resource channel : stack.ofType("AWS::AppSync::ChannelNamespace")) {
      addChannel(stack, channel, triggers);
    }
    for (String type : List.of(API, EVENT_API)) {
      for (Resource api : stack.ofType(type)) {
        addAuthorizers(stack, api, triggers);
      }
    }
    return triggers;
  }

  private static Map<String, GraphQlSchema> schemas(Stack stack) {
    var schemas = new LinkedHashMap<String, GraphQlSchema>();
    for (Resource schema : stack.ofType("AWS::AppSync::GraphQLSchema")) {
      Optional<String> text = stack.find(schema, "Definition").stream()
          .flatMap(definition -> EmbeddedText.spelled(definition.value()).stream()).findFirst()
          .or(() -> localSchema(stack, schema));
      if (text.isEmpty() && !(schema.property("DefinitionS3Location") instanceof Value.Absent)) {
        stack.missing(schema, "DefinitionS3Location", "schema");
      }
      Optional<String> api = stack.firstNamed(schema.property("ApiId"));
      if (text.isPresent() && api.isPresent()) {
        schemas.put(api.get(), GraphQlSchema.read(text.get()));
      }
    }
    return schemas;
  }

  private static Optional<String> localSchema(Stack stack, Resource schema) {
    Value location = schema.property("DefinitionS3Location");
    return Found.text(location).filter(path -> !path.contains("://"))
        .flatMap(path -> Root.resolve(location.at().file(), path)).filter(stack.root()::isFile)
        .flatMap(path -> stack.file(path, location.at())).map(SourceFile::text);
  }

  private static void addResolver(Stack stack, Resource resolver, Map<String, GraphQlSchema> schemas,
      List<Trigger> triggers) {
    Optional<Resource> api = stack.firstNamed(resolver.property("ApiId")).flatMap(id -> stack.resource(id, API));
    String apiName = api.map(Resource::id).or(() -> stack.source(resolver.property("ApiId"))).orElse("");
    String type = Spelling.of(resolver.property("TypeName"));
    String field = Spelling.of(resolver.property("FieldName"));
    var route = new Route(type, field, apiName, resolver.provenance().at());
    Set<String> directives = schemas.getOrDefault(apiName, GraphQlSchema.empty()).of(type, field);
    Authorization authorization = api.map(own -> authorization(stack, own, directives, resolver.provenance().at()))
        .orElseGet(() -> Cause.authorization(Authorization.Kind.UNKNOWN, resolver.provenance().at()));
    for (Found source : dataSources(stack, resolver)) {
      addFunctions(stack, source, cause(stack, route, api, authorization), triggers);
    }
  }

  private static Cause cause(Stack stack, Route route, Optional<Resource> api, Authorization authorization) {
    List<Span> evidence = api.map(own -> List.of(own.provenance().at())).orElse(List.of());
    return new Cause(EventShape.APPSYNC, Optional.of(route), authorization, exposure(stack, api, authorization),
        Optional.of(route.api()), route.at(), evidence);
  }

  private static Exposure exposure(Stack stack, Optional<Resource> api, Authorization authorization) {
    if (api.isEmpty()) {
      return Exposure.UNKNOWN;
    }
    boolean isPrivate = stack.text(api.get(), "Visibility").filter("PRIVATE"::equals).isPresent();
    return isPrivate || authorization.kind() == Authorization.Kind.IAM ? Exposure.ACCOUNT : Exposure.INTERNET;
  }

  /** The data sources of a resolver, its own and those of its pipeline. */
  private static List<Found> dataSources(Stack stack, Resource resolver) {
    var sources = new ArrayList<>(stack.find(resolver, "DataSourceName"));
    for (Found step : stack.find(resolver, "PipelineConfig.Functions[]")) {
      for (Stack.Named named : stack.named(step)) {
        stack.resource(named.id(), "AWS::AppSync::FunctionConfiguration").ifPresent(function -> {
          for (Found source : stack.find(function, "DataSourceName")) {
            sources.add(new Found(source.value(), source.conditions().and(named.conditions())));
          }
        });
      }
    }
    return sources;
  }

  private static void addFunctions(Stack stack, Found dataSource, Cause cause, List<Trigger> triggers) {
    for (Stack.Named named : stack.named(dataSource)) {
      stack.resource(named.id(), DATA_SOURCE).ifPresent(source -> {
        for (Found function : stack.find(source, "LambdaConfig.LambdaFunctionArn")) {
          triggers.addAll(
              stack.triggers(new Found(function.value(), function.conditions().and(named.conditions())), cause));
        }
      });
    }
  }

  /** The weakest authorization under which a field with {@code directives} can be asked for. */
  private static Authorization authorization(Stack stack, Resource api, Set<String> directives, Span at) {
    Optional<Authorization> weakest = Optional.empty();
    for (String directive : directives) {
      Optional<Authorization.Kind> kind = ofDirective(directive);
      if (kind.isPresent()) {
        weakest = weaker(weakest, Cause.authorization(kind.get(), at));
      }
    }
    if (weakest.isPresent()) {
      return weakest.get();
    }
    for (Found type : stack.find(api, "AuthenticationType")) {
      weakest = weaker(weakest, Cause.authorization(ofType(type), type.at()));
    }
    return weakest.orElseGet(() -> Cause.authorization(Authorization.Kind.UNKNOWN, api.provenance().at()));
  }

  private static Optional<Authorization> weaker(Optional<Authorization> known, Authorization other) {
    return known.filter(one -> strength(one.kind()) <= strength(other.kind())).or(() -> Optional.of(other));
  }

  private static int strength(Authorization.Kind kind) {
    return switch (kind) {
      case NONE -> 0;
      case KEY_ONLY -> 1;
      case UNKNOWN -> 2;
      case LAMBDA -> 3;
      case COGNITO, JWT -> 4;
      case IAM, MUTUAL_TLS, SERVICE -> 5;
    };
  }

  private static Optional<Authorization.Kind> ofDirective(String directive) {
    return switch (directive) {
      case "aws_api_key" -> Optional.of(Authorization.Kind.KEY_ONLY);
      case "aws_iam" -> Optional.of(Authorization.Kind.IAM);
      case "aws_oidc" -> Optional.of(Authorization.Kind.JWT);
      case "aws_cognito_user_pools", "aws_auth" -> Optional.of(Authorization.Kind.COGNITO);
      case "aws_lambda" -> Optional.of(Authorization.Kind.LAMBDA);
      default -> Optional.empty();
    };
  }

  private static Authorization.Kind ofType(Found type) {
    return switch (type.text().orElse("")) {
      case "API_KEY" -> Authorization.Kind.KEY_ONLY;
      case "AWS_IAM" -> Authorization.Kind.IAM;
      case "OPENID_CONNECT" -> Authorization.Kind.JWT;
      case "AMAZON_COGNITO_USER_POOLS" -> Authorization.Kind.COGNITO;
      case "AWS_LAMBDA" -> Authorization.Kind.LAMBDA;
      default -> Authorization.Kind.UNKNOWN;
    };
  }

  private static void addChannel(Stack stack, Resource channel, List<Trigger> triggers) {
    Optional<Resource> api = stack.firstNamed(channel.property("ApiId")).flatMap(id -> stack.resource(id, EVENT_API));
    String apiName = api.map(Resource::id).orElse("");
    for (String side : List.of("Publish", "Subscribe")) {
      Optional<Authorization> weakest = Optional.empty();
      var modes = new ArrayList<>(stack.find(channel, side + "AuthModes[].AuthType"));
      if (modes.isEmpty() && api.isPresent()) {
        modes.addAll(stack.find(api.get(), "EventConfig.Default" + side + "AuthModes[].AuthType"));
      }
      for (Found mode : modes) {
        weakest = weaker(weakest, Cause.authorization(ofType(mode), mode.at()));
      }
      Authorization authorization = weakest
          .orElseGet(() -> Cause.authorization(Authorization.Kind.UNKNOWN, channel.provenance().at()));
      var route = new Route(side.toUpperCase(Locale.ROOT), Spelling.of(channel.property("Name")), apiName,
          channel.provenance().at());
      for (Found source : stack.find(channel, "HandlerConfigs.On" + side + ".Integration.DataSourceName")) {
        addFunctions(stack, source, cause(stack, route, api, authorization), triggers);
      }
    }
  }

  private static void addAuthorizers(Stack stack, Resource api, List<Trigger> triggers) {
    for (String path : List.of("LambdaAuthorizerConfig.AuthorizerUri",
        "AdditionalAuthenticationProviders[].LambdaAuthorizerConfig.AuthorizerUri",
        "EventConfig.AuthProviders[].LambdaAuthorizerConfig.AuthorizerUri")) {
      for (Found uri : stack.find(api, path)) {
        Authorization nothing = Cause.authorization(Authorization.Kind.NONE, uri.at());
        triggers.addAll(stack.triggers(uri,
            new Cause(EventShape.AUTHORIZER_TOKEN, Optional.empty(), nothing,
                exposure(stack, Optional.of(api), nothing), Optional.of(api.id()), uri.at(),
                List.of(api.provenance().at()))));
      }
    }
  }
}

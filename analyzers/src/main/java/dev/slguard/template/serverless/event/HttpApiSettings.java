package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.Stack;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The HTTP API of a service: name, CORS, stage, access log. */
final class HttpApiSettings {
  private static final List<String> HEADERS = List.of("Content-Type", "X-Amz-Date", "Authorization", "X-Api-Key",
      "X-Amz-Security-Token", "X-Amz-User-Agent", "X-Amzn-Trace-Id");
  private static final List<String> ALL_METHODS = List.of("GET", "POST", "PUT", "PATCH", "OPTIONS", "HEAD", "DELETE");
  private static final String LOG_GROUP = "HttpApiLogGroup";

  private HttpApiSettings() {}

  /** Adds the API and its stage; {@code methods} are those of all routes. */
  static void compile(Stack stack, Event first, List<String> methods) {
    Service service = stack.service();
    Tree.Mapping settings = Config.mappingAt(service.provider(), "httpApi");
    Draft draft = service.provider("httpApi").<Draft>map(Draft::of).orElseGet(first::draft);
    var origin = new Stack.Origin(draft.at(), HttpApiEvents.API, "AWS::ApiGatewayV2::Api");
    Optional<Tree> tags = service.provider("tags");
    Tree stage = draft.text(service.stage());
    Tree name = Config.truthy(settings, "name")
        .orElseGet(() -> Config.truthy(settings, "shouldStartNameWithService").isPresent()
            ? service.prefix(draft)
            : draft.concat(stage, draft.text("-"), service.name()));
    stack.add(HttpApiEvents.API, "AWS::ApiGatewayV2::Api",
        draft.object().put("Name", name).put("ProtocolType", "HTTP")
            .put("DisableExecuteApiEndpoint", Config.value(settings, "disableDefaultEndpoint")).put("Tags", tags)
            .put("CorsConfiguration", Config.truthy(settings, "cors").map(cors -> cors(cors, methods))).tree(),
        origin);
    Optional<Tree> logs = service.provider("logs", "httpApi").filter(Config::isTruthy);
    logs.ifPresent(tree -> stack.add(LOG_GROUP, "AWS::Logs::LogGroup",
        Draft.of(tree).object()
            .put("LogGroupName", draft.concat(draft.text("/aws/http-api/"), service.stackName(draft)))
            .put("RetentionInDays", service.provider("logRetentionInDays")).tree(),
        new Stack.Origin(tree.at(), LOG_GROUP, "AWS::Logs::LogGroup")));
    stack.add("HttpApiStage", "AWS::ApiGatewayV2::Stage",
        draft.object().put("ApiId", draft.ref(HttpApiEvents.API)).put("StageName", "$default")
            .put("AutoDeploy", draft.flag(true))
            .put("DefaultRouteSettings",
                draft.object()
                    .put("DetailedMetricsEnabled",
                        Config.truthy(settings, "metrics").orElseGet(() -> draft.flag(false)))
                    .tree())
            .put("Tags", tags).put("AccessLogSettings", logs.map(HttpApiSettings::accessLog)).tree(),
        logs.map(_ -> draft.text(LOG_GROUP)), origin);
  }

  private static Tree accessLog(Tree logs) {
    Draft draft = Draft.of(logs);
    String usual = "{\"requestId\":\"$context.requestId\",\"ip\":\"$context.identity.sourceIp\","
        + "\"requestTime\":\"$context.requestTime\",\"httpMethod\":\"$context.httpMethod\","
        + "\"routeKey\":\"$context.routeKey\",\"status\":\"$context.status\","
        + "\"protocol\":\"$context.protocol\",\"responseLength\":\"$context.responseLength\"}";
    return draft.object().put("DestinationArn", draft.attribute(LOG_GROUP, "Arn")).put("Format",
        Config.mapping(logs).flatMap(settings -> Config.truthy(settings, "format")).orElseGet(() -> draft.text(usual)))
        .tree();
  }

  private static Tree cors(Tree cors, List<String> methods) {
    Draft draft = Draft.of(cors);
    Tree.Mapping settings = Config.mapping(cors).orElseGet(() -> Tree.emptyMapping(cors.at()));
    return draft.object()
        .put("AllowCredentials", Config.truthy(settings, "allowCredentials").map(_ -> draft.flag(true)))
        .put("AllowHeaders", list(settings, "allowedHeaders", HEADERS, draft))
        .put("AllowMethods", list(settings, "allowedMethods", List.copyOf(used(methods)), draft))
        .put("AllowOrigins", list(settings, "allowedOrigins", List.of("*"), draft))
        .put("ExposeHeaders", Config.truthy(settings, "exposedResponseHeaders").map(HttpApiSettings::asList))
        .put("MaxAge", Config.value(settings, "maxAge")).tree();
  }

  private static Set<String> used(List<String> methods) {
    var used = new LinkedHashSet<String>();
    used.add("OPTIONS");
    for (String method : methods) {
      if (method.equals("ANY")) {
        used.addAll(ALL_METHODS);
      } else {
        used.add(method);
      }
    }
    return used;
  }

  private static Tree list(Tree.Mapping settings, String key, List<String> usual, Draft draft) {
    return Config.truthy(settings, key).map(HttpApiSettings::asList)
        .orElseGet(() -> draft.texts(usual.toArray(String[]::new)));
  }

  private static Tree asList(Tree tree) {
    return tree instanceof Tree.Sequence ? tree : new Tree.Sequence(List.of(tree), tree.at());
  }
}

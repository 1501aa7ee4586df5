package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The OPTIONS method that {@code cors} adds to a path; it is open whatever protects the others. */
final class RestCors {
  private static final List<String> HEADERS = List.of("Content-Type", "X-Amz-Date", "Authorization", "X-Api-Key",
      "X-Amz-Security-Token", "X-Amz-User-Agent", "X-Amzn-Trace-Id");

  private final RestEvent first;
  private final Set<String> headers = new LinkedHashSet<>();
  private final Set<String> methods = new LinkedHashSet<>();
  private final Set<String> origins = new LinkedHashSet<>();
  private String origin = "";
  private boolean credentials;
  private Optional<String> maxAge = Optional.empty();
  private Optional<String> cacheControl = Optional.empty();

  private RestCors(RestEvent first) {
    this.first = first;
  }

  /** The settings of each path, those of all its events joined. */
  static Map<String, RestCors> of(List<RestEvent> events) {
    var byPath = new LinkedHashMap<String, RestCors>();
    for (RestEvent event : events) {
      Config.truthy(event.event().settings(), "cors")
          .ifPresent(cors -> byPath.computeIfAbsent(event.path(), _ -> new RestCors(event)).join(cors, event));
    }
    return byPath;
  }

  private void join(Tree cors, RestEvent event) {
    Tree.Mapping settings = Config.mapping(cors).orElseGet(() -> Tree.emptyMapping(cors.at()));
    List<String> own = Config.texts(settings, "headers");
    headers.addAll(own.isEmpty() ? HEADERS : own);
    methods.addAll(settings.has("methods") ? Config.texts(settings, "methods") : List.of("OPTIONS"));
    methods.add("OPTIONS");
    methods.add(event.method().toUpperCase(Locale.ROOT));
    origins.addAll(Config.texts(settings, "origins"));
    origin = settings.text("origin").orElse(settings.has("origins") ? "" : "*");
    credentials |= Config.truthy(settings, "allowCredentials").isPresent();
    maxAge = Config.truthy(settings, "maxAge").flatMap(Config::text).or(() -> maxAge);
    cacheControl = Config.truthy(settings, "cacheControl").flatMap(Config::text).or(() -> cacheControl);
  }

  private List<String> allowedOrigins() {
    if (origin.indexOf(',') < 0) {
      return List.copyOf(origins);
    }
    var list = new ArrayList<String>();
    for (String one : origin.split(",", -1)) {
      list.add(one.strip());
    }
    return list;
  }

  /** Adds the method. */
  void compile(String path, Tree api, RestPaths paths, Stack stack) {
    Draft draft = Draft.of(first.event().settings().get("cors").orElseThrow());
    List<String> list = allowedOrigins();
    String allowed = list.isEmpty() ? origin : list.getFirst();
    Draft.Fields values = draft.object();
    header(values, "Access-Control-Allow-Origin", allowed);
    header(values, "Access-Control-Allow-Headers", String.join(",", headers));
    header(values, "Access-Control-Allow-Methods",
        String.join(",", methods).replace("ANY", "DELETE,GET,HEAD,PATCH,POST,PUT"));
    if (credentials) {
      header(values, "Access-Control-Allow-Credentials", "true");
    }
    maxAge.ifPresent(age -> header(values, "Access-Control-Max-Age", age));
    cacheControl.ifPresent(control -> header(values, "Cache-Control", control));
    Tree.Mapping response = draft.object().put("StatusCode", "200").put("ResponseParameters", values.tree())
        .put("ResponseTemplates", draft.object().put("application/json", template(list)).tree()).tree();
    Draft.Fields declared = draft.object();
    values.tree().entries().keySet().forEach(key -> declared.put(key, draft.flag(true)));
    Tree.Mapping integration = draft.object().put("Type", "MOCK")
        .put("RequestTemplates", draft.object().put("application/json", "{statusCode:200}").tree())
        .put("ContentHandling", "CONVERT_TO_TEXT").put("IntegrationResponses", draft.list(response)).tree();
    stack.merge("ApiGatewayMethod" + paths.name(path) + Naming.capitalized("options"), "AWS::ApiGateway::Method",
        draft.object().put("AuthorizationType", "NONE").put("HttpMethod", "OPTIONS")
            .put("MethodResponses",
                draft.list(draft.object().put("StatusCode", "200").put("ResponseParameters", declared.tree())
                    .put("ResponseModels", draft.object().tree()).tree()))
            .put("RequestParameters", draft.object().tree()).put("Integration", integration)
            .put("ResourceId", paths.id(path)).put("RestApiId", api).tree(),
        Optional.empty(), Stack.Origin.of(first.event()));
  }

  private static void header(Draft.Fields values, String name, String value) {
    values.put("method.response.header." + name, "'" + value + "'");
  }

  /** Velocity that answers with the caller's origin, if it is one of {@code list}. */
  private static String template(List<String> list) {
    if (list.isEmpty()) {
      return "";
    }
    var tests = new ArrayList<String>();
    for (String one : list) {
      String pattern = one.replace(".", "[.]").replaceFirst("\\*", ".+");
      tests.add("$origin.matches(\"" + pattern + "\")");
    }
    return "#set($origin = $input.params(\"Origin\"))\n"
        + "#if($origin == \"\") #set($origin = $input.params(\"origin\")) #end\n" + "#if(" + String.join(" || ", tests)
        + ") #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin) #end";
  }
}

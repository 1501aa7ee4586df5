package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.Optional;

/** HttpApi: a route of an HTTP API, and the permission by which it invokes the function. */
final class HttpApiEvent implements FunctionEvent {
  /** The path of the route that takes what no other does. */
  static final String DEFAULT = "$default";

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    Optional<HttpApi> api = api(event, target);
    Optional<Tree> path = event.property("Path");
    Optional<Tree> method = event.property("Method");
    if (path.isPresent() != method.isPresent()) {
      target.error(event, "needs both Path and Method or neither; it is not read");
      return;
    }
    Optional<String> pathText = path.isEmpty() ? Optional.of(DEFAULT) : path.flatMap(target.template()::textOf);
    Optional<String> methodText = path.isEmpty() ? Optional.of(Paths.ANY) : method.flatMap(target.template()::textOf);
    if (pathText.isEmpty() || methodText.isEmpty()) {
      target.error(event, "needs a text in Path and Method");
      return;
    }
    if (!pathText.get().startsWith("/") && !pathText.get().equals(DEFAULT)) {
      target.error(event, "has the path '" + Text.shown(pathText.get()) + "', which does not begin with '/'");
    }
    api.ifPresent(found -> found
        .add(new RouteEvent(target.owner(), event, pathText.get(), Paths.key(methodText.get()), found.takesRoutes())));
    restApi(event, target).ifPresent(
        found -> found.add(new RouteEvent(target.owner(), event, pathText.get(), Paths.key(methodText.get()), true)));
    permission(event, target, pathText.get(), methodText.get());
  }

  private static Optional<HttpApi> api(EventSource event, FunctionTarget target) {
    Optional<Tree> given = event.property("ApiId");
    if (given.isEmpty()) {
      return Optional.of(target.apis().implicitHttp(event));
    }
    Optional<String> id = Intrinsics.referred(given.get()).or(() -> Intrinsics.textOf(given.get()));
    if (id.isEmpty()) {
      target.error(event, "needs in ApiId a Ref to an API of this template");
      return Optional.empty();
    }
    Optional<HttpApi> found = target.apis().http(id.get());
    boolean plain = target.template().plain(id.get()).flatMap(draft -> draft.get("Type")).flatMap(Intrinsics::textOf)
        .filter("AWS::ApiGatewayV2::Api"::equals).isPresent();
    if (found.isEmpty() && !plain && restApi(event, target).isEmpty()) {
      target.error(event, "names '" + Text.shown(id.get()) + "' in ApiId, which is no HTTP API of this template");
    }
    return found;
  }

  /** A REST API with a document of its own or one of OpenAPI 3, to which SAM adds the route all the same. */
  private static Optional<RestApi> restApi(EventSource event, FunctionTarget target) {
    return event.property("ApiId").flatMap(Intrinsics::referred).flatMap(target.apis()::rest)
        .filter(api -> api.written().isPresent() || api.isManaged() && api.owner().property("OpenApiVersion")
            .flatMap(target.template()::textOf).filter(version -> version.startsWith("3")).isPresent());
  }

  private static void permission(EventSource event, FunctionTarget target, String path, String method) {
    if (!path.equals(DEFAULT) && target.alias().isEmpty() && ownsDefault(event, target)) {
      return;
    }
    Span at = event.at();
    Tree id = event.property("ApiId").orElseGet(() -> Intrinsics.ref(Apis.HTTP, at));
    String route = path.equals(DEFAULT)
        ? "*"
        : path.equals("/" + DEFAULT) ? DEFAULT : RestApiEvent.method(method) + generalised(path);
    target.permission(event.id() + "Permission", "apigateway.amazonaws.com", event).put("SourceArn",
        Intrinsics.sub(
            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/" + route,
            Draft.at(at).put("__ApiId__", id).put("__Stage__", "*"), at));
  }

  /** Whether another event of the function takes everything from the same API: its permission covers this route. */
  private static boolean ownsDefault(EventSource event, FunctionTarget target) {
    Optional<Tree> mine = event.property("ApiId");
    return target.owner().properties().mapping("Events")
        .filter(
            events -> events.entries().values().stream().map(Tree.Entry::value).filter(Tree.Mapping.class::isInstance)
                .map(Tree.Mapping.class::cast).filter(other -> other.text("Type").filter("HttpApi"::equals).isPresent())
                .map(other -> other.mapping("Properties").orElseGet(() -> Tree.emptyMapping(event.at())))
                .filter(other -> !other.has("Path") && !other.has("Method")
                    || other.text("Path").filter(DEFAULT::equals).isPresent())
                .anyMatch(other -> sameApi(mine, other.get("ApiId"))))
        .isPresent();
  }

  private static boolean sameApi(Optional<Tree> one, Optional<Tree> other) {
    return one.isEmpty() ? other.isEmpty() : other.filter(tree -> Intrinsics.same(one.get(), tree)).isPresent();
  }

  /** {@code path} with a star for each parameter; greedy ones stay, but for {@code {proxy+}}. */
  private static String generalised(String path) {
    var result = new StringBuilder();
    int at = 0;
    for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', at)) {
      int close = path.indexOf('}', open);
      if (close < 0) {
        break;
      }
      boolean greedy = path.charAt(close - 1) == '+' && !path.substring(open, close).equals("{proxy+");
      result.append(path, at, open).append(greedy ? path.substring(open, close + 1) : "*");
      at = close + 1;
    }
    return result.append(path, at, path.length()).toString();
  }
}

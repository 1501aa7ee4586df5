package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Api: a route of a REST API, and the permission by which API Gateway invokes the function for it. */
final class RestApiEvent implements FunctionEvent {
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch", "any",
      Paths.ANY);

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    Optional<RestApi> api = api(event, target, target.apis());
    Optional<String> path = target.required(event, "Path").flatMap(tree -> text(tree, "Path", event, target));
    Optional<String> method = target.required(event, "Method").flatMap(tree -> text(tree, "Method", event, target));
    if (path.isEmpty() || method.isEmpty()) {
      return;
    }
    if (!METHODS.contains(method.get().toLowerCase(Locale.ROOT))) {
      target.error(event, "has the method '" + Text.shown(method.get()) + "', which is not known");
    }
    api.ifPresent(found -> found
        .add(new RouteEvent(target.owner(), event, path.get(), Paths.key(method.get()), found.takesRoutes())));
    permission(event, target, api, path.get(), method.get());
  }

  private static Optional<String> text(Tree tree, String key, EventSource event, Started target) {
    Optional<String> text = target.template().textOf(tree);
    if (text.isEmpty()) {
      target.error(event, "needs a text in " + key);
    }
    return text;
  }

  /** The API in this template that the event names; the implicit one if it names none. */
  static Optional<RestApi> api(EventSource event, Started target, Apis apis) {
    Optional<Tree> given = event.property("RestApiId");
    if (given.isEmpty()) {
      return Optional.of(apis.implicitRest(event));
    }
    Optional<String> id = Intrinsics.referred(given.get()).or(() -> Intrinsics.textOf(given.get()));
    if (id.isEmpty()) {
      target.error(event, "needs in RestApiId a Ref to an API of this template");
      return Optional.empty();
    }
    Optional<RestApi> found = apis.rest(id.get());
    boolean plain = target.template().plain(id.get()).flatMap(draft -> draft.get("Type")).flatMap(Intrinsics::textOf)
        .filter("AWS::ApiGateway::RestApi"::equals).isPresent();
    if (found.isEmpty() && !plain) {
      target.error(event, "names '" + Text.shown(id.get()) + "' in RestApiId, which is no REST API of this template");
    }
    return found;
  }

  private static void permission(EventSource event, FunctionTarget target, Optional<RestApi> api, String path,
      String method) {
    Span at = event.at();
    String suffix = api.map(RestApi::stageSuffix).orElse("Stage");
    Tree id = event.property("RestApiId").orElseGet(() -> Intrinsics.ref(Apis.REST, at));
    target.permission(event.id() + "Permission" + suffix, "apigateway.amazonaws.com", event).put("SourceArn",
        Intrinsics.sub("arn:" + target.template().partition()
            + ":execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/" + method(method)
            + generalised(path), Draft.at(at).put("__ApiId__", id).put("__Stage__", "*"), at));
  }

  static String method(String method) {
    String key = Paths.key(method);
    return key.equals(Paths.ANY) ? "*" : key.toUpperCase(Locale.ROOT);
  }

  /** {@code path} with a star for each parameter and no slash at its end. */
  static String generalised(String path) {
    var result = new StringBuilder();
    int at = 0;
    for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', at)) {
      int close = path.indexOf('}', open);
      if (close < 0) {
        break;
      }
      result.append(path, at, open).append('*');
      at = close + 1;
    }
    result.append(path, at, path.length());
    boolean slash = result.length() > 1 && result.charAt(result.length() - 1) == '/';
    return slash ? result.substring(0, result.length() - 1) : result.toString();
  }
}

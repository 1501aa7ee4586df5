package dev.slguard.template.serverless;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Shape;
import dev.slguard.template.serverless.service.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Function URLs: {@code url: true} is open to everyone. */
final class FunctionUrls {
  private static final List<String> HEADERS = List.of("Content-Type", "X-Amz-Date", "Authorization", "X-Api-Key",
      "X-Amz-Security-Token", "X-Amzn-Trace-Id");

  private FunctionUrls() {}

  static void compile(ServiceFunction function, Stack stack) {
    Optional<Tree> url = Config.truthy(function.config(), "url");
    if (url.isEmpty()) {
      return;
    }
    var draft = new Draft(function.config().keyAt("url").to(url.get().at()));
    Tree.Mapping settings = Config.mapping(url.get()).orElseGet(() -> Tree.emptyMapping(draft.at()));
    boolean signed = settings.text("authorizer").filter("aws_iam"::equals).isPresent();
    Tree auth = settings.get("authorizer").map(Draft::of).orElse(draft).text(signed ? "AWS_IAM" : "NONE");
    var origin = new Stack.Origin(draft.at(), function.name(), "function");
    Optional<Tree> dependsOn = function.aliasDependency(draft);
    Draft.Fields fields = draft.object().put("AuthType", auth).put("TargetFunctionArn", function.target(draft))
        .put("Cors", Config.truthy(settings, "cors").map(FunctionUrls::cors)).put("InvokeMode",
            settings.get("invokeMode").filter(mode -> Config.text(mode).filter("RESPONSE_STREAM"::equals).isPresent()));
    stack.add(function.normalized() + "LambdaFunctionUrl", "AWS::Lambda::Url", fields.tree(), dependsOn, origin);
    if (!signed) {
      stack.add(function.normalized() + "LambdaPermissionFnUrl", "AWS::Lambda::Permission",
          draft.object().put("FunctionName", function.target(draft)).put("Action", "lambda:InvokeFunctionUrl")
              .put("Principal", "*").put("FunctionUrlAuthType", "NONE").tree(),
          dependsOn, origin);
      if (stack.service().version() >= 4) {
        stack.add(function.normalized() + "LambdaPermissionFnUrlInvoke", "AWS::Lambda::Permission",
            draft.object().put("FunctionName", function.target(draft)).put("Action", "lambda:InvokeFunction")
                .put("Principal", "*").put("InvokedViaFunctionUrl", draft.flag(true)).tree(),
            dependsOn, origin);
      }
    }
  }

  private static Tree cors(Tree cors) {
    Draft draft = Draft.of(cors);
    Tree.Mapping settings = Config.mapping(cors).orElseGet(() -> Tree.emptyMapping(cors.at()));
    return draft.object()
        .put("AllowCredentials", Config.truthy(settings, "allowCredentials").map(_ -> draft.flag(true)))
        .put("AllowHeaders", list(settings, "allowedHeaders", HEADERS, draft))
        .put("AllowMethods", list(settings, "allowedMethods", List.of("*"), draft))
        .put("AllowOrigins", list(settings, "allowedOrigins", List.of("*"), draft))
        .put("ExposeHeaders", Config.truthy(settings, "exposedResponseHeaders"))
        .put("MaxAge", Config.value(settings, "maxAge")).tree();
  }

  /** The list under {@code key} without repetitions; the default if it is not written, none if it is null. */
  private static Optional<Tree> list(Tree.Mapping settings, String key, List<String> usual, Draft draft) {
    Optional<Tree> written = settings.get(key);
    if (written.isEmpty()) {
      return Optional.of(draft.texts(usual.toArray(String[]::new)));
    }
    if (Config.isNull(written.get())) {
      return Optional.empty();
    }
    var kept = new LinkedHashMap<String, Tree>();
    Config.items(written.get()).forEach(item -> kept.putIfAbsent(Shape.of(item), item));
    return Optional.of(new Tree.Sequence(List.copyOf(kept.values()), written.get().at()));
  }
}

package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The authorizer of a {@code websocket} event; it is asked on connection only.
 *
 * @param target the function's ARN
 * @param function the function of the service, where it is one
 */
record WebsocketAuthorizer(Tree written, String name, Tree target, Optional<ServiceFunction> function) {

  static Optional<WebsocketAuthorizer> of(Event event, Service service) {
    Optional<Tree> written = Config.truthy(event.settings(), "authorizer");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Tree.Mapping settings = Config.mapping(written.get()).orElseGet(() -> Tree.emptyMapping(written.get().at()));
    Optional<String> text = Config.text(written.get());
    Optional<Tree> arn = text.isPresent()
        ? written.filter(_ -> text.get().indexOf(':') >= 0)
        : Config.truthy(settings, "arn");
    if (arn.isPresent()) {
      String name = Config.text(arn.get()).map(one -> one.substring(one.lastIndexOf(':') + 1))
          .or(() -> settings.text("name")).orElseGet(() -> ResourceName.ofArn(arn.get(), ':'));
      return Optional.of(new WebsocketAuthorizer(written.get(), name, arn.get(), Optional.empty()));
    }
    String name = text.or(() -> settings.text("name")).orElse("");
    Optional<ServiceFunction> function = service.function(name);
    Draft draft = Draft.of(written.get());
    Tree target = function.<Tree>map(one -> one.target(draft)).orElseGet(() -> ResourceName.missing(settings));
    return Optional.of(new WebsocketAuthorizer(written.get(), name, target, function));
  }

  /** Its logical id. */
  String id() {
    return Naming.normalized(name) + "WebsocketsAuthorizer";
  }

  void compile(Tree api, Event event, Stack stack) {
    Draft draft = Draft.of(written);
    Tree source = Config.mapping(written).flatMap(settings -> Config.truthy(settings, "identitySource"))
        .map(Config::listed).orElseGet(() -> draft.texts("route.request.header.Auth"));
    stack.merge(id(), "AWS::ApiGatewayV2::Authorizer",
        draft.object().put("ApiId", api).put("Name", name).put("AuthorizerType", "REQUEST")
            .put("AuthorizerUri", draft.invocation(target)).put("IdentitySource", source).tree(),
        function.flatMap(one -> one.aliasDependency(draft)), Stack.Origin.of(event));
  }

  void permit(boolean ownApi, Event event, Stack stack) {
    Draft draft = Draft.of(written);
    var dependsOn = new ArrayList<Tree>();
    if (ownApi) {
      dependsOn.add(draft.text("WebsocketsApi"));
    }
    function.ifPresent(one -> dependsOn.add(draft.text(one.logicalId())));
    stack.merge(Naming.normalized(name) + "LambdaPermissionWebsockets", "AWS::Lambda::Permission",
        draft.object().put("FunctionName", target).put("Action", "lambda:InvokeFunction")
            .put("Principal", "apigateway.amazonaws.com").tree(),
        Optional.of(draft.list(dependsOn)), Stack.Origin.of(event));
  }
}

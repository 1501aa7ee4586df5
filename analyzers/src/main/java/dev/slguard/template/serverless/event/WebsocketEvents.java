package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code websocket}: routes of one WebSocket API; its permissions name no source. */
final class WebsocketEvents implements EventCompiler {
  private static final String API = "WebsocketsApi";
  private static final String DEPLOYMENT = "WebsocketsDeployment";

  @Override
  public void compile(Stack stack) {
    var events = new ArrayList<Event>();
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("websocket")) {
        if (route(event).isEmpty()) {
          stack.diagnostics().error(event.at(), "a websocket event needs a 'route'; it is left out");
        } else {
          events.add(event);
        }
      }
    }
    if (events.isEmpty()) {
      return;
    }
    Draft draft = events.getFirst().draft();
    Optional<Tree> external = stack.service().provider("apiGateway", "websocketApiId").filter(Config::isTruthy);
    Tree api = external.orElseGet(() -> draft.ref(API));
    if (external.isEmpty()) {
      api(stack, draft);
    }
    for (Event event : events) {
      integrate(event, api, stack);
      Optional<WebsocketAuthorizer> authorizer = WebsocketAuthorizer.of(event, stack.service());
      authorizer.ifPresent(one -> one.compile(api, event, stack));
      permit(event, external.isEmpty(), stack);
      authorizer.ifPresent(one -> one.permit(external.isEmpty(), event, stack));
      route(event, api, authorizer, stack);
    }
    stage(stack, api, external.isEmpty(), events, draft);
  }

  private static Optional<String> route(Event event) {
    return event.asText().or(() -> event.text("route"));
  }

  private static void api(Stack stack, Draft draft) {
    Service service = stack.service();
    Tree name = service.provider("websocketsApiName").filter(tree -> Config.text(tree).isPresent())
        .orElseGet(() -> draft.concat(draft.text(service.stage() + "-"), service.name(), draft.text("-websockets")));
    Optional<Tree> tags = service.provider("tags")
        .filter(_ -> service.provider("websocket", "useProviderTags").filter(Config::isTruthy).isPresent());
    stack.merge(API, "AWS::ApiGatewayV2::Api",
        draft.object().put("Name", name)
            .put("RouteSelectionExpression",
                service.provider("websocketsApiRouteSelectionExpression")
                    .orElseGet(() -> draft.text("$request.body.action")))
            .put("Description", description(service, draft)).put("ProtocolType", "WEBSOCKET").put("Tags", tags).tree(),
        Optional.empty(), new Stack.Origin(draft.at(), API, "AWS::ApiGatewayV2::Api"));
    stack.grant(draft.allow(List.of("execute-api:ManageConnections"),
        List.of(draft.sub("arn:${AWS::Partition}:execute-api:*:*:*/@connections/*"))));
  }

  private static Tree description(Service service, Draft draft) {
    return service.provider("websocketsDescription").filter(Config::isTruthy)
        .orElseGet(() -> draft.text("Serverless Websockets"));
  }

  private static String integrationId(Event event) {
    return event.function().normalized() + "WebsocketsIntegration";
  }

  private static void integrate(Event event, Tree api, Stack stack) {
    Draft draft = event.draft();
    stack.merge(integrationId(event), "AWS::ApiGatewayV2::Integration",
        draft.object().put("ApiId", api).put("IntegrationType", "AWS_PROXY")
            .put("IntegrationUri", draft.invocation(event.function().target(draft))).tree(),
        event.function().aliasDependency(draft), Stack.Origin.of(event));
  }

  private static void permit(Event event, boolean own, Stack stack) {
    Draft draft = event.draft();
    var dependsOn = new ArrayList<Tree>();
    if (own) {
      dependsOn.add(draft.text(API));
    }
    dependsOn.add(draft.text(event.function().aliasId().orElse(event.function().logicalId())));
    stack.merge(event.function().normalized() + "LambdaPermissionWebsockets", "AWS::Lambda::Permission",
        Permissions.invoke(event, "apigateway.amazonaws.com").tree(), Optional.of(draft.list(dependsOn)),
        Stack.Origin.of(event));
  }

  private static String routeId(Event event) {
    return route(event).orElse("").replace("$", "S").replace("/", "Slash").replace("-", "Dash")
        .replace("_", "Underscore").replace(".", "Period") + "WebsocketsRoute";
  }

  private static void route(Event event, Tree api, Optional<WebsocketAuthorizer> authorizer, Stack stack) {
    Draft draft = event.draft();
    Optional<Tree> selection = Config.truthy(event.settings(), "routeResponseSelectionExpression");
    Draft.Fields fields = draft.object().put("ApiId", api).put("RouteKey", route(event).map(draft::text))
        .put("Target", draft.join("/", draft.text("integrations"), draft.ref(integrationId(event))))
        .put("RouteResponseSelectionExpression", selection);
    if (authorizer.isPresent()) {
      Draft at = Draft.of(authorizer.get().written());
      fields.put("AuthorizationType", at.text("CUSTOM")).put("AuthorizerId", at.ref(authorizer.get().id()));
    } else {
      fields.put("AuthorizationType", "NONE");
    }
    stack.merge(routeId(event), "AWS::ApiGatewayV2::Route", fields.tree(), Optional.empty(), Stack.Origin.of(event));
    if (selection.isPresent()) {
      stack.add(
          routeId(event) + "Response", "AWS::ApiGatewayV2::RouteResponse", draft.object().put("ApiId", api)
              .put("RouteId", draft.ref(routeId(event))).put("RouteResponseKey", "$default").tree(),
          Stack.Origin.of(event));
    }
  }

  private static void stage(Stack stack, Tree api, boolean own, List<Event> events, Draft draft) {
    Service service = stack.service();
    Tree stage = draft.text(service.stage());
    var dependsOn = new ArrayList<Tree>();
    events.forEach(event -> dependsOn.add(draft.text(routeId(event))));
    var origin = new Stack.Origin(draft.at(), API, "AWS::ApiGatewayV2::Api");
    if (own) {
      Draft.Fields fields = draft.object().put("ApiId", api).put("StageName", stage)
          .put("Description", description(service, draft)).put("DeploymentId", draft.ref(DEPLOYMENT));
      service.provider("logs", "websocket").filter(Config::isTruthy).ifPresent(logs -> logging(logs, fields, stack));
      stack.add("WebsocketsDeploymentStage", "AWS::ApiGatewayV2::Stage", fields.tree(), origin);
    }
    stack.add(DEPLOYMENT, "AWS::ApiGatewayV2::Deployment",
        draft.object().put("ApiId", api).put("Description", description(service, draft))
            .put("StageName", own ? Optional.empty() : Optional.of(stage)).tree(),
        Optional.of(draft.list(dependsOn)), origin);
  }

  private static void logging(Tree logs, Draft.Fields stage, Stack stack) {
    Draft draft = Draft.of(logs);
    Tree.Mapping settings = Config.mapping(logs).orElseGet(() -> Tree.emptyMapping(logs.at()));
    String group = "WebsocketsLogGroup";
    boolean execution = !Config.isFalse(settings, "executionLogging");
    stage.put("DefaultRouteSettings",
        draft.object().put("DataTraceEnabled", draft.flag(!Config.isFalse(settings, "fullExecutionData")))
            .put("LoggingLevel", execution ? settings.text("level").orElse("INFO") : "OFF").tree());
    if (!Config.isFalse(settings, "accessLogging")) {
      String usual = "$context.identity.sourceIp $context.identity.caller $context.identity.user "
          + "[$context.requestTime] \"$context.eventType $context.routeKey $context.connectionId\" $context.requestId";
      stage.put("AccessLogSettings",
          draft.object()
              .put("DestinationArn",
                  draft.sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${" + group + "}"))
              .put("Format", Config.truthy(settings, "format").orElseGet(() -> draft.text(usual))).tree());
    }
    stack.add(group, "AWS::Logs::LogGroup",
        draft.object().put("LogGroupName", draft.concat(draft.text("/aws/websocket/"), stack.service().prefix(draft)))
            .put("RetentionInDays", stack.service().provider("logRetentionInDays")).tree(),
        new Stack.Origin(draft.at(), group, "AWS::Logs::LogGroup"));
    CustomResources.apiGatewayLogs(stack, draft);
  }
}

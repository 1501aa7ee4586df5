package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Merge;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The REST API of a service: the API itself, its authorizers, deployment, request validator and access log. */
final class RestSettings {
  static final String API = "ApiGatewayRestApi";
  static final String DEPLOYMENT = "ApiGatewayDeployment";
  private static final String LOG_GROUP = "ApiGatewayLogGroup";
  private static final String TYPE = "AWS::ApiGateway::RestApi";

  private RestSettings() {}

  /** The API of the service: the one given by {@code restApiId}, else the generated one. */
  static Tree api(Service service, Draft draft) {
    return service.provider("apiGateway", "restApiId").filter(Config::isTruthy).orElseGet(() -> draft.ref(API));
  }

  /** The root resource of that API. */
  static Tree root(Service service, Draft draft) {
    return service.provider("apiGateway", "restApiRootResourceId").filter(Config::isTruthy)
        .orElseGet(() -> draft.attribute(API, "RootResourceId"));
  }

  /** Adds the API, unless it is made elsewhere. */
  static void compile(Stack stack, Event first) {
    Service service = stack.service();
    Tree.Mapping settings = Config.mappingAt(service.provider(), "apiGateway");
    if (Config.truthy(settings, "restApiId").isPresent()) {
      return;
    }
    Draft draft = first.draft();
    Tree endpoint = service.provider("endpointType")
        .<Tree>map(tree -> Draft.of(tree).text(Config.text(tree).orElse("EDGE").toUpperCase(Locale.ROOT)))
        .orElseGet(() -> draft.text("EDGE"));
    Tree stage = draft.text(service.stage());
    Tree name = service.provider("apiName").filter(Config::isTruthy)
        .orElseGet(() -> Config.truthy(settings, "shouldStartNameWithService").isPresent()
            ? service.prefix(draft)
            : draft.concat(stage, draft.text("-"), service.name()));
    Draft.Fields fields = draft.object().put("Name", name)
        .put("BinaryMediaTypes", Config.truthy(settings, "binaryMediaTypes").map(Config::listed))
        .put("DisableExecuteApiEndpoint", Config.value(settings, "disableDefaultEndpoint"))
        .put("EndpointConfiguration",
            draft.object().put("Types", draft.list(endpoint))
                .put("VpcEndpointIds", service.provider("vpcEndpointIds").map(Config::listed)).tree())
        .put("Policy", policy(settings))
        .put("ApiKeySourceType", settings.text("apiKeySourceType").map(t -> draft.text(t.toUpperCase(Locale.ROOT))))
        .put("MinimumCompressionSize", Config.value(settings, "minimumCompressionSize"))
        .put("Description", Config.truthy(settings, "description"));
    stack.merge(API, TYPE, fields.tree(), Optional.empty(), new Stack.Origin(draft.at(), API, TYPE));
  }

  private static Optional<Tree> policy(Tree.Mapping settings) {
    return Config.value(settings, "resourcePolicy").filter(tree -> !Config.items(tree).isEmpty()).map(
        statements -> Draft.of(statements).object().put("Version", "2012-10-17").put("Statement", statements).tree());
  }

  /** Logical id of an authorizer. */
  static String authorizerId(RestAuthorizer authorizer) {
    return Naming.normalized(authorizer.name()) + "ApiGatewayAuthorizer";
  }

  /** Adds the authorizer of an event; of several with one name the last one's settings win. */
  static void authorizer(RestEvent event, Tree api, Stack stack) {
    if (event.authorizer().isEmpty()) {
      return;
    }
    RestAuthorizer authorizer = event.authorizer().get();
    if (authorizer.isIam() || authorizer.externalId().isPresent()) {
      return;
    }
    Draft draft = Draft.of(authorizer.written());
    if (authorizer.arn().isEmpty()) {
      stack.diagnostics().error(draft.at(), "the authorizer '" + authorizer.name() + "' is no function of the service");
      return;
    }
    Tree arn = authorizer.arn().get();
    Draft.Fields fields = draft.object().put("AuthorizerResultTtlInSeconds", authorizer.lifetime(draft))
        .put("IdentitySource", authorizer.identitySource(draft)).put("Name", authorizer.name()).put("RestApiId", api)
        .put("IdentityValidationExpression", Config.value(authorizer.settings(), "identityValidationExpression"));
    if (authorizer.isCognito()) {
      fields.put("Type", "COGNITO_USER_POOLS").put("ProviderARNs", draft.list(arn));
    } else {
      fields.put("AuthorizerUri",
          draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"), draft.text(":apigateway:"),
              draft.ref("AWS::Region"), draft.text(":lambda:path/2015-03-31/functions/"), arn,
              draft.text("/invocations")))
          .put("Type", authorizer.type().isEmpty() ? "TOKEN" : authorizer.type());
    }
    stack.merge(authorizerId(authorizer), "AWS::ApiGateway::Authorizer", fields.tree(),
        authorizer.function().flatMap(function -> function.aliasDependency(draft)),
        new Stack.Origin(draft.at(), authorizer.name(), "AWS::ApiGateway::Authorizer"));
  }

  /** Adds the permission to call the authorizer's function, once a name. */
  static void authorizerPermission(RestEvent event, Tree api, Stack stack) {
    if (event.authorizer().isEmpty() || event.authorizer().get().arn().isEmpty()) {
      return;
    }
    RestAuthorizer authorizer = event.authorizer().get();
    String id = Naming.normalized(authorizer.name()) + "LambdaPermissionApiGateway";
    boolean external = Config.truthy(authorizer.settings(), "managedExternally").isPresent();
    if (authorizer.isCognito() || stack.has(id) || external) {
      return;
    }
    Draft draft = Draft.of(authorizer.written());
    Tree target = authorizer.function().flatMap(function -> function.aliasId()).<Tree>map(draft::ref)
        .orElseGet(() -> authorizer.arn().get());
    stack.add(id, "AWS::Lambda::Permission",
        draft.object().put("FunctionName", target).put("Action", "lambda:InvokeFunction")
            .put("Principal", "apigateway.amazonaws.com")
            .put("SourceArn", draft.arn("execute-api", api, draft.text("/*/*"))).tree(),
        Stack.Origin.of(event.event()));
  }

  /** The stage's name. */
  static Tree stage(Service service, Draft draft) {
    return service.provider("apiGateway", "stage").filter(Config::isTruthy)
        .orElseGet(() -> draft.text(service.stage()));
  }

  /** Adds the deployment, which makes the stage. */
  static void deploy(Stack stack, Tree api, Event first, List<String> methodIds) {
    Draft draft = first.draft();
    var dependsOn = new ArrayList<Tree>();
    methodIds.forEach(id -> dependsOn.add(draft.text(id)));
    stack.add(DEPLOYMENT, "AWS::ApiGateway::Deployment",
        draft.object().put("RestApiId", api).put("StageName", stage(stack.service(), draft))
            .put("Description", stack.service().provider("apiGateway", "description")).tree(),
        Optional.of(draft.list(dependsOn)), new Stack.Origin(draft.at(), DEPLOYMENT, "AWS::ApiGateway::Deployment"));
    describeStage(stack, first);
  }

  /**
   * The framework sets tracing and logs of the stage by calls after deployment, which are not in its template. Here they
   * become the description of the stage that the deployment makes, so that they are seen.
   */
  private static void describeStage(Stack stack, Event first) {
    Service service = stack.service();
    Optional<Tree> logs = service.provider("logs", "restApi").filter(Config::isTruthy)
        .filter(tree -> Config.mapping(tree).filter(m -> Config.isFalse(m, "accessLogging")).isEmpty());
    logs.ifPresent(tree -> logGroup(stack, Draft.of(tree)));
    Optional<Tree> access = logs
        .map(tree -> Draft.of(tree).object().put("DestinationArn", Draft.of(tree).attribute(LOG_GROUP, "Arn")).tree());
    Draft draft = first.draft();
    Draft.Fields description = draft.object().put("AccessLogSetting", access).put("TracingEnabled",
        service.provider("tracing", "apiGateway").filter(Config::isTruthy));
    Optional<Tree.Mapping> before = stack.resource(DEPLOYMENT).flatMap(resource -> resource.mapping("Properties"));
    if (!description.isEmpty() && before.isPresent()) {
      stack.replaceProperties(DEPLOYMENT,
          Merge.shallow(before.get(), draft.object().put("StageDescription", description.tree()).tree()));
    }
  }

  private static void logGroup(Stack stack, Draft draft) {
    stack.add(LOG_GROUP, "AWS::Logs::LogGroup",
        draft.object().put("LogGroupName", draft.concat(draft.text("/aws/api-gateway/"), stack.service().prefix(draft)))
            .put("RetentionInDays", stack.service().provider("logRetentionInDays")).tree(),
        new Stack.Origin(draft.at(), LOG_GROUP, "AWS::Logs::LogGroup"));
    CustomResources.apiGatewayLogs(stack, draft);
  }

  /** Logical id of the request validator, which is added on first use. */
  static String validator(Stack stack, Draft draft, Tree api) {
    String service = Config.text(stack.service().name()).orElse("");
    String id = "ApiGateway" + Naming.alphanumeric(service) + "RequestValidator";
    if (!stack.has(id)) {
      stack.add(id, "AWS::ApiGateway::RequestValidator",
          draft.object().put("RestApiId", api).put("ValidateRequestBody", draft.flag(true))
              .put("ValidateRequestParameters", draft.flag(true)).tree(),
          new Stack.Origin(draft.at(), id, "AWS::ApiGateway::RequestValidator"));
    }
    return id;
  }
}

package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins {@code AWS::Lambda::Permission} with the triggers found elsewhere: a permission is evidence of the triggers that need
 * it, widens them where it names no source, and is a trigger of its own where nothing else tells who calls.
 */
final class PermissionTriggers {
  private static final String API_GATEWAY = "apigateway";

  /** The events of each service that calls functions, by the first label of its principal. */
  private static final Map<String, EventShape> SERVICES = Map.ofEntries(Map.entry("s3", EventShape.S3),
      Map.entry("sns", EventShape.SNS), Map.entry("events", EventShape.EVENTBRIDGE),
      Map.entry("scheduler", EventShape.SCHEDULE), Map.entry("pipes", EventShape.PIPE),
      Map.entry("logs", EventShape.CLOUDWATCH_LOGS), Map.entry("cognito-idp", EventShape.COGNITO),
      Map.entry("cognito-sync", EventShape.COGNITO), Map.entry("iot", EventShape.IOT),
      Map.entry("alexa-appkit", EventShape.ALEXA), Map.entry("alexa-connectedhome", EventShape.ALEXA),
      Map.entry("elasticloadbalancing", EventShape.ALB), Map.entry("vpc-lattice", EventShape.ALB),
      Map.entry("config", EventShape.CONFIG), Map.entry("lex", EventShape.LEX), Map.entry("lexv2", EventShape.LEX),
      Map.entry("connect", EventShape.CONNECT), Map.entry("ses", EventShape.SES),
      Map.entry("codepipeline", EventShape.CODEPIPELINE), Map.entry("codecommit", EventShape.CODECOMMIT),
      Map.entry("secretsmanager", EventShape.SECRET_ROTATION), Map.entry("bedrock", EventShape.BEDROCK_AGENT),
      Map.entry("cloudformation", EventShape.CUSTOM_RESOURCE), Map.entry("states", EventShape.STEP_FUNCTIONS),
      Map.entry("firehose", EventShape.FIREHOSE), Map.entry("appsync", EventShape.APPSYNC),
      Map.entry("apigateway", EventShape.REST_API), Map.entry("edgelambda", EventShape.CLOUDFRONT),
      Map.entry("batchoperations", EventShape.S3_BATCH), Map.entry("autoscaling", EventShape.LIFECYCLE_HOOK));

  /** Shapes that the same principal may send. */
  private static final Map<EventShape, Set<EventShape>> ALIKE = Map.of(EventShape.EVENTBRIDGE,
      Set.of(EventShape.EVENTBRIDGE, EventShape.EVENTBRIDGE_OF_AWS, EventShape.SCHEDULE), EventShape.S3,
      Set.of(EventShape.S3, EventShape.S3_OBJECT_LAMBDA), EventShape.REST_API,
      Set.of(EventShape.REST_API, EventShape.HTTP_API_V1, EventShape.HTTP_API_V2, EventShape.WEBSOCKET,
          EventShape.AUTHORIZER_TOKEN, EventShape.AUTHORIZER_REQUEST_V1, EventShape.AUTHORIZER_REQUEST_V2,
          EventShape.UNKNOWN));

  private final Stack stack;
  private final List<Trigger> triggers;
  private final Map<String, List<Integer>> byTarget = new HashMap<>();

  PermissionTriggers(Stack stack, List<Trigger> triggers) {
    this.stack = stack;
    this.triggers = triggers;
    for (int i = 0; i < triggers.size(); i++) {
      byTarget.computeIfAbsent(triggers.get(i).target(), _ -> new ArrayList<>()).add(i);
    }
  }

  /** The triggers found elsewhere with their permissions, then the permissions that stand for themselves. */
  List<Trigger> joined() {
    var own = new ArrayList<Trigger>();
    for (Resource permission : stack.ofType("AWS::Lambda::Permission")) {
      if (allowsInvoking(permission)) {
        for (Found function : stack.find(permission, "FunctionName")) {
          for (Stack.Named named : stack.named(function)) {
            stack.resource(named.id(), Stack.FUNCTION)
                .ifPresent(target -> join(permission, target, named.conditions().and(target.conditions()), own));
          }
        }
      }
    }
    triggers.addAll(new LinkedHashSet<>(own));
    return triggers;
  }

  /** Permissions for function URLs are read with the URL. */
  private boolean allowsInvoking(Resource permission) {
    boolean throughUrl = stack.text(permission, "InvokedViaFunctionUrl").filter("true"::equalsIgnoreCase).isPresent();
    return !throughUrl && stack.find(permission, "Action").stream().map(action -> Spelling.of(action.value()))
        .anyMatch(action -> Glob.matches(action.toLowerCase(Locale.ROOT), "lambda:invokefunction"));
  }

  private void join(Resource permission, Resource target, ConditionSet conditions, List<Trigger> own) {
    if (!stack.isPossible(conditions)) {
      return;
    }
    for (Found principal : stack.find(permission, "Principal")) {
      String spelled = Spelling.of(principal.value());
      ConditionSet here = conditions.and(principal.conditions());
      if (isService(spelled)) {
        service(permission, target, spelled, here, own);
      } else {
        own.add(direct(permission, target, principal, here));
      }
    }
  }

  private void service(Resource permission, Resource target, String principal, ConditionSet conditions,
      List<Trigger> own) {
    EventShape shape = SERVICES.getOrDefault(label(principal), EventShape.UNKNOWN);
    Set<EventShape> alike = ALIKE.getOrDefault(shape, Set.of(shape));
    Exposure exposure = exposure(permission);
    Source source = source(permission);
    boolean api = label(principal).equals(API_GATEWAY);
    boolean known = false;
    for (int i : byTarget.getOrDefault(target.id(), List.of())) {
      Trigger trigger = triggers.get(i);
      boolean meant = alike.contains(trigger.shape()) && isSource(trigger, source, api)
          && trigger.conditions().canMeet(conditions);
      if (meant) {
        known = true;
        triggers.set(i, proven(trigger, permission.provenance().at(), api ? trigger.exposure() : exposure));
      }
    }
    if (!known || api && exposure == Exposure.ANY_SERVICE_USER) {
      own.add(api
          ? apiTrigger(permission, target, source.name(), exposure, conditions)
          : Cause.service(shape, source.name(), permission.provenance().at()).exposed(exposure).trigger(target.id(),
              conditions));
    }
  }

  /** {@code s3.amazonaws.com}, {@code alexa-appkit.amazon.com}, {@code x.amazonaws.com.cn}. */
  static boolean isService(String principal) {
    return principal.endsWith(".amazonaws.com") || principal.endsWith(".amazon.com")
        || principal.endsWith(".amazonaws.com.cn") || principal.endsWith(".${AWS::URLSuffix}");
  }

  private static String label(String principal) {
    int dot = principal.indexOf('.');
    String label = dot < 0 ? principal : principal.substring(0, dot);
    // delivery.logs.amazonaws.com, logs.eu-west-1.amazonaws.com, batchoperations.s3.amazonaws.com
    return label.equals("delivery") ? "logs" : label;
  }

  private Optional<String> sourceArn(Resource permission) {
    return stack.find(permission, "SourceArn").stream().flatMap(arn -> stack.source(arn.value()).stream()).findFirst();
  }

  /** What a permission says of the source: the resource or ARN, and the routes of an API. */
  private record Source(Optional<String> name, List<ExecuteApiArn> routes) {}

  private Source source(Resource permission) {
    var routes = new ArrayList<ExecuteApiArn>();
    for (Found arn : stack.find(permission, "SourceArn")) {
      ExecuteApiArn.of(Spelling.of(arn.value())).ifPresent(routes::add);
    }
    return new Source(sourceArn(permission), List.copyOf(routes));
  }

  /** Whether a permission with this source is needed by {@code trigger}; one without source serves all. */
  private boolean isSource(Trigger trigger, Source source, boolean api) {
    boolean known = source.name().flatMap(stack::resource).isPresent();
    if (!known) {
      return true;
    }
    String from = source.name().orElseThrow();
    if (!api) {
      return trigger.source().filter(from::equals).isPresent() || isFilterOf(trigger, from);
    }
    if (trigger.route().isEmpty()) {
      return true;
    }
    Route route = trigger.route().get();
    return route.api().equals(from) && (trigger.shape() == EventShape.WEBSOCKET || route.path().equals("$default")
        || source.routes().stream().anyMatch(arn -> arn.covers(route.method(), route.path())));
  }

  /** A log group's filter and a load balancer's target group are not what the permission names. */
  private boolean isFilterOf(Trigger trigger, String source) {
    return trigger.shape() == EventShape.ALB && stack.resource(source).isPresent()
        || trigger.source().flatMap(stack::resource).isEmpty();
  }

  private static Trigger proven(Trigger trigger, Span at, Exposure exposure) {
    var evidence = new LinkedHashSet<>(trigger.evidence());
    if (!at.equals(trigger.at())) {
      evidence.add(at);
    }
    boolean wider = exposure == Exposure.ANY_SERVICE_USER && trigger.exposure() == Exposure.SERVICE;
    return new Trigger(trigger.target(), trigger.shape(), trigger.route(), trigger.authorization(),
        wider ? exposure : trigger.exposure(), trigger.source(), trigger.conditions(), trigger.at(),
        List.copyOf(evidence));
  }

  /**
   * On whose behalf a service may call: of one source or account, or of anyone's. A bucket's ARN has no account but is one
   * bucket's all the same.
   */
  private Exposure exposure(Resource permission) {
    boolean account = !stack.find(permission, "SourceAccount").isEmpty();
    boolean token = !stack.find(permission, "EventSourceToken").isEmpty();
    boolean organization = !stack.find(permission, "PrincipalOrgID").isEmpty();
    boolean source = stack.find(permission, "SourceArn").stream().map(arn -> Spelling.of(arn.value()))
        .anyMatch(PermissionTriggers::isBound);
    return account || token || organization || source ? Exposure.SERVICE : Exposure.ANY_SERVICE_USER;
  }

  /** Whether an ARN names an account, or is a bucket's with a name. */
  private static boolean isBound(String arn) {
    if (!arn.startsWith("arn:")) {
      return !arn.equals("*");
    }
    String[] parts = arn.split(":", 6);
    if (parts.length < 6) {
      return true;
    }
    return parts[2].equals("s3") ? !parts[5].equals("*") : !parts[4].contains("*");
  }

  /** An API whose routes are not known here: the permission's source names method and path. */
  private Trigger apiTrigger(Resource permission, Resource target, Optional<String> source, Exposure exposure,
      ConditionSet conditions) {
    Span at = permission.provenance().at();
    Optional<Resource> api = source.flatMap(stack::resource);
    EventShape shape = api.map(this::shape).orElse(EventShape.UNKNOWN);
    Optional<Route> route = stack.find(permission, "SourceArn").stream().map(arn -> Spelling.of(arn.value()))
        .flatMap(arn -> ExecuteApiArn.of(arn).stream()).findFirst().map(arn -> new Route(method(arn.method()),
            arn.path().startsWith("$") ? arn.path() : '/' + arn.path(), source.orElse(""), at));
    Authorization unknown = Cause.authorization(Authorization.Kind.UNKNOWN, at);
    if (exposure == Exposure.ANY_SERVICE_USER) {
      // Anyone's API may pass requests on, with whatever authorization its owner likes.
      return new Cause(EventShape.UNKNOWN, Optional.empty(), Cause.authorization(Authorization.Kind.SERVICE, at),
          exposure, Optional.empty(), at, List.of()).trigger(target.id(), conditions);
    }
    Optional<ApiReach.Result> reach = api.map(own -> stack.reach().of(own, route.map(Route::method).orElse("ANY"),
        route.map(Route::path).orElse("/*"), unknown));
    return new Cause(shape, route, unknown, reach.map(ApiReach.Result::exposure).orElse(Exposure.UNKNOWN), source, at,
        reach.map(ApiReach.Result::evidence).orElse(List.of())).trigger(target.id(), conditions);
  }

  private static String method(String method) {
    return method.equals("*") || method.isEmpty() ? "ANY" : method;
  }

  private EventShape shape(Resource api) {
    if (api.type().equals("AWS::ApiGateway::RestApi")) {
      return EventShape.REST_API;
    }
    boolean socket = stack.text(api, "ProtocolType").filter("WEBSOCKET"::equals).isPresent();
    return socket ? EventShape.WEBSOCKET : EventShape.HTTP_API_V2;
  }

  /** A principal that is no service calls the function itself, with a signature. */
  private Trigger direct(Resource permission, Resource target, Found principal, ConditionSet conditions) {
    Span at = permission.provenance().at();
    boolean bound = !(permission.property("SourceArn") instanceof Value.Absent)
        || !(permission.property("SourceAccount") instanceof Value.Absent);
    boolean anyone = Spelling.of(principal.value()).equals("*");
    Exposure exposure = switch (anyone ? Ownership.FOREIGN : Ownership.of(stack, principal.value())) {
      case OWN -> Exposure.ACCOUNT;
      case FOREIGN -> anyone && bound ? Exposure.SERVICE : Exposure.OTHER_ACCOUNTS;
      case UNKNOWN -> Exposure.UNKNOWN;
    };
    return new Cause(EventShape.DIRECT_INVOKE, Optional.empty(), Cause.authorization(Authorization.Kind.IAM, at),
        exposure, Optional.of(Spelling.of(principal.value())), at, List.of(principal.at()))
        .trigger(target.id(), conditions);
  }
}

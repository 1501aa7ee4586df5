package dev.slguard.template.binding;

import dev.slguard.model.EventShape;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a route's integration starts: a function, a state machine, or a queue, topic, table, stream, bus or bucket to which the
 * API hands the request itself.
 */
final class Integrations {
  /** Resources that an API may call without a function between. */
  private static final Set<String> SERVICES = Set.of(Stack.STATE_MACHINE, "AWS::SQS::Queue", "AWS::SNS::Topic",
      "AWS::DynamoDB::Table", "AWS::Kinesis::Stream", "AWS::KinesisFirehose::DeliveryStream", "AWS::Events::EventBus",
      "AWS::S3::Bucket");
  private static final String VARIABLE = "${stageVariables.";

  private final Stack stack;

  Integrations(Stack stack) {
    this.stack = stack;
  }

  /** The property of {@code mapping} that has one of {@code names}; absent if none is written. */
  static Value either(Value.Mapping mapping, String... names) {
    for (String name : names) {
      if (mapping.entries().containsKey(name)) {
        return mapping.get(name);
      }
    }
    return new Value.Absent(mapping.at());
  }

  /** Whether the integration answers by itself: CORS preflights and health checks. */
  boolean isMock(Found integration) {
    return integration.value() instanceof Value.Mapping mapping && type(mapping).equals("MOCK");
  }

  private static String type(Value.Mapping integration) {
    return Found.text(either(integration, "Type", "IntegrationType", "type")).orElse("").toUpperCase(Locale.ROOT);
  }

  /**
   * The triggers that {@code integration} makes.
   *
   * @param api the API, for its stage variables; empty where it stands elsewhere
   * @param cause with the shape that a proxy integration has; others get the shape UNKNOWN, as their mapping decides it
   */
  List<Trigger> triggers(Found integration, Optional<Resource> api, Cause cause) {
    if (!(integration.value() instanceof Value.Mapping mapping)) {
      return List.of();
    }
    Found uri = new Found(either(mapping, "Uri", "IntegrationUri", "uri"), integration.conditions());
    boolean proxy = type(mapping).equals("AWS_PROXY");
    Cause shaped = proxy ? cause : cause.shaped(EventShape.UNKNOWN);
    var triggers = new ArrayList<>(stack.triggers(uri, shaped, Set.of(Stack.FUNCTION)));
    if (triggers.isEmpty()) {
      for (Found variable : stageVariables(uri, api)) {
        triggers.addAll(stack.triggers(variable, shaped, Set.of(Stack.FUNCTION)));
      }
    }
    if (triggers.isEmpty()) {
      triggers.addAll(services(integration, cause.shaped(EventShape.UNKNOWN)));
    }
    return triggers;
  }

  /** The values of the stage variable that names the function, one a stage. */
  private List<Found> stageVariables(Found uri, Optional<Resource> api) {
    String spelled = Spelling.of(uri.value());
    int open = spelled.indexOf(VARIABLE);
    int close = open < 0 ? -1 : spelled.indexOf('}', open);
    if (close < 0 || api.isEmpty()) {
      return List.of();
    }
    String name = spelled.substring(open + VARIABLE.length(), close);
    var values = new ArrayList<Found>();
    for (String type : List.of("AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Stage")) {
      boolean two = type.contains("V2");
      for (Resource stage : stack.pointing(type, two ? "ApiId" : "RestApiId").getOrDefault(api.get().id(), List.of())) {
        values.addAll(stack.find(stage, (two ? "StageVariables." : "Variables.") + name));
      }
    }
    return values;
  }

  private List<Trigger> services(Found integration, Cause cause) {
    var triggers = new ArrayList<Trigger>();
    var seen = new ArrayList<String>();
    for (Found reference : stack.references(integration)) {
      for (Trigger trigger : stack.triggers(reference, cause, SERVICES)) {
        if (!seen.contains(trigger.target())) {
          seen.add(trigger.target());
          triggers.add(trigger);
        }
      }
    }
    return triggers;
  }
}

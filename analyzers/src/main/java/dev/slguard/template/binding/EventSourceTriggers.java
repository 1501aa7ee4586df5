package dev.slguard.template.binding;

import dev.slguard.model.EventShape;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Event source mappings: Lambda reads a queue, stream, table, topic or collection and calls the function. */
record EventSourceTriggers() implements TriggerFamily {

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource mapping : stack.ofType("AWS::Lambda::EventSourceMapping")) {
      if (stack.text(mapping, "Enabled").filter("false"::equalsIgnoreCase).isPresent()) {
        continue;
      }
      for (Found function : stack.find(mapping, "FunctionName")) {
        triggers.addAll(stack.triggers(function,
            Cause.service(shape(stack, mapping), source(stack, mapping), mapping.provenance().at())));
      }
    }
    return triggers;
  }

  private static Optional<String> source(Stack stack, Resource mapping) {
    return stack.find(mapping, "EventSourceArn").stream().flatMap(arn -> stack.source(arn.value()).stream()).findFirst()
        .or(() -> stack.find(mapping, "SelfManagedEventSource.Endpoints.KafkaBootstrapServers[]").stream()
            .flatMap(server -> stack.source(server.value()).stream()).findFirst());
  }

  private static EventShape shape(Stack stack, Resource mapping) {
    if (!stack.find(mapping, "SelfManagedEventSource").isEmpty()
        || !stack.find(mapping, "AmazonManagedKafkaEventSourceConfig").isEmpty()
        || !stack.find(mapping, "SelfManagedKafkaEventSourceConfig").isEmpty()) {
      return EventShape.KAFKA;
    }
    for (Found arn : stack.find(mapping, "EventSourceArn")) {
      Optional<Resource> source = stack.firstNamed(arn.value()).flatMap(stack::resource);
      EventShape shape = source.map(resource -> ofResource(stack, mapping, resource))
          .orElseGet(() -> ofArn(stack, mapping, Spelling.of(arn.value())));
      if (shape != EventShape.UNKNOWN) {
        return shape;
      }
    }
    return byOptions(stack, mapping);
  }

  private static EventShape ofResource(Stack stack, Resource mapping, Resource source) {
    return switch (source.type()) {
      case "AWS::SQS::Queue" -> EventShape.SQS;
      case "AWS::Kinesis::Stream", "AWS::Kinesis::StreamConsumer" -> EventShape.KINESIS;
      case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" -> EventShape.DYNAMODB_STREAM;
      case "AWS::MSK::Cluster", "AWS::MSK::ServerlessCluster" -> EventShape.KAFKA;
      case "AWS::DocDB::DBCluster" -> EventShape.DOCUMENTDB;
      case "AWS::AmazonMQ::Broker" ->
        stack.text(source, "EngineType").map(EventSourceTriggers::ofEngine).orElseGet(() -> byOptions(stack, mapping));
      default -> EventShape.UNKNOWN;
    };
  }

  private static EventShape ofEngine(String engine) {
    return engine.equalsIgnoreCase("RABBITMQ") ? EventShape.RABBITMQ : EventShape.ACTIVEMQ;
  }

  private static EventShape ofArn(Stack stack, Resource mapping, String arn) {
    if (arn.contains(":sqs:")) {
      return EventShape.SQS;
    }
    if (arn.contains(":kinesis:")) {
      return EventShape.KINESIS;
    }
    if (arn.contains(":dynamodb:")) {
      return EventShape.DYNAMODB_STREAM;
    }
    if (arn.contains(":kafka:")) {
      return EventShape.KAFKA;
    }
    if (arn.contains(":mq:")) {
      return byOptions(stack, mapping);
    }
    return arn.contains(":rds:") ? EventShape.DOCUMENTDB : EventShape.UNKNOWN;
  }

  /** What the options of the mapping give away where its source is a parameter or an import. */
  private static EventShape byOptions(Stack stack, Resource mapping) {
    if (!stack.find(mapping, "DocumentDBEventSourceConfig").isEmpty()) {
      return EventShape.DOCUMENTDB;
    }
    if (!stack.find(mapping, "Queues[]").isEmpty()) {
      boolean rabbit = stack.find(mapping, "SourceAccessConfigurations[].Type").stream()
          .anyMatch(type -> type.text().filter("VIRTUAL_HOST"::equals).isPresent());
      return rabbit ? EventShape.RABBITMQ : EventShape.ACTIVEMQ;
    }
    if (!stack.find(mapping, "Topics[]").isEmpty()) {
      return EventShape.KAFKA;
    }
    if (!(mapping.property("ScalingConfig") instanceof Value.Absent)) {
      return EventShape.SQS;
    }
    // DynamoDB and Kinesis streams look alike from here; a stream's attribute tells them apart.
    String arn = stack.find(mapping, "EventSourceArn").stream().map(found -> Spelling.of(found.value())).findFirst()
        .orElse("");
    return arn.endsWith("StreamArn}") ? EventShape.DYNAMODB_STREAM : EventShape.UNKNOWN;
  }
}

package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** Sources that Lambda polls: an event source mapping, and what the role needs to read the source. */
final class PullEvent implements FunctionEvent {
  private static final String[] SAME = {"StartingPosition", "StartingPositionTimestamp", "BatchSize", "Enabled",
      "MaximumBatchingWindowInSeconds", "BisectBatchOnFunctionError", "MaximumRecordAgeInSeconds",
      "MaximumRetryAttempts", "ParallelizationFactor", "TumblingWindowInSeconds", "Topics", "Queues",
      "SourceAccessConfigurations", "FunctionResponseTypes", "FilterCriteria", "KmsKeyArn", "ScalingConfig",
      "ProvisionedPollerConfig", "MetricsConfig", "LoggingConfig"};

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    Span at = event.at();
    Draft properties = target.add(event.id(), "AWS::Lambda::EventSourceMapping", event).child("Properties");
    properties.put("FunctionName", target.name(at)).take(event.properties(), SAME);
    source(event, target, properties);
    switch (event.type()) {
      case "SQS" -> target.mayDo("service-role/AWSLambdaSQSQueueExecutionRole", at);
      case "Kinesis" -> target.mayDo("service-role/AWSLambdaKinesisExecutionRole", at);
      case "DynamoDB" -> target.mayDo("service-role/AWSLambdaDynamoDBExecutionRole", at);
      case "MSK" -> {
        target.mayDo("service-role/AWSLambdaMSKExecutionRole", at);
        KafkaPolicies.managed(event, target);
      }
      case "SelfManagedKafka" -> KafkaPolicies.selfManaged(event, target);
      case "MQ" -> BrokerPolicies.queue(event, target);
      case "DocumentDB" -> BrokerPolicies.documents(event, target);
      default -> throw new IllegalArgumentException(event.type());
    }
    onFailure(event, target, properties);
  }

  private static void source(EventSource event, FunctionTarget target, Draft properties) {
    String key = switch (event.type()) {
      case "SQS" -> "Queue";
      case "MQ" -> "Broker";
      case "DocumentDB" -> "Cluster";
      default -> "Stream";
    };
    if (event.type().equals("SelfManagedKafka")) {
      kafkaSource(event, target, properties);
    } else {
      target.required(event, key).ifPresent(arn -> properties.takeAs("EventSourceArn", event.properties(), key));
    }
    if (event.type().equals("Kinesis") || event.type().equals("DynamoDB") || event.type().equals("MSK")) {
      target.required(event, "StartingPosition");
    }
    if (event.type().equals("DocumentDB")) {
      properties.put("DocumentDBEventSourceConfig",
          Draft.at(event.at()).take(event.properties(), "CollectionName", "DatabaseName", "FullDocument"));
    }
    String consumer = event.type().equals("MSK")
        ? "AmazonManagedKafkaEventSourceConfig"
        : event.type().equals("SelfManagedKafka") ? "SelfManagedKafkaEventSourceConfig" : "";
    if (!consumer.isEmpty()
        && (event.property("ConsumerGroupId").isPresent() || event.property("SchemaRegistryConfig").isPresent())) {
      properties.put(consumer,
          Draft.at(event.at()).take(event.properties(), "ConsumerGroupId", "SchemaRegistryConfig"));
    }
  }

  private static void kafkaSource(EventSource event, FunctionTarget target, Draft properties) {
    Optional<Tree> topics = target.required(event, "Topics");
    if (topics.isPresent() && topics.get() instanceof Tree.Sequence(var items, _) && items.size() != 1) {
      target.error(event, "needs exactly one topic");
    }
    Optional<Tree> servers = target.required(event, "KafkaBootstrapServers");
    if (servers.isPresent()) {
      properties.put("SelfManagedEventSource", Draft.at(event.at()).put("Endpoints",
          Draft.at(event.at()).takeAs("KafkaBootstrapServers", event.properties(), "KafkaBootstrapServers")));
    }
  }

  /** OnFailure of a stream; Kafka destinations add nothing to the role. */
  private static void onFailure(EventSource event, FunctionTarget target, Draft properties) {
    Optional<Tree> config = event.property("DestinationConfig");
    if (config.isEmpty()) {
      return;
    }
    Span at = event.properties().keyAt("DestinationConfig");
    Optional<Tree.Mapping> failure = config.get() instanceof Tree.Mapping mapping
        ? mapping.mapping("OnFailure")
        : Optional.empty();
    if (failure.isEmpty()) {
      target.error(event, "needs OnFailure in DestinationConfig");
      return;
    }
    Tree destination = failure.get().get("Destination").orElse(failure.get());
    Draft written = Draft.of(failure.get());
    written.remove("Type");
    properties.put("DestinationConfig", Draft.at(at).put("OnFailure", written));
    String type = failure.get().text("Type").orElse("");
    String name = event.id() + type + "Policy";
    switch (type) {
      case "SQS" -> target.role().addUnlessHeld(name,
          RolePolicies.document(at, RolePolicies.allow("sqs:SendMessage", destination, at)), at);
      case "SNS" -> target.role().addUnlessHeld(name,
          RolePolicies.document(at, RolePolicies.allow("sns:publish", destination, at)), at);
      case "S3" -> target.role().addUnlessHeld(name, EventInvoke.bucketDocument(destination, at), at);
      case "Kafka", "" -> {
      }
      default -> target.error(event, "has a destination of the type '" + type + "'; 'SQS', 'SNS' and 'S3' are known");
    }
  }
}

package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code stream}: DynamoDB and Kinesis streams, with consumers and failure destinations. */
final class StreamEvents implements EventCompiler {
  static final List<String> TABLE_ACTIONS = List.of("dynamodb:GetRecords", "dynamodb:GetShardIterator",
      "dynamodb:DescribeStream", "dynamodb:ListStreams");
  static final List<String> STREAM_ACTIONS = List.of("kinesis:GetRecords", "kinesis:GetShardIterator",
      "kinesis:DescribeStream", "kinesis:ListStreams");

  /** What the events of one function need, by kind. */
  private static final class Needs {
    final List<Tree> tables = new ArrayList<>();
    final List<Tree> streams = new ArrayList<>();
    final List<Tree> consumed = new ArrayList<>();
    final List<Tree> consumers = new ArrayList<>();
    final List<Tree> topics = new ArrayList<>();
    final List<Tree> queues = new ArrayList<>();
  }

  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      List<Event> events = function.events("stream");
      if (!events.isEmpty()) {
        var needs = new Needs();
        events.forEach(event -> mapping(event, needs, stack));
        grant(needs, stack);
      }
    }
  }

  /** The stream of an event. */
  static Tree arn(Event event) {
    return event.asText().isPresent()
        ? event.body()
        : event.setting("arn").orElseGet(() -> ResourceName.missing(event.settings()));
  }

  /** {@code dynamodb} or {@code kinesis}. */
  static String type(Event event) {
    return event.text("type").or(() -> Config.text(arn(event)).map(text -> part(text, 2))).orElse("");
  }

  private static String part(String arn, int index) {
    String[] parts = arn.split(":", -1);
    return index < parts.length ? parts[index] : "";
  }

  private static String name(Tree arn) {
    Optional<String> text = Config.text(arn);
    if (text.isPresent()) {
      String[] parts = text.get().split("/", -1);
      return parts.length > 1 ? parts[1] : "";
    }
    String name = ResourceName.ofArn(arn, '/');
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static void mapping(Event event, Needs needs, Stack stack) {
    Draft draft = event.draft();
    Tree arn = arn(event);
    String type = type(event);
    String name = name(arn);
    boolean consumer = Config.truthy(event.settings(), "consumer").isPresent();
    (type.equals("dynamodb") ? needs.tables : consumer ? needs.consumed : needs.streams).add(arn);
    Tree source = consumer && type.equals("kinesis") ? consumer(event, arn, name, needs, stack) : arn;
    Draft.Fields fields = draft.object()
        .put("BatchSize", Config.truthy(event.settings(), "batchSize").orElseGet(() -> draft.number(10)))
        .put("Enabled", event.setting("enabled").orElseGet(() -> draft.flag(true))).put("EventSourceArn", source)
        .put("FunctionName", event.function().target(draft))
        .put("ParallelizationFactor", Config.truthy(event.settings(), "parallelizationFactor"))
        .put("StartingPosition",
            Config.truthy(event.settings(), "startingPosition").orElseGet(() -> draft.text("TRIM_HORIZON")))
        .put("StartingPositionTimestamp",
            event.setting("startingPositionTimestamp").filter(_ -> consumer && type.equals("kinesis")))
        .put("MaximumBatchingWindowInSeconds", event.setting("batchWindow"))
        .put("MaximumRetryAttempts", event.setting("maximumRetryAttempts"))
        .put("BisectBatchOnFunctionError", event.setting("bisectBatchOnFunctionError"))
        .put("FunctionResponseTypes", event.setting("functionResponseType").map(draft::list))
        .put("MaximumRecordAgeInSeconds", event.setting("maximumRecordAgeInSeconds"))
        .put("TumblingWindowInSeconds", event.setting("tumblingWindowInSeconds"))
        .put("FilterCriteria", Mappings.filters(event)).put("DestinationConfig", failure(event, needs));
    String id = event.function().normalized() + "EventSourceMapping" + Naming.upperFirst(type)
        + Naming.alphanumeric(name);
    Mappings.add(id, event, fields, stack);
  }

  private static Tree consumer(Event event, Tree arn, String name, Needs needs, Stack stack) {
    Tree setting = event.setting("consumer").orElseThrow();
    boolean isOwn = Config.text(setting).filter("true"::equals).isPresent();
    if (!isOwn) {
      needs.consumers.add(setting);
      return setting;
    }
    Draft draft = Draft.of(setting);
    Tree consumerName = stack.service().provider("kinesis", "consumerNamingMode").filter(Config::isTruthy).isPresent()
        ? draft.concat(draft.text(event.function().name() + name), stack.service().name(),
            draft.text(stack.service().stage() + "Consumer"))
        : draft.text(event.function().name() + name + "Consumer");
    String id = Naming.normalized(Config.text(consumerName).orElse(event.function().name() + name + "Consumer"))
        + "StreamConsumer";
    stack.merge(id, "AWS::Kinesis::StreamConsumer",
        draft.object().put("StreamARN", arn).put("ConsumerName", consumerName).tree(), Optional.empty(),
        Stack.Origin.of(event));
    Tree reference = draft.ref(id);
    needs.consumers.add(reference);
    return reference;
  }

  private static Optional<Tree> failure(Event event, Needs needs) {
    return Config.at(event.settings(), "destinations", "onFailure").map(target -> {
      Draft draft = Draft.of(target);
      Tree arn = target instanceof Tree.Mapping mapping ? Config.value(mapping, "arn").orElse(target) : target;
      String type = Config.mapping(target).flatMap(mapping -> mapping.text("type"))
          .or(() -> Config.text(arn).map(text -> part(text, 2))).orElse("");
      (type.equals("sns") ? needs.topics : needs.queues).add(arn);
      return draft.object().put("OnFailure", draft.object().put("Destination", arn).tree()).tree();
    });
  }

  private static void grant(Needs needs, Stack stack) {
    grant(needs.tables, TABLE_ACTIONS, stack);
    grant(needs.streams, STREAM_ACTIONS, stack);
    grant(needs.consumed, List.of("kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStreamSummary",
        "kinesis:ListShards"), stack);
    grant(needs.consumers, List.of("kinesis:SubscribeToShard"), stack);
    grant(needs.topics, List.of("sns:Publish"), stack);
    grant(needs.queues, List.of("sqs:ListQueues", "sqs:SendMessage"), stack);
  }

  private static void grant(List<Tree> resources, List<String> actions, Stack stack) {
    if (!resources.isEmpty()) {
      stack.grant(Draft.of(resources.getFirst()).allow(actions, resources));
    }
  }
}

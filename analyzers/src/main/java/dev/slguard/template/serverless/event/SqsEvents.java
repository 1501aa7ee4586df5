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

/** {@code sqs}: an event source mapping, and reading the queue allowed to the shared role. */
final class SqsEvents implements EventCompiler {
  static final List<String> ACTIONS = List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  @Override
  public void compile(Stack stack) {
    var queues = new ArrayList<Tree>();
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("sqs")) {
        Tree arn = arn(event);
        queues.add(arn);
        mapping(event, arn, stack);
      }
    }
    if (!queues.isEmpty()) {
      stack.grant(Draft.of(queues.getFirst()).allow(ACTIONS, queues));
    }
  }

  /** The queue of an event. */
  static Tree arn(Event event) {
    return event.asText().isPresent()
        ? event.body()
        : event.setting("arn").orElseGet(() -> ResourceName.missing(event.settings()));
  }

  private static void mapping(Event event, Tree arn, Stack stack) {
    Draft draft = event.draft();
    Draft.Fields fields = draft.object()
        .put("BatchSize", Config.truthy(event.settings(), "batchSize").orElseGet(() -> draft.number(10)))
        .put("MaximumBatchingWindowInSeconds", event.setting("maximumBatchingWindow")).put("EventSourceArn", arn)
        .put("FunctionName", event.function().target(draft))
        .put("Enabled", event.setting("enabled").orElseGet(() -> draft.flag(true)))
        .put("FunctionResponseTypes", event.setting("functionResponseType").map(draft::list))
        .put("FilterCriteria", Mappings.filters(event))
        .put("ScalingConfig", Config.truthy(event.settings(), "maximumConcurrency")
            .map(count -> draft.object().put("MaximumConcurrency", count).tree()));
    String id = event.function().normalized() + "EventSourceMappingSQS"
        + Naming.alphanumeric(ResourceName.ofArn(arn, ':'));
    Mappings.add(id, event, fields, stack);
  }
}

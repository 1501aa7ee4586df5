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

/** {@code msk}: a cluster of Amazon MSK; describing it and network interfaces are allowed to the shared role. */
final class MskEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      List<Event> events = function.events("msk");
      var clusters = new ArrayList<Tree>();
      for (Event event : events) {
        Tree arn = event.setting("arn").orElseGet(() -> ResourceName.missing(event.settings()));
        clusters.add(arn);
        mapping(event, arn, stack);
      }
      if (!events.isEmpty()) {
        Draft draft = events.getFirst().draft();
        stack.grant(draft.allow(List.of("kafka:DescribeCluster", "kafka:GetBootstrapBrokers"), clusters));
        stack.grant(Mappings.networkInterfaces(draft));
      }
    }
  }

  private static String cluster(Tree arn) {
    Optional<String> text = Config.text(arn);
    if (text.isEmpty()) {
      return ResourceName.ofArn(arn, '/');
    }
    String[] parts = text.get().split("/", -1);
    return parts.length > 1 ? parts[1] : "";
  }

  private static void mapping(Event event, Tree arn, Stack stack) {
    Draft draft = event.draft();
    Draft.Fields fields = draft.object().put("EventSourceArn", arn).put("FunctionName", event.function().target(draft))
        .put("StartingPosition",
            Config.truthy(event.settings(), "startingPosition").orElseGet(() -> draft.text("TRIM_HORIZON")))
        .put("StartingPositionTimestamp", event.setting("startingPositionTimestamp"))
        .put("Topics", draft.list(event.setting("topic").map(List::of).orElse(List.of())))
        .put("BatchSize", Config.truthy(event.settings(), "batchSize"))
        .put("MaximumBatchingWindowInSeconds", Config.truthy(event.settings(), "maximumBatchingWindow"))
        .put("AmazonManagedKafkaEventSourceConfig",
            Config.truthy(event.settings(), "consumerGroupId")
                .map(id -> draft.object().put("ConsumerGroupId", id).tree()))
        .put("Enabled", event.setting("enabled"))
        .put("SourceAccessConfigurations",
            event.setting("saslScram512")
                .map(secret -> draft.list(draft.object().put("Type", "SASL_SCRAM_512_AUTH").put("URI", secret).tree())))
        .put("FilterCriteria", Mappings.filters(event));
    String id = event.function().normalized() + "EventSourceMappingMSK"
        + Mappings.cut(Naming.alphanumeric(cluster(arn)), 79)
        + Mappings.cut(Naming.alphanumeric(event.text("topic").orElse("")), 79);
    Mappings.replace(id, event, fields, stack);
  }
}

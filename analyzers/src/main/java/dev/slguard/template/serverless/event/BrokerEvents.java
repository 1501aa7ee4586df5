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

/** {@code activemq} and {@code rabbitmq}: queues of Amazon MQ; broker, secret and network interfaces are allowed. */
final class BrokerEvents implements EventCompiler {
  private final String kind;
  private final String idPart;

  BrokerEvents(String kind, String idPart) {
    this.kind = kind;
    this.idPart = idPart;
  }

  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      List<Event> events = function.events(kind);
      var brokers = new ArrayList<Tree>();
      var secrets = new ArrayList<Tree>();
      for (Event event : events) {
        brokers.add(event.setting("arn").orElseGet(() -> ResourceName.missing(event.settings())));
        secrets.add(event.setting("basicAuthArn").orElseGet(() -> ResourceName.missing(event.settings())));
        mapping(event, brokers.getLast(), secrets.getLast(), stack);
      }
      if (!events.isEmpty()) {
        Draft draft = events.getFirst().draft();
        stack.grant(draft.allow(List.of("secretsmanager:GetSecretValue"), secrets));
        stack.grant(draft.allow(List.of("mq:DescribeBroker"), brokers));
        stack.grant(Mappings.networkInterfaces(draft));
      }
    }
  }

  private void mapping(Event event, Tree broker, Tree secret, Stack stack) {
    Draft draft = event.draft();
    var access = new ArrayList<Tree>();
    access.add(draft.object().put("Type", "BASIC_AUTH").put("URI", secret).tree());
    Config.truthy(event.settings(), "virtualHost").filter(_ -> kind.equals("rabbitmq"))
        .ifPresent(host -> access.add(draft.object().put("Type", "VIRTUAL_HOST").put("URI", host).tree()));
    Draft.Fields fields = draft.object().put("FunctionName", event.function().target(draft))
        .put("EventSourceArn", broker).put("Queues", draft.list(event.setting("queue").map(List::of).orElse(List.of())))
        .put("SourceAccessConfigurations", draft.list(access))
        .put("BatchSize", Config.truthy(event.settings(), "batchSize"))
        .put("MaximumBatchingWindowInSeconds", Config.truthy(event.settings(), "maximumBatchingWindow"))
        .put("Enabled", event.setting("enabled")).put("FilterCriteria", Mappings.filters(event));
    Mappings.replace(event.function().normalized() + "EventSourceMapping" + idPart
        + Mappings.cut(Naming.alphanumeric(event.text("queue").orElse("")), 150), event, fields, stack);
  }
}

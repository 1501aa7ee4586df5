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

/** {@code kafka}: a cluster of one's own; its secrets and, in a VPC, network interfaces are allowed to the shared role. */
final class KafkaEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      List<Event> events = function.events("kafka");
      var secrets = new ArrayList<Tree>();
      boolean vpc = false;
      for (Event event : events) {
        vpc |= mapping(event, secrets, stack);
      }
      if (!secrets.isEmpty()) {
        stack.grant(Draft.of(secrets.getFirst()).allow(List.of("secretsmanager:GetSecretValue"), secrets));
      }
      if (vpc) {
        stack.grant(Mappings.networkInterfaces(events.getFirst().draft()));
      }
    }
  }

  /** Adds the mapping; whether it needs the VPC. */
  private static boolean mapping(Event event, List<Tree> secrets, Stack stack) {
    Draft draft = event.draft();
    String topic = event.text("topic").orElse("");
    var access = new ArrayList<Tree>();
    boolean vpc = false;
    for (var entry : Config.mappingAt(event.settings(), "accessConfigurations").entries().entrySet()) {
      boolean isVpc = entry.getKey().startsWith("vpc");
      vpc |= isVpc;
      for (Tree value : Config.items(entry.getValue().value())) {
        Draft at = Draft.of(value);
        access.add(at.object().put("Type", type(entry.getKey()))
            .put("URI", isVpc ? at.concat(at.text(prefix(entry.getKey())), value) : value).tree());
        if (!isVpc) {
          secrets.add(value);
        }
      }
    }
    Draft.Fields fields = draft.object().put("FunctionName", event.function().target(draft))
        .put("StartingPosition",
            Config.truthy(event.settings(), "startingPosition").orElseGet(() -> draft.text("TRIM_HORIZON")))
        .put("StartingPositionTimestamp", event.setting("startingPositionTimestamp"))
        .put("SelfManagedEventSource",
            draft.object()
                .put("Endpoints",
                    draft.object().put("KafkaBootstrapServers", event.setting("bootstrapServers").map(Config::listed))
                        .tree())
                .tree())
        .put("Topics", draft.list(event.setting("topic").map(List::of).orElse(List.of())))
        .put("SourceAccessConfigurations", draft.list(access))
        .put("BatchSize", Config.truthy(event.settings(), "batchSize"))
        .put("MaximumBatchingWindowInSeconds", Config.truthy(event.settings(), "maximumBatchingWindow"))
        .put("Enabled", event.setting("enabled"))
        .put("SelfManagedKafkaEventSourceConfig",
            Config.truthy(event.settings(), "consumerGroupId")
                .map(id -> draft.object().put("ConsumerGroupId", id).tree()))
        .put("FilterCriteria", Mappings.filters(event));
    Mappings.replace(
        event.function().normalized() + "EventSourceMappingKafka" + Mappings.cut(Naming.alphanumeric(topic), 158),
        event, fields, stack);
    return vpc;
  }

  private static String type(String key) {
    return switch (key) {
      case "vpcSubnet" -> "VPC_SUBNET";
      case "vpcSecurityGroup" -> "VPC_SECURITY_GROUP";
      case "saslPlainAuth" -> "BASIC_AUTH";
      case "saslScram256Auth" -> "SASL_SCRAM_256_AUTH";
      case "saslScram512Auth" -> "SASL_SCRAM_512_AUTH";
      case "clientCertificateTlsAuth" -> "CLIENT_CERTIFICATE_TLS_AUTH";
      case "serverRootCaCertificate" -> "SERVER_ROOT_CA_CERTIFICATE";
      default -> key;
    };
  }

  private static String prefix(String key) {
    return key.equals("vpcSubnet") ? "subnet:" : key.equals("vpcSecurityGroup") ? "security_group:" : "";
  }
}

package dev.slguard.template.serverless.event;

import dev.slguard.source.Text;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.List;
import java.util.Set;

/** All kinds of events, in the order in which the framework compiles them. */
public final class EventKinds {
  private static final List<EventCompiler> COMPILERS = List.of(new ScheduleEvents(), new S3Events(),
      new ExistingBucketEvents(), new HttpEvents(), new WebsocketEvents(), new SnsEvents(), new StreamEvents(),
      new KafkaEvents(), new BrokerEvents("activemq", "ActiveMQ"), new BrokerEvents("rabbitmq", "RabbitMQ"),
      new MskEvents(), new AlbEvents(), new AlexaEvents(), new IotEvents(), new IotFleetProvisioningEvents(),
      new CloudwatchEvents(), new CloudwatchLogEvents(), new CognitoEvents(), new EventBridgeEvents(), new SqsEvents(),
      new CloudFrontEvents(), new HttpApiEvents(), new StateMachines());

  private static final Set<String> KNOWN = Set.of("http", "httpApi", "websocket", "alb", "s3", "sns", "sqs", "stream",
      "msk", "kafka", "activemq", "rabbitmq", "schedule", "eventBridge", "cloudwatchEvent", "cloudwatchLog", "iot",
      "iotFleetProvisioning", "alexaSkill", "alexaSmartHome", "cognitoUserPool", "cloudFront");

  private EventKinds() {}

  /** Adds what all events of the service make. */
  public static void compile(Stack stack) {
    COMPILERS.forEach(compiler -> compiler.compile(stack));
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events()) {
        if (!KNOWN.contains(event.kind())) {
          stack.diagnostics().warning(event.at(), "the event kind '" + Text.shown(event.kind())
              + "' is not known (a plugin may define it); what it starts is not analysed");
        }
      }
    }
  }
}

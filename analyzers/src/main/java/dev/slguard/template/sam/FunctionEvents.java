package dev.slguard.template.sam;

import java.util.Optional;

/** The types of events that a function takes; a new one is added here. */
final class FunctionEvents {
  private FunctionEvents() {}

  static Optional<FunctionEvent> of(String type) {
    return switch (type) {
      case "Api" -> Optional.of(new RestApiEvent());
      case "HttpApi" -> Optional.of(new HttpApiEvent());
      case "S3" -> Optional.of(new S3Event());
      case "SNS" -> Optional.of(new SnsEvent());
      case "SQS", "Kinesis", "DynamoDB", "MSK", "MQ", "SelfManagedKafka", "DocumentDB" -> Optional.of(new PullEvent());
      case "Schedule", "CloudWatchEvent", "EventBridgeRule" -> Optional.of(RuleEvent::expand);
      case "ScheduleV2" -> Optional.of(ScheduleV2Event::expand);
      case "CloudWatchLogs" -> Optional.of(new LogsEvent());
      case "IoTRule" -> Optional.of(new IoTEvent());
      case "AlexaSkill" -> Optional.of(new AlexaEvent());
      case "Cognito" -> Optional.of(new CognitoEvent());
      default -> Optional.empty();
    };
  }
}

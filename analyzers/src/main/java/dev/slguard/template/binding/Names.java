package dev.slguard.template.binding;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources that references, ARNs and physical names mean. */
final class Names {
  /** The property that gives a resource of each type its physical name, where that is not {@code Name}. */
  private static final Map<String, String> NAMES = Map.ofEntries(Map.entry(Stack.FUNCTION, "FunctionName"),
      Map.entry(Stack.WEB_FUNCTION, "FunctionName"), Map.entry(Stack.STATE_MACHINE, "StateMachineName"),
      Map.entry("AWS::SQS::Queue", "QueueName"), Map.entry("AWS::SNS::Topic", "TopicName"),
      Map.entry("AWS::DynamoDB::Table", "TableName"), Map.entry("AWS::DynamoDB::GlobalTable", "TableName"),
      Map.entry("AWS::S3::Bucket", "BucketName"), Map.entry("AWS::IAM::Role", "RoleName"),
      Map.entry("AWS::IAM::User", "UserName"), Map.entry("AWS::IAM::Group", "GroupName"),
      Map.entry("AWS::IAM::ManagedPolicy", "ManagedPolicyName"), Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
      Map.entry("AWS::Cognito::UserPool", "UserPoolName"), Map.entry("AWS::ApiGateway::DomainName", "DomainName"),
      Map.entry("AWS::ApiGatewayV2::DomainName", "DomainName"),
      Map.entry("AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName"),
      Map.entry("AWS::ECR::Repository", "RepositoryName"), Map.entry("AWS::MSK::Cluster", "ClusterName"),
      Map.entry("AWS::Backup::BackupVault", "BackupVaultName"));

  /** Longest chain of aliases and versions that is followed. */
  private static final int HOPS = 6;

  private final Stack stack;
  private final Map<String, List<String>> byName = new LinkedHashMap<>();

  Names(Stack stack) {
    this.stack = stack;
  }

  void add(Resource resource) {
    String spelling = Spelling.of(resource.property(NAMES.getOrDefault(resource.type(), "Name")));
    if (!spelling.isEmpty()) {
      byName.computeIfAbsent(spelling, _ -> new ArrayList<>()).add(resource.id());
    }
  }

  /** Logical ids of the resources that {@code value} means; aliases and versions lead to their function. */
  List<String> ids(Value value) {
    return ids(value, HOPS);
  }

  private List<String> ids(Value value, int hops) {
    return switch (value) {
      case Value.Reference(String id, _, _) -> stack.resource(id).isPresent() ? List.of(follow(id, hops)) : List.of();
      case Value.Text(var parts, _) -> inText(value, parts, hops);
      case Value.Scalar(String text, _, _) -> byText(text);
      case Value.Unknown _,Value.Choice _,Value.Listing _,Value.Mapping _,Value.Absent _ -> List.of();
    };
  }

  /** The first reference in a text that is something to start, else the first one, else the name that the text spells. */
  private List<String> inText(Value whole, List<Value> parts, int hops) {
    List<String> byText = byText(Spelling.of(whole));
    if (!byText.isEmpty()) {
      return byText;
    }
    var referred = new LinkedHashSet<String>();
    for (Value part : parts) {
      for (Found arm : stack.arms(new Found(part, ConditionSet.ALWAYS))) {
        if (arm.value() instanceof Value.Reference(String id, _, _) && stack.resource(id).isPresent()) {
          referred.add(follow(id, hops));
        }
      }
    }
    Optional<String> startable = referred.stream().filter(stack::isStartable).findFirst();
    return startable.or(() -> referred.stream().findFirst()).map(List::of).orElse(List.of());
  }

  /** The resources with the physical name that {@code spelling} is or, as an ARN, ends with. */
  private List<String> byText(String spelling) {
    int function = spelling.indexOf(":function:");
    if (function >= 0) {
      List<String> ids = byName.getOrDefault(upTo(spelling.substring(function + ":function:".length())), List.of());
      return ids.stream().filter(id -> stack.resource(id, Stack.FUNCTION).isPresent()).toList();
    }
    if (!spelling.startsWith("arn:")) {
      return byName.getOrDefault(spelling, List.of());
    }
    String service = service(spelling);
    return byName.getOrDefault(afterLast(spelling), List.of()).stream()
        .filter(id -> stack.resource(id).map(resource -> resource.type().contains(service)).orElse(false)).toList();
  }

  /** The part of a resource type that belongs to the service of {@code arn}. */
  private static String service(String arn) {
    int partition = arn.indexOf(':', "arn:".length());
    int end = partition < 0 ? -1 : arn.indexOf(':', partition + 1);
    String service = end < 0 ? "" : arn.substring(partition + 1, end);
    return switch (service) {
      case "states" -> "::StepFunctions::";
      case "sqs" -> "::SQS::";
      case "sns" -> "::SNS::";
      case "s3" -> "::S3::";
      case "dynamodb" -> "::DynamoDB::";
      case "kinesis" -> "::Kinesis::";
      case "events" -> "::Events::";
      case "logs" -> "::Logs::";
      case "iam" -> "::IAM::";
      default -> "::";
    };
  }

  /** {@code name} without a qualifier or a path behind it; colons and slashes inside a hole belong to the hole. */
  private static String upTo(String name) {
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (depth == 0 && (c == ':' || c == '/')) {
        return name.substring(0, i);
      }
    }
    return name;
  }

  private static String afterLast(String arn) {
    int depth = 0;
    for (int i = arn.length() - 1; i >= 0; i--) {
      char c = arn.charAt(i);
      if (c == '}') {
        depth++;
      } else if (c == '{') {
        depth--;
      } else if (depth == 0 && (c == ':' || c == '/')) {
        return arn.substring(i + 1);
      }
    }
    return arn;
  }

  /** The function behind an alias, version or URL, the machine behind its alias; any other resource itself. */
  private String follow(String id, int hops) {
    if (hops == 0) {
      return id;
    }
    Value next = stack.resource(id).map(Names::behind)
        .orElse(new Value.Absent(stack.evaluated().expansion().body().at()));
    return next instanceof Value.Absent ? id : ids(next, hops - 1).stream().findFirst().orElse(id);
  }

  private static Value behind(Resource resource) {
    return switch (resource.type()) {
      case "AWS::Lambda::Alias", "AWS::Lambda::Version" -> resource.property("FunctionName");
      case "AWS::Lambda::Url" -> resource.property("TargetFunctionArn");
      case "AWS::StepFunctions::StateMachineVersion" -> resource.property("StateMachineArn");
      case "AWS::StepFunctions::StateMachineAlias" -> machineVersion(resource);
      default -> new Value.Absent(resource.properties().at());
    };
  }

  private static Value machineVersion(Resource alias) {
    if (alias.property("RoutingConfiguration") instanceof Value.Listing(var items, _) && !items.isEmpty()
        && items.getFirst() instanceof Value.Mapping first) {
      return first.get("StateMachineVersionArn");
    }
    return alias.property("DeploymentPreference") instanceof Value.Mapping preference
        ? preference.get("StateMachineVersionArn")
        : new Value.Absent(alias.properties().at());
  }
}

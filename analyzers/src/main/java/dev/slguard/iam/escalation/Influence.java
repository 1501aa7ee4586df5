package dev.slguard.iam.escalation;

import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.escalation.Becoming.Step;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Steps by which one principal starts or feeds what runs as another: it decides on the input, not on the code. */
final class Influence {
  static final String CALL = "invoke-function";
  static final String FEED = "event-source";
  static final String START = "start-execution";
  static final Set<String> METHODS = Set.of(CALL, FEED, START);

  private final Deployment deployment;
  private final Targets targets;

  Influence(Deployment deployment, Targets targets) {
    this.deployment = deployment;
    this.targets = targets;
  }

  /** How {@code from} makes work for {@code to}. */
  Optional<Step> step(EffectivePermissions from, Identity to) {
    for (Function function : deployment.functions()) {
      if (function.runsAs(to.id())) {
        Optional<Step> step = calling(from, to, function).or(() -> feeding(from, to, function));
        if (step.isPresent()) {
          return step;
        }
      }
    }
    for (Resource resource : deployment.resources().values()) {
      if (resource.type().equals("AWS::StepFunctions::StateMachine")
          && Targets.mentions(resource.property("RoleArn"), to.id())) {
        Optional<Step> step = targets
            .held(from, List.of("states:StartExecution", "states:StartSyncExecution"),
                targets.reaches(resource.id(), ":stateMachine:*"))
            .map(permission -> new Step(from.identity(), to, START, List.of(permission), Optional.empty(),
                "start state machine '" + resource.provenance().authoredId() + "', which runs as it"));
        if (step.isPresent()) {
          return step;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Step> calling(EffectivePermissions from, Identity to, Function function) {
    return targets.held(from, List.of("lambda:InvokeFunction"), targets.reaches(function.id(), ":function:*"))
        .map(permission -> new Step(from.identity(), to, CALL, List.of(permission), Optional.empty(),
            "call function '" + function.authoredId() + "', which runs as it"));
  }

  private Optional<Step> feeding(EffectivePermissions from, Identity to, Function function) {
    for (Trigger trigger : deployment.triggers()) {
      Optional<Resource> source = trigger.target().equals(function.id())
          ? trigger.source().map(deployment.resources()::get)
          : Optional.empty();
      Optional<Step> step = source.flatMap(
          resource -> targets.held(from, writes(resource.type()), targets.reaches(resource.id(), all(resource.type())))
              .map(permission -> new Step(from.identity(), to, FEED, List.of(permission), Optional.empty(),
                  "write to '" + resource.provenance().authoredId() + "', which starts function '"
                      + function.authoredId() + "', which runs as it")));
      if (step.isPresent()) {
        return step;
      }
    }
    return Optional.empty();
  }

  private static List<String> writes(String type) {
    return switch (type) {
      case "AWS::SQS::Queue" -> List.of("sqs:SendMessage");
      case "AWS::SNS::Topic" -> List.of("sns:Publish");
      case "AWS::S3::Bucket" -> List.of("s3:PutObject");
      case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" ->
        List.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem");
      case "AWS::Kinesis::Stream" -> List.of("kinesis:PutRecord", "kinesis:PutRecords");
      default -> List.of();
    };
  }

  /** How an entry ends that covers all of the kind. */
  private static String all(String type) {
    return switch (type) {
      case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" -> ":table/*";
      case "AWS::Kinesis::Stream" -> ":stream/*";
      default -> ":*";
    };
  }
}

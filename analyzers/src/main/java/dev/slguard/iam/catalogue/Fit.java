package dev.slguard.iam.catalogue;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.source.Span;
import java.util.Set;

/** Whether actions can work on resources, by the ARN formats of their resource types. */
public final class Fit {
  private static final int FIELDS = 6;
  private static final int REGION = 3;
  /** Services some of whose resources have no region whatever their format says: access points and models of many regions. */
  private static final Set<String> GLOBAL = Set.of("s3", "bedrock");
  /** Services of whose resources none belongs to AWS, whose ARNs have no account. */
  private static final Set<String> OWNED = Set.of("cognito-idp", "dynamodb", "events", "iam", "kinesis", "lambda",
      "logs", "secretsmanager", "sns", "sqs", "states");

  private Fit() {}

  /** Whether an entry of Resource can match a resource that {@code action} works on. */
  public static boolean of(Action action, TextPattern entry) {
    // The policy of an API may leave out the API itself, which API Gateway puts in.
    if (ResourcePattern.isShort(entry)) {
      return action.service().equals("execute-api");
    }
    Glob written = ResourcePattern.glob(entry, true);
    return action.resources().stream().anyMatch(type -> written.meets(format(type)) && level(action, type, entry));
  }

  /** An S3 bucket's name holds no slash, an object's ARN does. */
  private static boolean level(Action action, ResourceType type, TextPattern entry) {
    if (!action.service().equals("s3")) {
      return true;
    }
    String text = entry.text();
    return switch (type.name()) {
      case "bucket" -> !text.contains("/");
      case "object" -> text.contains("/") || text.endsWith("*");
      default -> true;
    };
  }

  /** The format with a region that is there, where the service works in one, and with an account, where resources of AWS itself have one too. */
  private static Glob format(ResourceType type) {
    String[] fields = type.pattern().split(":", FIELDS);
    if (fields.length == FIELDS && fields[REGION].equals("*") && !GLOBAL.contains(fields[2])) {
      fields[REGION] = "?*";
    }
    if (fields.length == FIELDS && fields[REGION + 1].equals("*") && OWNED.contains(fields[2])) {
      fields[REGION + 1] = "?*";
    }
    return Glob.arnCondition(TextPattern.of(String.join(":", fields), TextPattern.Syntax.WILDCARDS, Span.startOf("")));
  }
}

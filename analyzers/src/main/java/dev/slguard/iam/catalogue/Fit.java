package dev.slguard.iam.catalogue;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.source.Span;

/** Whether actions can work on resources, by the ARN formats of their resource types. */
public final class Fit {
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

  private static Glob format(ResourceType type) {
    return Glob.arnCondition(TextPattern.of(type.pattern(), TextPattern.Syntax.WILDCARDS, Span.startOf("")));
  }
}

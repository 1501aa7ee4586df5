package dev.slguard.iam.hygiene;

import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.ResourceType;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the actions of a statement can work on its resources. Certain only where no listed resource fits any type. */
final class ResourceCheck {
  private final List<PolicyProblem> problems;

  ResourceCheck(List<PolicyProblem> problems) {
    this.problems = problems;
  }

  void check(Statement statement, Set<Action> actions) {
    Optional<PatternList> list = statement.resources();
    if (list.isEmpty() || list.get().negated() || statement.actions().negated() || list.get().items().isEmpty()) {
      return;
    }
    List<TextPattern> items = list.get().items();
    if (items.stream().anyMatch(item -> item.isAny() || item.hasHole() || ResourcePattern.isMalformed(item))) {
      return;
    }
    var lost = new ArrayList<String>();
    boolean wildcards = statement.actions().items().stream().anyMatch(TextPattern::hasWildcard);
    var starOnly = new ArrayList<String>();
    for (Action action : actions) {
      if (!action.isNarrowable()) {
        starOnly.add(action.id());
      }
      if (items.stream().noneMatch(item -> fits(action, item))) {
        lost.add(action.id());
      }
    }
    if (lost.isEmpty() || wildcards && lost.size() < actions.size()) {
      return;
    }
    boolean s3 = lost.stream().allMatch(action -> action.startsWith("s3:")) && !starOnly.containsAll(lost);
    String names = "'" + String.join("', '", lost.subList(0, Math.min(3, lost.size()))) + "'";
    String why = starOnly.containsAll(lost)
        ? " supports Resource '*' only, so that nothing is said about the listed resources"
        : " works on none of the listed resources";
    problems.add(new PolicyProblem(s3 ? Kind.S3_ARN_LEVEL : Kind.RESOURCE_MISMATCH, list.get().at(),
        names + why + (s3 ? "; bucket actions need the bucket's ARN, object actions an ARN with '/*'" : "")));
  }

  private static boolean fits(Action action, TextPattern item) {
    // The policy of an API may leave out the API itself, which API Gateway puts in.
    if (ResourcePattern.isShort(item)) {
      return action.service().equals("execute-api");
    }
    Glob written = ResourcePattern.glob(item, true);
    return action.resources().stream().anyMatch(type -> written.meets(format(type)) && level(action, type, item));
  }

  /** An S3 bucket's name holds no slash, an object's ARN does. */
  private static boolean level(Action action, ResourceType type, TextPattern item) {
    if (!action.service().equals("s3")) {
      return true;
    }
    String text = item.text();
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

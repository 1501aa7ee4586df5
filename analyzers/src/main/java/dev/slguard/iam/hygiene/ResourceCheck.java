package dev.slguard.iam.hygiene;

import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.Fit;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
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
      if (items.stream().noneMatch(item -> Fit.of(action, item))) {
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
}

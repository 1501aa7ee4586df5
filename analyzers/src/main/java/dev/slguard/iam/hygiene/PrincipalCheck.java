package dev.slguard.iam.hygiene;

import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Principals that nobody is, or that do not go with the actions of their statement. */
final class PrincipalCheck {
  /** Services that roles and resources of serverless applications name most; a name beside one of them is a slip. */
  private static final List<String> COMMON = List.of("apigateway", "appsync", "cloudformation", "cloudfront",
      "codebuild", "codepipeline", "cognito-idp", "delivery.logs", "dynamodb", "ecs-tasks", "edgelambda", "events",
      "firehose", "kinesis", "lambda", "scheduler", "states");
  private static final String SUFFIX = ".amazonaws.com";

  private final List<PolicyProblem> problems;

  PrincipalCheck(List<PolicyProblem> problems) {
    this.problems = problems;
  }

  void check(Statement statement) {
    List<Principal> principals = statement.principals().map(list -> list.items()).orElse(List.of());
    for (Principal principal : principals) {
      if (principal instanceof Principal.Service(TextPattern name)) {
        name.literal().ifPresent(text -> slip(text, name));
      }
    }
    if (statement.source().type() == PolicyType.TRUST && statement.effect() == Effect.ALLOW
        && !statement.actions().negated()) {
      principals.forEach(principal -> action(statement, principal));
    }
  }

  private void slip(String text, TextPattern name) {
    if (text.indexOf('/') >= 0 || text.indexOf(' ') >= 0) {
      problems.add(new PolicyProblem(Kind.UNKNOWN_SERVICE_PRINCIPAL, name.at(),
          "No service is called '" + text + "': a principal is a name, as 'lambda" + SUFFIX + "'"));
    } else if (text.endsWith(SUFFIX)) {
      String service = text.substring(0, text.length() - SUFFIX.length()).toLowerCase(Locale.ROOT);
      if (!COMMON.contains(service)) {
        COMMON.stream().filter(known -> isOneEdit(service, known)).findFirst()
            .ifPresent(known -> problems.add(new PolicyProblem(Kind.UNKNOWN_SERVICE_PRINCIPAL, name.at(),
                "No service is called '" + text + "'; did you mean '" + known + SUFFIX + "'?")));
      }
    }
  }

  /** Whether one letter more, less or other makes {@code a} of {@code b}. */
  private static boolean isOneEdit(String a, String b) {
    int start = 0;
    int most = Math.min(a.length(), b.length());
    while (start < most && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    return Math.max(a.length(), b.length()) - start - end == 1;
  }

  /** Each kind of principal signs in by an action of its own (STS API reference). */
  private void action(Statement statement, Principal principal) {
    Optional<String> needed = switch (principal) {
      case Principal.Aws _,Principal.Service _ -> Optional.of("sts:assumerole");
      case Principal.Federated(TextPattern name) -> name.literal().filter(text -> !text.contains("saml-provider/"))
          .map(_ -> "sts:assumerolewithwebidentity").or(() -> name.literal().map(_ -> "sts:assumerolewithsaml"));
      case Principal.Everyone _,Principal.Canonical _,Principal.Undecided _ -> Optional.empty();
    };
    List<TextPattern> items = statement.actions().items();
    boolean other = needed.isPresent() && !items.isEmpty()
        && items.stream().map(TextPattern::literal).allMatch(text -> text.map(action -> action.toLowerCase(Locale.ROOT))
            .filter(action -> action.startsWith("sts:assume") && !action.equals(needed.get())).isPresent());
    if (other) {
      problems.add(new PolicyProblem(Kind.MISMATCHED_TRUST_ACTION, statement.actions().at(),
          "This kind of principal cannot call '" + items.getFirst().text() + "', so that nobody can assume the role"));
    }
  }
}

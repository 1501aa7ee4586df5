package dev.slguard.iam.hygiene;

import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import java.util.List;

/** Sizes that AWS stores at most, without white space (IAM User Guide, reference_iam-quotas; Organizations quotas). */
final class Sizes {
  private static final int INLINE_ROLE = 10_240;
  private static final int MANAGED = 6_144;
  private static final int TRUST = 2_048;
  private static final int CONTROL = 5_120;
  private static final int RESOURCE = 32_768;

  private final List<PolicyProblem> problems;

  Sizes(List<PolicyProblem> problems) {
    this.problems = problems;
  }

  void check(Policy policy) {
    int most = switch (policy.source().type()) {
      case IDENTITY -> INLINE_ROLE;
      case BOUNDARY -> MANAGED;
      case SESSION, TRUST -> TRUST;
      case SCP, RCP -> CONTROL;
      case RESOURCE, ENDPOINT -> RESOURCE;
    };
    if (policy.size() > most) {
      problems.add(new PolicyProblem(Kind.TOO_LARGE, policy.at(),
          "The policy has " + policy.size() + " characters, AWS stores at most " + most));
    }
  }
}

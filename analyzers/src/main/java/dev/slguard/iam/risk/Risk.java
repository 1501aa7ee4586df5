package dev.slguard.iam.risk;

import dev.slguard.iam.effective.Permission;
import java.util.List;

/**
 * One reason why a statement is too wide.
 *
 * @param permissions what is meant, one a listed action; empty where the statement as a whole is
 */
public record Risk(Kind kind, List<Permission> permissions) {

  /** What is wrong, worst first. The ids are those of the rules. */
  public enum Kind {
    /** Every action on every resource. */
    ADMINISTRATOR("iam-admin-star-star"),
    /** Every action. */
    EVERY_ACTION("iam-star-action"),
    /** Every action but those listed. */
    NOT_ACTION("iam-allow-not-action"),
    /** Every resource but those listed. */
    NOT_RESOURCE("iam-allow-not-resource"),
    /** Steps to administration, of which the rule on escalation speaks. */
    ESCALATION("iam-privilege-escalation"),
    /** iam:PassRole for roles without bound. */
    PASS_ROLE("iam-passrole-wildcard"),
    /** All of S3 on all buckets. */
    S3_FULL_ACCESS("iam-s3-full-access"),
    /** Every action of a service. */
    SERVICE_WILDCARD("iam-service-wildcard-action"),
    /** Actions that return credentials or tokens, on resources without bound. */
    CREDENTIALS("iam-credentials-exposure"),
    /** Reads of objects, items, secrets, snapshots, parameters, on resources without bound. */
    DATA("iam-data-exfiltration"),
    /** Actions that change who may do what, on resources without bound. */
    PERMISSIONS("iam-permissions-management"),
    /** Actions that share with the world or other accounts, on resources without bound. */
    SHARING("iam-public-sharing"),
    /** Actions that delete or stop logs, on resources without bound. */
    LOGS("iam-log-tampering"),
    /** Writes and tagging on resources without bound, though the actions could be narrowed. */
    WRITES("iam-write-no-constraint"),
    /** Other actions on resources without bound, though they could be narrowed. */
    WIDE_RESOURCE("iam-wildcard-resource");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }

    /** Id of the rule that reports it. */
    public String rule() {
      return rule;
    }
  }

  public Risk {
    permissions = List.copyOf(permissions);
  }

  /** The actions meant, as AWS spells them where known. */
  public List<String> actions() {
    return permissions.stream().map(Permission::action).distinct().toList();
  }

  /** Whether every permission meant is narrowed by a condition; then it is less of a risk. */
  public boolean isConditional() {
    return !permissions.isEmpty() && permissions.stream().noneMatch(Permission::isUnconditional);
  }
}

package dev.slguard.rules.evaluate;

import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the condition of a statement fixes who may call (IAM User Guide, "public" as IAM Access Analyzer and S3 Block
 * Public Access read it): a positive test, which a request without the key fails, on a key that identifies the caller,
 * with values that are no wildcard.
 */
final class Confinement {
  private static final Set<String> IDENTIFYING = Set.of("aws:principalorgid", "aws:principalorgpaths",
      "aws:principalaccount", "aws:principalarn", "aws:userid", "aws:username", "aws:sourcearn", "aws:sourceaccount",
      "aws:sourceowner", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourcevpc", "aws:sourcevpcarn", "aws:sourcevpce",
      "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths", "aws:sourceip", "aws:vpcsourceip",
      "s3:dataaccesspointaccount", "s3:dataaccesspointarn", "kms:calleraccount", "lambda:sourcefunctionarn",
      "lambda:eventsourcetoken", "sns:endpoint", "elasticfilesystem:accesspointarn");
  private static final int ACCOUNT_FIELD = 4;
  private static final int RESOURCE_FIELD = 5;

  private Confinement() {}

  /** Whether who may call is fixed; UNKNOWN where deployment decides the condition. */
  static Truth of(Statement statement) {
    Truth any = Truth.FALSE;
    for (Condition condition : statement.conditions()) {
      any = any.or(confines(condition));
    }
    return any;
  }

  /** Whether a positive test on one of {@code keys} is there, whatever its values. */
  static Truth on(Statement statement, List<String> keys) {
    Truth any = Truth.FALSE;
    for (Condition condition : statement.conditions()) {
      if (!condition.decided()) {
        any = any.or(Truth.UNKNOWN);
      } else if (isPositive(condition) && keys.stream().anyMatch(condition.key()::equalsIgnoreCase)
          && condition.values().stream().noneMatch(TextPattern::isAny)) {
        any = Truth.TRUE;
      }
    }
    return any;
  }

  private static Truth confines(Condition condition) {
    if (!condition.decided()) {
      return Truth.UNKNOWN;
    }
    String key = condition.key().toLowerCase(Locale.ROOT);
    boolean identifies = IDENTIFYING.contains(key);
    if (!identifies || !isPositive(condition) || condition.values().isEmpty()) {
      return Truth.FALSE;
    }
    for (TextPattern value : condition.values()) {
      if (!narrows(key, value)) {
        return Truth.FALSE;
      }
    }
    return Truth.TRUE;
  }

  private static boolean isPositive(Condition condition) {
    return condition.operator().filter(operator -> !operator.isNegated() && operator != ConditionOperator.NULL)
        .isPresent() && !condition.ifExists() && condition.quantifier() != Condition.Quantifier.ALL;
  }

  private static boolean narrows(String key, TextPattern value) {
    String text = value.text();
    if (key.endsWith("sourceip")) {
      return value.hasHole() || !Cidr.isPublic(text) && !text.equals("*");
    }
    if (!value.hasWildcard()) {
      return !text.isEmpty();
    }
    if (key.endsWith("arn")) {
      return narrowsArn(text);
    }
    // A wildcard after a known beginning fixes a family of names; alone, or after a bare prefix such as o-, it does not.
    int wildcard = firstWildcard(text);
    return value.hasHole() || wildcard > 4;
  }

  /** An ARN pattern fixes the caller by its account, or, for a bucket, by its name. */
  private static boolean narrowsArn(String text) {
    String[] fields = text.split(":", 6);
    if (fields.length <= ACCOUNT_FIELD) {
      return false;
    }
    boolean account = firstWildcard(fields[ACCOUNT_FIELD]) < 0 && !fields[ACCOUNT_FIELD].isEmpty();
    boolean bucket = fields[ACCOUNT_FIELD].isEmpty() && fields.length > RESOURCE_FIELD
        && (firstWildcard(fields[RESOURCE_FIELD]) < 0 || firstWildcard(fields[RESOURCE_FIELD]) > 2);
    return account || bucket;
  }

  private static int firstWildcard(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '*' || text.charAt(i) == '?') {
        return i;
      }
    }
    return -1;
  }
}

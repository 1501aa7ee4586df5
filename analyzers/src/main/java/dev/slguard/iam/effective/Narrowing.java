package dev.slguard.iam.effective;

import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Condition.Quantifier;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.TextPattern;
import java.util.List;
import java.util.Locale;

/**
 * Which conditions of an identity's statement narrow what it may do. Those on the manner of the call (encryption, region, time,
 * client) do not, nor those on the account or organization, which the identity always meets, nor those that a caller meets by leaving
 * the key away or with any value.
 */
public final class Narrowing {
  private Narrowing() {}

  /** The conditions among {@code conditions} that narrow. */
  public static List<Condition> of(List<Condition> conditions) {
    return conditions.stream().filter(Narrowing::narrows).toList();
  }

  private static boolean narrows(Condition condition) {
    if (condition.operator().isEmpty()) {
      return true;
    }
    ConditionOperator operator = condition.operator().get();
    boolean leftAway = condition.quantifier() == Quantifier.ALL
        || operator == ConditionOperator.NULL && condition.values().stream().anyMatch(Narrowing::isTrue);
    // Whatever the value of a resource's tag, only resources that bear it are meant.
    boolean anyValue = !isTagOfResource(condition.key().toLowerCase(Locale.ROOT)) && operator.takesWildcards()
        && !operator.isNegated() && condition.values().stream().anyMatch(TextPattern::isAny);
    return !leftAway && !anyValue && !isManner(condition.key().toLowerCase(Locale.ROOT));
  }

  private static boolean isTagOfResource(String key) {
    return key.contains("resourcetag/") || key.contains("existingobjecttag/");
  }

  private static boolean isTrue(TextPattern value) {
    return value.text().equalsIgnoreCase("true");
  }

  /** How the call is made, or what the thing that it makes is like; neither says which role, function or bucket is meant. */
  private static boolean isManner(String key) {
    return key.startsWith("aws:requesttag/") || key.startsWith("s3:x-amz-") || switch (key) {
      case "aws:securetransport", "aws:requestedregion", "aws:currenttime", "aws:epochtime", "aws:tokenissuetime",
          "aws:useragent", "aws:referer", "aws:principaltype", "aws:viaawsservice", "s3:tlsversion",
          "s3:signatureversion", "s3:authtype", "s3:signatureage", "aws:principalaccount", "aws:principalorgid",
          "aws:principalorgpaths", "aws:resourceaccount", "s3:resourceaccount", "aws:tagkeys", "ec2:region",
          "ec2:instancetype", "ec2:tenancy", "ec2:metadatahttptokens", "ec2:ebsoptimized", "lambda:vpcids",
          "lambda:subnetids", "lambda:securitygroupids" ->
        true;
      default -> false;
    };
  }
}

package dev.slguard.iam.publicity;

import dev.slguard.iam.policy.Addresses;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Condition.Quantifier;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.PermissionSet;
import dev.slguard.model.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which conditions fix who a caller is. A condition does so with a positive operator on such a key, all of its values
 * fixed, without IfExists and ForAllValues (S3 User Guide, "The meaning of public"; IAM User Guide, Access Analyzer
 * resources).
 */
public final class Confinement {
  private static final String BUCKET_ANYWHERE = ":s3:*:*:";

  private Confinement() {}

  /** The conditions among {@code conditions} that fix which callers, accounts or networks are let in. */
  public static List<Condition> ofCallers(List<Condition> conditions) {
    return conditions.stream().filter(condition -> fixes(condition, Confinement::isCallerKey)).toList();
  }

  /** Whether one of {@code conditions} fixes which callers, accounts or networks are let in; unknown where deployment decides one. */
  public static Truth fixesCallers(List<Condition> conditions) {
    return !ofCallers(conditions).isEmpty()
        ? Truth.TRUE
        : conditions.stream().allMatch(Condition::decided) ? Truth.FALSE : Truth.UNKNOWN;
  }

  /**
   * Whether the Deny statements among {@code statements}, which stand beside {@code allow} in its policy, leave only fixed
   * callers of what that allows: together they cover all of it, and each spares by nothing but who calls ("deny unless in my
   * organization") or spares nobody.
   */
  public static boolean byDenial(Statement allow, List<Statement> statements) {
    PermissionSet left = PermissionSet.of(allow);
    boolean denied = false;
    for (Statement one : statements) {
      if (one.effect() == Effect.DENY && one.when().isAlways()
          && one.principals().filter(Confinement::leavesFixed).isPresent()
          && (one.conditions().isEmpty() || one.conditions().stream().allMatch(Confinement::sparesFixedCallers))) {
        left = left.minus(PermissionSet.of(one));
        denied = true;
      }
    }
    return denied && left.isEmpty().isTrue();
  }

  /** Whether a Deny that speaks of {@code list} spares nobody, or principals that have a name. */
  private static boolean leavesFixed(PrincipalList list) {
    return list.negated() ? !list.items().isEmpty() && !isEverybody(list) : isEverybody(list);
  }

  private static boolean isEverybody(PrincipalList list) {
    return list.items().stream().anyMatch(item -> item instanceof Principal.Everyone);
  }

  /** Whether only callers that it fixes, or services acting for themselves, fail the test; a request without the key meets it. */
  private static boolean sparesFixedCallers(Condition condition) {
    String key = condition.key().toLowerCase(Locale.ROOT);
    if (key.equals("aws:principalisawsservice") || key.equals("aws:viaawsservice")) {
      return condition.values().stream().allMatch(value -> value.text().equalsIgnoreCase("false"));
    }
    return condition.operator().filter(ConditionOperator::isNegated).isPresent()
        && condition.quantifier() == Quantifier.ONE && !condition.values().isEmpty() && isCallerKey(key)
        && isFixed(condition, key, condition.operator().get());
  }

  private static boolean isFixed(Condition condition, String key, ConditionOperator operator) {
    return switch (operator.family()) {
      case STRING, ARN -> condition.values().stream().allMatch(value -> isFixed(key, value, operator));
      case ADDRESS -> isNarrow(condition.values());
      // EFS, "Blocking public access": a mount target stands in a VPC.
      case BOOL -> key.equals("elasticfilesystem:accessedviamounttarget")
          && condition.values().stream().allMatch(value -> value.text().equalsIgnoreCase("true"));
      case NUMERIC, DATE, BINARY, NULL -> false;
    };
  }

  /** Whether a positive test on one of {@code keys} is there, whatever its values but {@code *}. */
  public static Truth tests(List<Condition> conditions, List<String> keys) {
    Truth any = Truth.FALSE;
    for (Condition condition : conditions) {
      if (!condition.decided()) {
        any = any.or(Truth.UNKNOWN);
      } else if (keys.stream().anyMatch(condition.key()::equalsIgnoreCase) && tests(condition)) {
        any = Truth.TRUE;
      }
    }
    return any;
  }

  private static boolean tests(Condition condition) {
    return condition.ifExists()
        ? fixes(condition, Confinement::isInEveryToken)
        : isPositive(condition) && condition.values().stream().noneMatch(TextPattern::isAny);
  }

  /** Whether it is a positive test, which a request without the key fails. */
  private static boolean isPositive(Condition condition) {
    return condition.operator().filter(operator -> !operator.isNegated() && operator != ConditionOperator.NULL)
        .isPresent() && (!condition.ifExists() || isInEveryToken(condition.key().toLowerCase(Locale.ROOT)))
        && condition.quantifier() != Quantifier.ALL;
  }

  /** Whether no token lacks the claim, so that IfExists changes nothing (OpenID Connect Core 1.0, section 2; SAML 2.0). */
  private static boolean isInEveryToken(String key) {
    return key.endsWith(":sub") || key.endsWith(":aud");
  }

  /** The conditions that tie a service principal to one resource, account or organization. */
  public static List<Condition> ofServices(List<Condition> conditions) {
    return conditions.stream().filter(condition -> fixes(condition, Confinement::isSourceKey)).toList();
  }

  /** The conditions that fix audience or subject of a token. */
  public static List<Condition> ofTokens(List<Condition> conditions) {
    return conditions.stream().filter(condition -> fixes(condition, Confinement::isTokenKey)).toList();
  }

  /** Whether it is a positive, certain test of a key that {@code key} accepts. */
  private static boolean fixes(Condition condition, Predicate<String> key) {
    Optional<ConditionOperator> operator = condition.operator();
    if (operator.isEmpty() || !isPositive(condition) || condition.values().isEmpty()) {
      return false;
    }
    String name = condition.key().toLowerCase(Locale.ROOT);
    return key.test(name) && isFixed(condition, name, operator.get());
  }

  private static boolean isCallerKey(String key) {
    return switch (key) {
      case "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:sourcevpc",
          "aws:sourcevpcarn", "aws:sourcevpce", "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths", "aws:sourceip",
          "s3:dataaccesspointaccount", "s3:dataaccesspointarn", "kms:calleraccount", "lambda:sourcefunctionarn",
          "aws:userid", "sns:endpoint", "elasticfilesystem:accesspointarn",
          "elasticfilesystem:accessedviamounttarget" ->
        true;
      default -> isSourceKey(key);
    };
  }

  private static boolean isSourceKey(String key) {
    return switch (key) {
      case "aws:sourcearn", "aws:sourceaccount", "aws:sourceowner", "aws:sourceorgid", "aws:sourceorgpaths",
          "lambda:eventsourcetoken" ->
        true;
      default -> false;
    };
  }

  private static boolean isTokenKey(String key) {
    return key.endsWith(":aud") || key.endsWith(":sub") || key.endsWith(":app_id") || key.endsWith(":user_id")
        || key.endsWith(":oaud") || key.endsWith(":azp") || key.endsWith(":amr") || key.equals("saml:sub")
        || key.equals("saml:iss") || key.endsWith(":repository") || key.endsWith(":repository_id")
        || key.endsWith(":job_workflow_ref") || key.endsWith(":organization_id") || key.endsWith(":namespace_id")
        || key.endsWith(":project_id");
  }

  private static boolean isFixed(String key, TextPattern value, ConditionOperator operator) {
    if (!operator.takesWildcards() && !value.hasVariable()) {
      return true;
    }
    if (key.endsWith("orgpaths")) {
      return fixedUpTo(value, '/', 1);
    }
    if (key.equals("aws:userid")) {
      // "AROLEID:*": any session of one role.
      return fixedUpTo(value, ':', 1);
    }
    if (key.endsWith("arn")) {
      return fixesArn(value) || namesBucket(value);
    }
    if (key.endsWith(":sub")) {
      return fixedUpTo(value, '/', 1) || fixedUpTo(value, ':', 2);
    }
    return value.parts().stream().allMatch(part -> part instanceof Part.Literal || part instanceof Part.Hole);
  }

  /** Whether it is a bucket's ARN written as {@code arn:aws:s3:*:*:name}, as the S3 User Guide does; no two buckets share a name. */
  private static boolean namesBucket(TextPattern value) {
    String text = value.text();
    int at = text.indexOf(BUCKET_ANYWHERE);
    String name = at < 0 ? "" : text.substring(at + BUCKET_ANYWHERE.length());
    return !name.isEmpty() && name.indexOf('*') < 0 && name.indexOf('?') < 0;
  }

  /** Whether the account of an ARN pattern is fixed, or its name where it has no account. */
  private static boolean fixesArn(TextPattern value) {
    int colons = 0;
    int accountLength = 0;
    for (Part part : value.parts()) {
      switch (part) {
        case Part.Literal(String text) -> {
          for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ':') {
              colons++;
            } else if (colons == 4) {
              accountLength++;
            } else if (colons == 5) {
              return true;
            }
          }
        }
        case Part.Hole hole -> {
          if (!hole.segment() || colons == 4) {
            return true;
          }
        }
        case Part.AnyRun _,Part.AnyOne _,Part.Variable _ -> {
          if (colons >= 4) {
            return colons == 5 && accountLength > 0;
          }
        }
      }
    }
    return colons >= 5 || accountLength > 0;
  }

  /** Whether the text up to the {@code count}th {@code mark} is fixed, and not empty. */
  private static boolean fixedUpTo(TextPattern value, char mark, int count) {
    int seen = 0;
    int length = 0;
    for (Part part : value.parts()) {
      switch (part) {
        case Part.Literal(String text) -> {
          for (int i = 0; i < text.length(); i++) {
            seen += text.charAt(i) == mark ? 1 : 0;
            if (seen == count) {
              return length > 0;
            }
            length++;
          }
        }
        case Part.Hole _ -> length++;
        case Part.AnyRun _,Part.AnyOne _,Part.Variable _ -> {
          return false;
        }
      }
    }
    return length > 0;
  }

  /** Whether no range is wide and the ranges together leave most of the world out. */
  private static boolean isNarrow(List<TextPattern> values) {
    for (TextPattern value : values) {
      Optional<Addresses.Range> range = value.literal().flatMap(Addresses::parse);
      if (value.hasHole()) {
        continue;
      }
      if (range.isEmpty() || range.get().isWorld()) {
        return false;
      }
    }
    return true;
  }
}

package dev.slguard.iam.hygiene;

import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.catalogue.Service;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Addresses;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Condition.Quantifier;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.ConditionOperator.Family;
import dev.slguard.iam.policy.Dates;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Condition keys, operators and values that do not go together. */
final class ConditionCheck {
  private final Catalogue catalogue;
  private final List<PolicyProblem> problems;

  ConditionCheck(Catalogue catalogue, List<PolicyProblem> problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  void check(Statement statement, Set<Action> actions) {
    for (Condition condition : statement.conditions()) {
      if (condition.operator().isPresent()) {
        key(statement, condition, actions);
        values(statement, condition, condition.operator().get());
        quantifier(statement, condition);
        factor(statement, condition);
        secondFactor(statement, condition);
      }
    }
  }

  private void problem(Kind kind, Condition condition, String message) {
    problems.add(new PolicyProblem(kind, condition.at(), message));
  }

  private void key(Statement statement, Condition condition, Set<Action> actions) {
    String key = condition.key().toLowerCase(Locale.ROOT);
    GlobalKeys.replacement(key).ifPresent(better -> problem(Kind.DEPRECATED_KEY, condition,
        "Condition key '" + condition.key() + "' is deprecated; '" + better + "' took its place"));
    Optional<Family> family = GlobalKeys.family(key);
    Optional<Service> service = catalogue.service(ActionPattern.service(key));
    if (family.isEmpty() && service.isPresent() && !GlobalKeys.isOfSession(key)) {
      Optional<String> known = service.get().keys().stream().filter(one -> sameKey(one, key)).findFirst();
      if (known.isEmpty()) {
        problem(Kind.UNKNOWN_KEY, condition,
            "AWS listed no condition key '" + condition.key() + "' on " + catalogue.asOf());
        return;
      }
      family = service.get().keyType(known.get()).flatMap(ConditionCheck::family);
      boolean certain = !actions.isEmpty() && !statement.actions().negated() && isCertain(statement);
      if (certain && actions.stream()
          .noneMatch(action -> action.keys().stream().anyMatch(one -> sameKey(one.toLowerCase(Locale.ROOT), key)))) {
        problem(Kind.UNSUPPORTED_KEY, condition,
            "No action of the statement supplies the condition key '" + condition.key() + "'");
      }
    }
    if (family.isEmpty() && key.startsWith("aws:") && service.isEmpty()) {
      problem(Kind.UNKNOWN_KEY, condition, "AWS has no global condition key '" + condition.key() + "'");
    }
    if (isTag(key) && !actions.isEmpty() && !statement.actions().negated() && isCertain(statement)
        && actions.stream().noneMatch(action -> takes(action, key))) {
      problem(Kind.UNSUPPORTED_KEY, condition,
          "No action of the statement supplies the condition key '" + condition.key() + "'");
    }
    family.ifPresent(type -> type(condition, type));
  }

  /** Whether it is about tags of what is worked on, which each action supports or not; other global keys come with every request. */
  private static boolean isTag(String key) {
    return key.startsWith("aws:resourcetag/") || key.startsWith("aws:requesttag/");
  }

  private static boolean takes(Action action, String key) {
    return Stream.concat(action.keys().stream(), action.resources().stream().flatMap(type -> type.keys().stream()))
        .anyMatch(one -> sameKey(one.toLowerCase(Locale.ROOT), key));
  }

  /** Requests signed with long-term keys lack aws:MultiFactorAuthPresent, so that a plain Bool does not deny them. */
  private void factor(Statement statement, Condition condition) {
    if (statement.effect() == Effect.DENY && condition.isOn("aws:multifactorauthpresent") && !condition.ifExists()
        && condition.operator().filter(operator -> operator == ConditionOperator.BOOL).isPresent()
        && condition.values().stream().allMatch(value -> value.text().equalsIgnoreCase("false"))) {
      problem(Kind.MFA_NOT_ASKED, condition,
          "Long-term keys pass this Deny, for their requests lack '" + condition.key() + "': BoolIfExists stops them");
    }
  }

  /** What asks for a second factor if there is word of one lets in who has none (IAM, id_credentials_mfa_configure-api-require). */
  private void secondFactor(Statement statement, Condition condition) {
    if (statement.effect() == Effect.ALLOW && condition.isOn("aws:multifactorauthpresent") && condition.ifExists()
        && condition.operator().filter(operator -> operator == ConditionOperator.BOOL).isPresent()
        && condition.values().stream().allMatch(value -> value.text().equalsIgnoreCase("true"))) {
      problem(Kind.MFA_NOT_ASKED, condition,
          "Long-term keys are allowed without a second factor, for their requests lack '" + condition.key()
              + "': Bool asks for it");
    }
  }

  /** Whether all actions are of one service, whose list of keys is complete. */
  private static boolean isCertain(Statement statement) {
    return statement.actions().items().stream().noneMatch(item -> item.isAny() || item.hasHole());
  }

  /** Keys with a variable part, as {@code s3:ExistingObjectTag/<key>}, match by what stands before it. */
  private static boolean sameKey(String listed, String key) {
    int variable = Math.max(Math.max(listed.indexOf("${"), listed.indexOf('<')), listed.indexOf("tag-key"));
    return variable < 0 ? listed.equals(key) : key.startsWith(listed.substring(0, variable));
  }

  private static Optional<Family> family(String type) {
    return switch (type) {
      case "String", "ArrayOfString" -> Optional.of(Family.STRING);
      case "ARN", "ArrayOfARN" -> Optional.of(Family.ARN);
      case "Bool", "ArrayOfBool" -> Optional.of(Family.BOOL);
      case "Numeric", "Long" -> Optional.of(Family.NUMERIC);
      case "Date" -> Optional.of(Family.DATE);
      case "IPAddress" -> Optional.of(Family.ADDRESS);
      case "Binary" -> Optional.of(Family.BINARY);
      default -> Optional.empty();
    };
  }

  private void type(Condition condition, Family type) {
    Family used = condition.operator().map(ConditionOperator::family).orElse(type);
    boolean texts = used == Family.STRING && (type == Family.ARN || type == Family.BOOL);
    boolean arns = used == Family.ARN && type == Family.STRING;
    boolean times = used == Family.NUMERIC && type == Family.DATE;
    if (used != type && used != Family.NULL && !texts && !arns && !times) {
      problem(Kind.KEY_TYPE_MISMATCH, condition,
          "'" + condition.spelling() + "' does not fit the values of condition key '" + condition.key() + "'");
    }
  }

  private void values(Statement statement, Condition condition, ConditionOperator operator) {
    for (TextPattern value : condition.values()) {
      Optional<String> text = value.literal();
      if (text.isPresent() && !reads(operator, text.get())) {
        problem(Kind.MALFORMED_VALUE, condition, "'" + condition.spelling() + "' cannot read '" + text.get() + "'");
      }
      boolean equals = operator == ConditionOperator.STRING_EQUALS || operator == ConditionOperator.STRING_NOT_EQUALS;
      if (equals && text.isPresent() && (text.get().contains("*") || text.get().contains("?"))) {
        problem(Kind.WILDCARD_IN_EQUALS, condition,
            "'" + condition.spelling() + "' reads '" + text.get() + "' as text: wildcards need the Like operator");
      }
      variables(statement, condition.at(), value, problems);
      text.flatMap(Addresses::parse).filter(_ -> operator.family() == Family.ADDRESS)
          .ifPresent(range -> address(condition, text.get(), range, statement.effect() == Effect.ALLOW));
      text.filter(one -> operator.family() == Family.STRING && !one.isEmpty())
          .flatMap(one -> ValueForm.fault(condition.key(), one)).ifPresent(fault -> problem(Kind.DOUBTFUL_VALUE,
              condition, "'" + condition.key() + "' is never '" + text.get() + "': " + fault));
      if (operator.family() == Family.ARN) {
        ArnCheck.value(value, problems);
      }
    }
    if (operator == ConditionOperator.BOOL && condition.values().size() > 1) {
      problem(Kind.VACUOUS_CONDITION, condition, "'" + condition.text() + "' holds whatever the value");
    }
    boolean like = operator == ConditionOperator.STRING_LIKE || operator == ConditionOperator.STRING_NOT_LIKE;
    if (like && !condition.values().isEmpty() && condition.values().stream()
        .noneMatch(value -> value.hasWildcard() || value.hasHole() || value.hasVariable())) {
      problem(Kind.LIKE_WITHOUT_WILDCARD, condition, "'" + condition.spelling() + "' has no wildcard in its values");
    }
    if (operator == ConditionOperator.STRING_LIKE && condition.values().stream().anyMatch(TextPattern::isAny)
        && (condition.ifExists() || GlobalKeys.isAlwaysSent(condition.key().toLowerCase(Locale.ROOT)))) {
      problem(Kind.VACUOUS_CONDITION, condition, "'" + condition.text() + "' holds whatever the value");
    }
  }

  private void address(Condition condition, String text, Addresses.Range range, boolean allows) {
    boolean negated = condition.operator().filter(ConditionOperator::isNegated).isPresent();
    if (condition.isOn("aws:sourceip") && range.isPrivate()) {
      problem(Kind.PRIVATE_ADDRESS, condition,
          "'" + text + "' is a private address, which 'aws:SourceIp' never is; VPC endpoints have 'aws:VpcSourceIp'");
    }
    if (range.prefix() == 0 && allows && !negated) {
      problem(Kind.VACUOUS_CONDITION, condition, "'" + condition.text() + "' holds whatever the address");
    } else if (range.isLoose()) {
      problem(Kind.LOOSE_ADDRESS, condition, "'" + text + "' is the range that begins before this address");
    }
  }

  /** Variables that are text here, or have no value in any request. */
  static void variables(Statement statement, Span at, TextPattern pattern, List<PolicyProblem> problems) {
    for (Part part : pattern.parts()) {
      if (part instanceof Part.Literal(String text) && text.contains("${") && !statement.source().variables()) {
        problems.add(new PolicyProblem(Kind.DEAD_VARIABLE, at,
            "'" + pattern.text() + "' is text: variables need Version '2012-10-17'"));
      }
      if (part instanceof Part.Variable(String key, _) && !key.isEmpty() && isUnknown(key.toLowerCase(Locale.ROOT))) {
        problems.add(new PolicyProblem(Kind.UNKNOWN_VARIABLE, at, "No request has a value for the variable '${" + key
            + "}', so that '" + pattern.text() + "' matches nothing"));
      }
    }
  }

  /** A key without service, one of CloudFormation's parameters, or a global key that AWS does not have. */
  private static boolean isUnknown(String key) {
    return key.indexOf(':') < 0 || key.contains("::") || key.startsWith("aws:") && GlobalKeys.family(key).isEmpty();
  }

  private static boolean reads(ConditionOperator operator, String text) {
    return switch (operator.family()) {
      case BOOL, NULL -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      case NUMERIC ->
        text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+') && !text.isEmpty();
      case DATE -> Dates.parse(text).isPresent();
      case ADDRESS -> Addresses.parse(text).isPresent();
      case STRING, BINARY, ARN -> true;
    };
  }

  private void quantifier(Statement statement, Condition condition) {
    String key = condition.key().toLowerCase(Locale.ROOT);
    boolean global = GlobalKeys.family(key).isPresent();
    boolean many = GlobalKeys.isMultiValued(key) || catalogue.service(ActionPattern.service(key))
        .flatMap(service -> service.keyType(key)).filter(type -> type.startsWith("ArrayOf")).isPresent();
    boolean isNull = condition.operator().filter(operator -> operator == ConditionOperator.NULL).isPresent();
    if (many && condition.quantifier() == Quantifier.ONE && !isNull) {
      problem(Kind.MISSING_SET_OPERATOR, condition, "Condition key '" + condition.key() + "' has several values: '"
          + condition.spelling() + "' needs ForAnyValue or ForAllValues");
    }
    if (isNull && condition.quantifier() != Quantifier.ONE) {
      problem(Kind.NEEDLESS_SET_OPERATOR, condition,
          "'" + condition.spelling() + "' asks for each value whether the key is missing: Null alone asks it");
    } else if (!many && global && condition.quantifier() != Quantifier.ONE) {
      problem(Kind.NEEDLESS_SET_OPERATOR, condition, "Condition key '" + condition.key() + "' has one value: '"
          + condition.spelling() + "' holds where the key is missing, or never");
    }
    boolean guarded = statement.conditions().stream().anyMatch(other -> other.isOn(key)
        && other.operator().filter(operator -> operator == ConditionOperator.NULL).isPresent());
    if (condition.quantifier() == Quantifier.ALL && statement.effect() == Effect.ALLOW && !guarded) {
      problem(Kind.FOR_ALL_VALUES_WITHOUT_NULL, condition, "'" + condition.spelling() + "' holds where '"
          + condition.key() + "' is missing: a Null check is missing beside it");
    }
  }
}

package dev.slguard.iam.policy;

import java.util.Optional;

/** The operators of IAM's condition language, without set prefix and {@code IfExists} (elements_condition_operators). */
public enum ConditionOperator {
  STRING_EQUALS, STRING_NOT_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, STRING_LIKE,
  STRING_NOT_LIKE,
  //
  NUMERIC_EQUALS, NUMERIC_NOT_EQUALS, NUMERIC_LESS_THAN, NUMERIC_LESS_THAN_EQUALS, NUMERIC_GREATER_THAN,
  NUMERIC_GREATER_THAN_EQUALS,
  //
  DATE_EQUALS, DATE_NOT_EQUALS, DATE_LESS_THAN, DATE_LESS_THAN_EQUALS, DATE_GREATER_THAN, DATE_GREATER_THAN_EQUALS,
  //
  BOOL, BINARY_EQUALS, IP_ADDRESS, NOT_IP_ADDRESS, ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE, NULL;

  /** What the operator compares. */
  public enum Family {
    STRING, NUMERIC, DATE, BOOL, BINARY, ADDRESS, ARN, NULL
  }

  /** The name as AWS documents it: {@code StringNotEquals}. */
  public String spelling() {
    var spelling = new StringBuilder();
    boolean upper = true;
    for (char c : name().toCharArray()) {
      if (c != '_') {
        spelling.append(upper ? c : Character.toLowerCase(c));
      }
      upper = c == '_';
    }
    return spelling.toString();
  }

  /** What it compares. */
  public Family family() {
    return switch (this) {
      case STRING_EQUALS, STRING_NOT_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, STRING_LIKE,
          STRING_NOT_LIKE ->
        Family.STRING;
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS, NUMERIC_LESS_THAN, NUMERIC_LESS_THAN_EQUALS, NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
        Family.NUMERIC;
      case DATE_EQUALS, DATE_NOT_EQUALS, DATE_LESS_THAN, DATE_LESS_THAN_EQUALS, DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
        Family.DATE;
      case BOOL -> Family.BOOL;
      case BINARY_EQUALS -> Family.BINARY;
      case IP_ADDRESS, NOT_IP_ADDRESS -> Family.ADDRESS;
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> Family.ARN;
      case NULL -> Family.NULL;
    };
  }

  /** Whether it holds where no value matches. */
  public boolean isNegated() {
    return name().contains("NOT_");
  }

  /** The operator that holds exactly where this one, negated, does not; empty if it is not negated. */
  public Optional<ConditionOperator> positive() {
    return isNegated() ? named(spelling().replace("Not", "")) : Optional.empty();
  }

  /** Whether {@code *} and {@code ?} in its values are wildcards. */
  public boolean takesWildcards() {
    return family() == Family.ARN || this == STRING_LIKE || this == STRING_NOT_LIKE;
  }

  /** Whether {@code ${…}} in its values is a variable: not in numbers, dates, addresses and Null. */
  public boolean takesVariables() {
    return switch (family()) {
      case STRING, ARN, BOOL, BINARY -> true;
      case NUMERIC, DATE, ADDRESS, NULL -> false;
    };
  }

  /** The operator of that name, whatever its case. */
  public static Optional<ConditionOperator> named(String name) {
    for (ConditionOperator operator : values()) {
      if (operator.spelling().equalsIgnoreCase(name)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}

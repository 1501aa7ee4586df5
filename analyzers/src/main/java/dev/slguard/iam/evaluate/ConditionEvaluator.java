package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Addresses;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.Dates;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Conditions and variables against the keys of one request (IAM User Guide, elements_condition_operators,
 * condition-single-vs-multi-valued-context-keys, policies_variables).
 */
public final class ConditionEvaluator {
  private final Context context;

  /** Over the keys of one request. */
  public ConditionEvaluator(Context context) {
    this.context = context;
  }

  /** Whether all hold. */
  public Truth all(List<Condition> conditions) {
    Truth all = Truth.TRUE;
    for (Condition condition : conditions) {
      all = all.and(holds(condition));
      if (all.isFalse()) {
        return all;
      }
    }
    return all;
  }

  /** Whether {@code condition} holds; never under an operator that does not exist, since AWS stores no such policy. */
  public Truth holds(Condition condition) {
    if (condition.operator().isEmpty()) {
      return condition.decided() ? Truth.FALSE : Truth.UNKNOWN;
    }
    ConditionOperator operator = condition.operator().get();
    ContextValue found = context.get(condition.key());
    if (operator == ConditionOperator.NULL) {
      return isNull(condition, found);
    }
    return switch (found) {
      case ContextValue.Missing _ -> Truth.of(holdsWithoutKey(condition, operator));
      case ContextValue.Symbolic _ -> Truth.UNKNOWN;
      case ContextValue.Spelled(var spellings) -> spelled(condition, operator, spellings);
      case ContextValue.Since(long asOf) -> since(condition, operator, asOf);
      case ContextValue.Present(var values) -> holds(condition, operator, values);
    };
  }

  private static boolean holdsWithoutKey(Condition condition, ConditionOperator operator) {
    return switch (condition.quantifier()) {
      case ONE -> condition.ifExists() || operator.isNegated();
      case ALL -> true;
      case ANY -> false;
    };
  }

  private Truth isNull(Condition condition, ContextValue found) {
    Truth missing = switch (found) {
      case ContextValue.Missing _ -> Truth.TRUE;
      case ContextValue.Present _,ContextValue.Spelled _ -> Truth.FALSE;
      case ContextValue.Symbolic _ -> Truth.UNKNOWN;
      case ContextValue.Since _ -> Truth.FALSE;
    };
    Truth any = Truth.FALSE;
    for (TextPattern value : condition.values()) {
      Optional<String> wanted = value.literal();
      any = any.or(wanted.isEmpty()
          ? Truth.UNKNOWN
          : wanted.get().equalsIgnoreCase("true")
              ? missing
              : wanted.get().equalsIgnoreCase("false") ? missing.not() : Truth.FALSE);
    }
    return any;
  }

  /** Without a set operator nothing is said about a key of no or several values, so the condition fails. */
  private Truth holds(Condition condition, ConditionOperator operator, List<String> values) {
    boolean single = condition.quantifier() == Condition.Quantifier.ONE;
    if (single && values.size() != 1) {
      return Truth.FALSE;
    }
    Truth result = switch (condition.quantifier()) {
      case ONE, ALL -> Truth.TRUE;
      case ANY -> Truth.FALSE;
    };
    for (String value : values) {
      Truth one = compare(condition, operator, value);
      result = switch (condition.quantifier()) {
        case ONE, ALL -> result.and(one);
        case ANY -> result.or(one);
      };
    }
    return result;
  }

  /** One text in several spellings: a spelling that settles it settles it for all. */
  private Truth spelled(Condition condition, ConditionOperator operator, List<Glob> spellings) {
    Truth any = Truth.FALSE;
    for (TextPattern value : condition.values()) {
      Optional<TextPattern> wanted = resolve(value);
      if (wanted.isPresent()) {
        any = any.or(spellings.stream().map(spelling -> matches(operator, wanted.get(), spelling))
            .filter(truth -> truth != Truth.UNKNOWN).findFirst().orElse(Truth.UNKNOWN));
      }
    }
    return operator.isNegated() ? any.not() : any;
  }

  private static Truth matches(ConditionOperator operator, TextPattern wanted, Glob value) {
    return switch (operator.family()) {
      case STRING -> ignoresCase(operator) ? Truth.UNKNOWN : Glob.of(wanted, false).matches(value);
      case ARN -> Glob.arnCondition(wanted).matches(value);
      case BOOL, BINARY, NUMERIC, DATE, ADDRESS, NULL -> Truth.UNKNOWN;
    };
  }

  private static boolean ignoresCase(ConditionOperator operator) {
    return operator == ConditionOperator.STRING_EQUALS_IGNORE_CASE
        || operator == ConditionOperator.STRING_NOT_EQUALS_IGNORE_CASE;
  }

  /** One value of the request against the list of the condition: any of them, or none for a negated operator. */
  private Truth compare(Condition condition, ConditionOperator operator, String value) {
    Truth any = Truth.FALSE;
    boolean given = isReadable(operator, value);
    boolean readable = given;
    for (TextPattern wanted : condition.values()) {
      Optional<TextPattern> resolved = resolve(wanted);
      if (resolved.isPresent()) {
        boolean both = resolved.get().hasHole() || isReadable(operator, resolved.get());
        any = any.or(both && given ? matches(operator, resolved.get(), value) : Truth.FALSE);
        readable &= both;
      }
    }
    return !readable ? any.and(Truth.of(!operator.isNegated())) : operator.isNegated() ? any.not() : any;
  }

  private static boolean isReadable(ConditionOperator operator, TextPattern wanted) {
    return switch (operator.family()) {
      case STRING -> true;
      case ARN -> isArn(wanted.text());
      case BOOL, BINARY, NUMERIC, DATE, ADDRESS, NULL ->
        wanted.literal().filter(text -> isReadable(operator, text)).isPresent();
    };
  }

  private static boolean isReadable(ConditionOperator operator, String text) {
    return switch (operator.family()) {
      case STRING, BINARY, NULL -> true;
      case BOOL -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      case NUMERIC -> number(text).isPresent();
      case DATE -> Dates.parse(text).isPresent();
      case ADDRESS -> Addresses.parse(text).isPresent();
      case ARN -> isArn(text);
    };
  }

  private static boolean isArn(String text) {
    int colons = 0;
    for (int i = 0; i < text.length() && colons < 5; i++) {
      colons += text.charAt(i) == ':' ? 1 : 0;
    }
    return colons == 5 && text.startsWith("arn:");
  }

  private static Truth matches(ConditionOperator operator, TextPattern wanted, String value) {
    return switch (operator.family()) {
      case STRING -> {
        boolean ignoreCase = ignoresCase(operator);
        yield Glob.of(wanted, ignoreCase).matches(ignoreCase ? Glob.ignoringCase(value) : Glob.text(value));
      }
      case BINARY, NULL -> Glob.of(wanted, false).matches(Glob.text(value));
      case BOOL -> Glob.of(wanted, true).matches(Glob.ignoringCase(value));
      case ARN -> Glob.arnCondition(wanted).matches(Glob.text(value));
      case ADDRESS ->
        known(wanted, text -> Addresses.parse(text).orElseThrow().contains(Addresses.parse(value).orElseThrow()));
      case NUMERIC ->
        known(wanted, text -> ordered(operator, number(value).orElseThrow().compareTo(number(text).orElseThrow())));
      case DATE -> known(wanted,
          text -> ordered(operator, Long.compare(Dates.parse(value).orElseThrow(), Dates.parse(text).orElseThrow())));
    };
  }

  private static Truth known(TextPattern wanted, Predicate<String> test) {
    Optional<String> text = wanted.literal();
    return text.isEmpty() ? Truth.UNKNOWN : Truth.of(test.test(text.get()));
  }

  private static boolean ordered(ConditionOperator operator, int order) {
    return switch (operator) {
      case NUMERIC_LESS_THAN, DATE_LESS_THAN -> order < 0;
      case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> order <= 0;
      case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> order > 0;
      case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> order >= 0;
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS, DATE_EQUALS, DATE_NOT_EQUALS, STRING_EQUALS, STRING_NOT_EQUALS,
          STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, STRING_LIKE, STRING_NOT_LIKE, BOOL, BINARY_EQUALS,
          IP_ADDRESS, NOT_IP_ADDRESS, ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE, NULL ->
        order == 0;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9' || c == '.' || i == 0 && (c == '-' || c == '+'))) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** A time at or after {@code asOf}, compared with the condition's dates. */
  private static Truth since(Condition condition, ConditionOperator operator, long asOf) {
    Truth any = Truth.FALSE;
    for (TextPattern value : condition.values()) {
      OptionalLong date = value.literal().map(Dates::parse).orElse(OptionalLong.empty());
      Truth one = Truth.UNKNOWN;
      if (date.isPresent() && date.getAsLong() < asOf * 1000) {
        one = switch (operator) {
          case DATE_GREATER_THAN, DATE_GREATER_THAN_EQUALS, NUMERIC_GREATER_THAN, NUMERIC_GREATER_THAN_EQUALS ->
            Truth.TRUE;
          case DATE_LESS_THAN, DATE_LESS_THAN_EQUALS, DATE_EQUALS, DATE_NOT_EQUALS, NUMERIC_LESS_THAN,
              NUMERIC_LESS_THAN_EQUALS, NUMERIC_EQUALS, NUMERIC_NOT_EQUALS ->
            Truth.FALSE;
          case STRING_EQUALS, STRING_NOT_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, STRING_LIKE,
              STRING_NOT_LIKE, BOOL, BINARY_EQUALS, IP_ADDRESS, NOT_IP_ADDRESS, ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS,
              ARN_NOT_LIKE, NULL ->
            Truth.UNKNOWN;
        };
      }
      any = any.or(one);
    }
    return operator.isNegated() ? any.not() : any;
  }

  /** {@code pattern} with the request's values for its variables; empty if it then matches nothing. */
  public Optional<TextPattern> resolve(TextPattern pattern) {
    return pattern.resolve(this::lookup);
  }

  private Optional<Part> lookup(Part.Variable variable) {
    return switch (context.get(variable.key())) {
      case ContextValue.Present(var values) when values.size() == 1 -> Optional.of(new Part.Literal(values.getFirst()));
      case ContextValue.Present _ -> Optional.empty();
      case ContextValue.Missing _ -> variable.fallback().map(Part.Literal::new);
      case ContextValue.Symbolic _,ContextValue.Spelled _,ContextValue.Since _ ->
        Optional.of(new Part.Hole("${" + variable.key().toLowerCase(Locale.ROOT) + '}', Optional.empty(), false));
    };
  }
}

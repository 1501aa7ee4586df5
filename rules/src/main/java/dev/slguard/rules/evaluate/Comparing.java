package dev.slguard.rules.evaluate;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Addresses;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.rules.language.Comparison;
import dev.slguard.rules.language.LazyPattern;
import dev.slguard.rules.language.Operator;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What each operator says of a value; UNKNOWN where deployment decides. Values are settled: no Choice at their top. */
final class Comparing {
  /** What a parameter may be, by its name, where the template limits it. */
  private final Map<String, List<String>> allowedValues;

  Comparing(Map<String, List<String>> allowedValues) {
    this.allowedValues = allowedValues;
  }

  /** Whether {@code comparison} holds of {@code value}. */
  Truth test(Comparison comparison, Value value) {
    if (value instanceof Value.Unknown(var origin, var detail, var at) && origin == Value.Origin.PARAMETER) {
      List<String> allowed = allowedValues.getOrDefault(detail, List.of());
      if (!allowed.isEmpty() && comparison.operator() != Operator.KNOWN) {
        return common(allowed.stream().map(text -> of(comparison, Value.Scalar.text(text, at))).toList());
      }
    }
    return of(comparison, value);
  }

  private static Truth common(List<Truth> truths) {
    return truths.stream().distinct().count() == 1 ? truths.getFirst() : Truth.UNKNOWN;
  }

  private static Truth of(Comparison comparison, Value value) {
    return switch (comparison.operand()) {
      case Comparison.Operand.Words(var words) -> words(comparison.operator(), words, value);
      case Comparison.Operand.Flag(boolean flag) -> {
        Truth truth = flag(comparison.operator(), value);
        yield flag ? truth : truth.not();
      }
      case Comparison.Operand.Amount(double number) -> number(comparison.operator(), number, value);
      case Comparison.Operand.Pattern(LazyPattern pattern) -> text(value, pattern::isFoundIn);
    };
  }

  private static Truth words(Operator operator, List<Comparison.Word> words, Value value) {
    Truth any = Truth.FALSE;
    for (Comparison.Word word : words) {
      any = any.or(switch (operator) {
        case STARTS_WITH -> glob(TextMatch.literal(word.text()).before(), value);
        case ENDS_WITH -> glob(TextMatch.literal(word.text()).after(), value);
        case CONTAINS -> glob(TextMatch.literal(word.text()).after().before(), value);
        case ARN_MATCHES -> glob(TextMatch.pattern(word.text()), value);
        case ACTION_MATCHES -> action(word.text(), value);
        default -> equal(word, value);
      });
    }
    return operator == Operator.NOT_EQUALS || operator == Operator.NOT_IN ? any.not() : any;
  }

  private static Truth equal(Comparison.Word word, Value value) {
    if (value instanceof Value.Scalar scalar) {
      return Truth.of(switch (word.kind()) {
        case BOOLEAN -> word.text().equalsIgnoreCase("true") ? isYes(scalar) : isNo(scalar);
        case NUMBER -> sameNumber(word.text(), scalar.text());
        case TEXT, NULL -> scalar.text().equals(word.text());
      });
    }
    return glob(TextMatch.literal(word.text()), value);
  }

  private static boolean sameNumber(String a, String b) {
    try {
      return Double.parseDouble(a) == Double.parseDouble(b);
    } catch (NumberFormatException e) {
      return a.equals(b);
    }
  }

  private static Truth glob(TextMatch glob, Value value) {
    return switch (value) {
      case Value.Scalar(String text, var kind, _) when kind != Tree.Kind.NULL -> Truth.of(glob.matches(text));
      case Value.Text text -> glob.matches(text);
      case Value.Reference _,Value.Unknown _ -> glob.matches(new Value.Text(List.of(value), value.at()));
      case Value.Scalar _,Value.Listing _,Value.Mapping _,Value.Absent _ -> Truth.FALSE;
      case Value.Choice _ -> Truth.UNKNOWN;
    };
  }

  private static Truth action(String wanted, Value value) {
    return switch (value) {
      case Value.Scalar _,Value.Text _,Value.Reference _,Value.Unknown _ -> {
        var pattern = TextPattern.of(value, TextPattern.Syntax.WILDCARDS);
        Glob actions = ActionPattern.glob(TextPattern.of(wanted, TextPattern.Syntax.WILDCARDS, value.at()));
        boolean common = ActionPattern.glob(pattern).meets(actions);
        yield common ? pattern.hasHole() ? Truth.UNKNOWN : Truth.TRUE : Truth.FALSE;
      }
      case Value.Choice _ -> Truth.UNKNOWN;
      case Value.Listing _,Value.Mapping _,Value.Absent _ -> Truth.FALSE;
    };
  }

  /** Whether a known text satisfies {@code question}; unknown where there are holes. */
  private static Truth text(Value value, Predicate<String> question) {
    return switch (value) {
      case Value.Scalar(String text, var kind, _) when kind != Tree.Kind.NULL -> Truth.of(question.test(text));
      case Value.Text _,Value.Reference _,Value.Unknown _,Value.Choice _ -> Truth.UNKNOWN;
      case Value.Scalar _,Value.Listing _,Value.Mapping _,Value.Absent _ -> Truth.FALSE;
    };
  }

  private static Truth flag(Operator operator, Value value) {
    return switch (operator) {
      case ABSENT -> exists(value).not();
      case EMPTY -> empty(value);
      case TRUTHY -> text(value, text -> isYes(Value.Scalar.text(text, value.at())));
      case KNOWN -> Truth.of(isKnown(value));
      case CIDR_PUBLIC -> text(value, text -> text.strip().equals("*")
          || Addresses.parse(text.strip()).filter(Addresses.Range::isWorld).isPresent());
      default -> exists(value);
    };
  }

  private static Truth exists(Value value) {
    return switch (value) {
      case Value.Absent _ -> Truth.FALSE;
      case Value.Scalar(_, var kind, _) -> Truth.of(kind != Tree.Kind.NULL);
      case Value.Unknown(var origin, _, _) -> switch (origin) {
        case MACRO, MALFORMED, FILE -> Truth.UNKNOWN;
        case PARAMETER, SECRET_PARAMETER, PSEUDO, IMPORT, DYNAMIC_REFERENCE, ENVIRONMENT -> Truth.TRUE;
      };
      case Value.Text _,Value.Listing _,Value.Mapping _,Value.Reference _ -> Truth.TRUE;
      case Value.Choice _ -> Truth.UNKNOWN;
    };
  }

  private static Truth empty(Value value) {
    return switch (value) {
      case Value.Absent _ -> Truth.TRUE;
      case Value.Scalar(String text, _, _) -> Truth.of(text.isEmpty());
      case Value.Listing(var items, _) -> Truth.of(items.isEmpty());
      case Value.Mapping mapping -> Truth.of(mapping.entries().isEmpty());
      case Value.Text _,Value.Reference _ -> Truth.FALSE;
      case Value.Unknown _,Value.Choice _ -> Truth.UNKNOWN;
    };
  }

  private static boolean isKnown(Value value) {
    return switch (value) {
      case Value.Scalar _,Value.Listing _,Value.Mapping _,Value.Absent _ -> true;
      case Value.Text _,Value.Reference _,Value.Unknown _,Value.Choice _ -> false;
    };
  }

  private static Truth number(Operator operator, double wanted, Value value) {
    if (operator == Operator.LENGTH) {
      return switch (value) {
        case Value.Listing(var items, _) ->
          items.stream().anyMatch(item -> !isKnown(item)) ? Truth.UNKNOWN : Truth.of(items.size() == wanted);
        case Value.Scalar(String text, _, _) -> Truth.of(text.length() == wanted);
        case Value.Text _,Value.Reference _,Value.Unknown _,Value.Choice _ -> Truth.UNKNOWN;
        case Value.Mapping _,Value.Absent _ -> Truth.FALSE;
      };
    }
    return text(value, text -> compare(operator, text, wanted));
  }

  private static boolean compare(Operator operator, String text, double wanted) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return false;
    }
    return switch (operator) {
      case GT -> number > wanted;
      case GTE -> number >= wanted;
      case LT -> number < wanted;
      default -> number <= wanted;
    };
  }

  private static boolean isYes(Value.Scalar scalar) {
    return switch (scalar.text().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      default -> false;
    };
  }

  private static boolean isNo(Value.Scalar scalar) {
    return switch (scalar.text().toLowerCase(Locale.ROOT)) {
      case "false", "no", "off" -> true;
      default -> false;
    };
  }
}

package dev.slguard.iam.compare;

import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Condition.Quantifier;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes condition keys under which the conditions of statements come out one way or the other. */
final class Contexts {
  /** Sets of keys that are tried for one difference. */
  private static final int TRIED = 40;
  /** Values of one condition that are tried. */
  private static final int VALUES = 4;
  private static final String OTHER = "no-such-value";

  private final Set<Map<String, List<String>>> tried = new LinkedHashSet<>();

  private Contexts() {}

  /**
   * Sets of keys worth trying for {@code statement}: those that meet its conditions in one way or another, with each key of
   * the other statements left away, met or missed.
   */
  static List<Map<String, List<String>>> worthTrying(Statement statement, List<Policy> others) {
    var contexts = new Contexts();
    contexts.meet(statement);
    for (Policy policy : others) {
      for (Statement other : policy.statements()) {
        other.conditions().forEach(contexts::tell);
      }
    }
    return List.copyOf(contexts.tried);
  }

  /** Keys that meet all conditions, and for each condition the other ways to meet it. */
  private void meet(Statement statement) {
    Map<String, List<String>> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (TextPattern resource : statement.resources().map(PatternList::items).orElse(List.of())) {
      for (Part part : resource.parts()) {
        if (part instanceof Part.Variable variable && variable.fallback().isEmpty() && !isOfCaller(variable.key())) {
          own.putIfAbsent(variable.key(), List.of("x"));
        }
      }
    }
    for (Condition condition : statement.conditions()) {
      if (!condition.values().isEmpty() && !holdsWithout(condition)) {
        met(condition).forEach(values -> own.putIfAbsent(condition.key(), values));
      }
    }
    add(own);
    for (Condition condition : statement.conditions()) {
      if (holdsWithout(condition)) {
        without(own, condition.key());
      }
      met(condition).forEach(values -> with(own, condition.key(), values));
    }
  }

  /** Keys that tell apart requests that meet the condition from those that do not. */
  private void tell(Condition condition) {
    for (Map<String, List<String>> base : List.copyOf(tried)) {
      if (!base.containsKey(condition.key())) {
        with(base, condition.key(), List.of(missed(condition)));
        met(condition).forEach(values -> with(base, condition.key(), values));
        condition.values().stream().limit(VALUES).filter(_ -> isNegated(condition))
            .forEach(value -> with(base, condition.key(), List.of(spell(value))));
      }
    }
  }

  private void add(Map<String, List<String>> keys) {
    if (tried.size() < TRIED) {
      tried.add(keys);
    }
  }

  private void with(Map<String, List<String>> base, String key, List<String> values) {
    Map<String, List<String>> more = new TreeMap<>(base);
    more.put(key, values);
    add(more);
  }

  private void without(Map<String, List<String>> base, String key) {
    Map<String, List<String>> less = new TreeMap<>(base);
    less.remove(key);
    add(less);
  }

  /** What a request says of its caller by itself. */
  private static boolean isOfCaller(String key) {
    return key.equalsIgnoreCase("aws:username") || key.equalsIgnoreCase("aws:PrincipalAccount")
        || key.equalsIgnoreCase("aws:PrincipalArn");
  }

  private static boolean isNegated(Condition condition) {
    return condition.operator().filter(ConditionOperator::isNegated).isPresent();
  }

  private static boolean holdsWithout(Condition condition) {
    return condition.quantifier() == Quantifier.ALL || condition.quantifier() == Quantifier.ONE
        && (condition.ifExists() || isNegated(condition) || isNull(condition, "true"));
  }

  private static boolean isNull(Condition condition, String wanted) {
    return condition.operator().filter(operator -> operator == ConditionOperator.NULL).isPresent()
        && condition.values().stream().anyMatch(value -> value.text().equalsIgnoreCase(wanted));
  }

  /** Values of the condition's key under which it holds, as far as one can tell from its operator. */
  private static List<List<String>> met(Condition condition) {
    if (condition.operator().isEmpty() || condition.values().isEmpty()) {
      return List.of();
    }
    ConditionOperator operator = condition.operator().get();
    if (operator == ConditionOperator.NULL) {
      return isNull(condition, "false") ? List.of(List.of("x")) : List.of();
    }
    if (operator.isNegated()) {
      return List.of(List.of(missed(condition)));
    }
    var ways = new ArrayList<List<String>>();
    for (TextPattern value : condition.values().subList(0, Math.min(VALUES, condition.values().size()))) {
      String met = met(operator, value);
      ways.add(List.of(met));
      if (condition.quantifier() == Quantifier.ANY) {
        ways.add(List.of(met, OTHER));
      }
    }
    return ways;
  }

  private static String met(ConditionOperator operator, TextPattern value) {
    return switch (operator.family()) {
      case STRING, BINARY, BOOL, ARN, NULL -> spell(value);
      case NUMERIC -> number(operator, value.text());
      case DATE -> date(operator, value.text());
      case ADDRESS -> value.text().replaceFirst("/.*", "");
    };
  }

  /** A value that is none of those of the condition, and on the other side of a bound. */
  private static String missed(Condition condition) {
    if (condition.operator().isEmpty() || condition.values().isEmpty()) {
      return OTHER;
    }
    ConditionOperator operator = condition.operator().get();
    String first = condition.values().getFirst().text();
    return switch (operator.family()) {
      case STRING, BINARY, NULL -> OTHER;
      case ARN -> "arn:aws:none:none:000000000000:none";
      case BOOL -> first.equalsIgnoreCase("true") ? "false" : "true";
      case NUMERIC -> isBelow(operator) ? shifted(first, 1) : shifted(first, -1);
      case DATE -> isBelow(operator) ? "2099-01-01T00:00:00Z" : "1970-01-02T00:00:00Z";
      case ADDRESS -> "192.0.2.1";
    };
  }

  private static boolean isBelow(ConditionOperator operator) {
    return operator.spelling().contains("Less");
  }

  private static String spell(TextPattern pattern) {
    var text = new StringBuilder();
    for (Part part : pattern.parts()) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal);
        case Part.AnyRun _,Part.AnyOne _ -> text.append('x');
        case Part.Variable variable when variable.key().equalsIgnoreCase("aws:username") -> text.append("example");
        case Part.Hole _,Part.Variable _ -> text.append('x');
      }
    }
    return text.toString();
  }

  private static String number(ConditionOperator operator, String text) {
    return switch (operator) {
      case NUMERIC_LESS_THAN -> shifted(text, -1);
      case NUMERIC_GREATER_THAN -> shifted(text, 1);
      default -> text;
    };
  }

  private static String shifted(String text, int by) {
    boolean whole = !text.isEmpty() && text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return whole ? String.valueOf(Long.parseLong(text) + by) : text;
  }

  private static String date(ConditionOperator operator, String text) {
    return switch (operator) {
      case DATE_LESS_THAN, DATE_LESS_THAN_EQUALS -> "1970-01-02T00:00:00Z";
      case DATE_GREATER_THAN, DATE_GREATER_THAN_EQUALS -> "2099-01-01T00:00:00Z";
      default -> text;
    };
  }
}

package dev.slguard.iam.compare;

import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Condition.Quantifier;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.Part;
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

  private Contexts() {}

  /**
   * Sets of keys worth trying for {@code statement}: those that meet its conditions, with each key of the other statements
   * left away, met or missed.
   */
  static List<Map<String, List<String>>> worthTrying(Statement statement, List<Policy> others) {
    Map<String, List<String>> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    statement.conditions().forEach(condition -> meet(condition, own));
    Set<Map<String, List<String>>> tried = new LinkedHashSet<>();
    tried.add(own);
    for (Policy policy : others) {
      for (Statement other : policy.statements()) {
        for (Condition condition : other.conditions()) {
          var grown = new ArrayList<Map<String, List<String>>>();
          for (Map<String, List<String>> base : tried) {
            if (!base.containsKey(condition.key())) {
              grown.add(with(base, condition.key(), "no-such-value"));
              var met = new TreeMap<>(base);
              meet(condition, met);
              grown.add(met);
            }
          }
          if (tried.size() + grown.size() <= TRIED) {
            tried.addAll(grown);
          }
        }
      }
    }
    return List.copyOf(tried);
  }

  private static Map<String, List<String>> with(Map<String, List<String>> base, String key, String value) {
    Map<String, List<String>> more = new TreeMap<>(base);
    more.put(key, List.of(value));
    return more;
  }

  /** Sets the condition's key so that it holds, as far as one can tell from its operator. */
  private static void meet(Condition condition, Map<String, List<String>> keys) {
    if (condition.operator().isEmpty() || condition.values().isEmpty()) {
      return;
    }
    ConditionOperator operator = condition.operator().get();
    TextPattern first = condition.values().getFirst();
    String value = switch (operator.family()) {
      case STRING, BINARY, BOOL, ARN -> operator.isNegated() ? otherThan(operator) : spell(first);
      case NUMERIC -> number(operator, first.text());
      case DATE -> date(operator, first.text());
      case ADDRESS -> operator.isNegated() ? "192.0.2.1" : first.text().replaceFirst("/.*", "");
      case NULL -> first.text().equalsIgnoreCase("true") ? "" : "x";
    };
    if (!value.isEmpty() && !(operator.isNegated() && condition.quantifier() == Quantifier.ONE)) {
      keys.putIfAbsent(condition.key(), List.of(value));
    }
  }

  private static String otherThan(ConditionOperator operator) {
    return operator.family() == ConditionOperator.Family.ARN ? "arn:aws:none:none:000000000000:none" : "no-such-value";
  }

  private static String spell(TextPattern pattern) {
    var text = new StringBuilder();
    for (Part part : pattern.parts()) {
      switch (part) {
        case Part.Literal(String literal) -> text.append(literal);
        case Part.AnyRun _ -> text.append("x");
        case Part.AnyOne _ -> text.append('x');
        case Part.Hole _,Part.Variable _ -> text.append("x");
      }
    }
    return text.toString();
  }

  private static String number(ConditionOperator operator, String text) {
    if (text.isEmpty() || text.length() > 15 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text;
    }
    long value = Long.parseLong(text);
    return String.valueOf(switch (operator) {
      case NUMERIC_LESS_THAN -> value - 1;
      case NUMERIC_GREATER_THAN, NUMERIC_NOT_EQUALS -> value + 1;
      default -> value;
    });
  }

  private static String date(ConditionOperator operator, String text) {
    return switch (operator) {
      case DATE_LESS_THAN, DATE_LESS_THAN_EQUALS -> "1970-01-02T00:00:00Z";
      case DATE_GREATER_THAN, DATE_GREATER_THAN_EQUALS, DATE_NOT_EQUALS -> "2099-01-01T00:00:00Z";
      default -> text;
    };
  }
}

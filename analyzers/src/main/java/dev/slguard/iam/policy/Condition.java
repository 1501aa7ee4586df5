package dev.slguard.iam.policy;

import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One key of one operator: {@code "StringEquals": {"aws:PrincipalOrgID": ["o-1", "o-2"]}}.
 *
 * @param operator empty if there is no such operator or deployment decides it
 * @param spelling the operator as written
 * @param key the condition key as written
 * @param values the values compared with, in the order written
 * @param decided false where deployment decides the key, or the whole element
 * @param at the key
 */
public record Condition(Optional<ConditionOperator> operator, Quantifier quantifier, boolean ifExists, String spelling,
    String key, List<TextPattern> values, boolean decided, Span at) {

  /** How the operator reads a key of several values. */
  public enum Quantifier {
    /** No prefix: the key has one value. */
    ONE,
    /** {@code ForAllValues:}. */
    ALL,
    /** {@code ForAnyValue:}. */
    ANY
  }

  public Condition {
    values = List.copyOf(values);
  }

  /** What a request must meet to escape a Deny under this condition: the positive test; empty where it is no such test. */
  public Optional<Condition> escape() {
    return operator.filter(_ -> decided && quantifier == Quantifier.ONE).flatMap(ConditionOperator::positive)
        .map(test -> new Condition(Optional.of(test), quantifier, false, test.spelling(), key, values, true, at));
  }

  /** Whether this is on {@code name}, which is in lower case. */
  public boolean isOn(String name) {
    return key.equalsIgnoreCase(name);
  }

  /** As one reads it: {@code StringEquals aws:PrincipalOrgID [o-1, o-2]}. */
  public String text() {
    return spelling + ' ' + key + ' ' + values.stream().map(TextPattern::text).toList();
  }
}

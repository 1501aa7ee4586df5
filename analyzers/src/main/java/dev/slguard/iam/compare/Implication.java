package dev.slguard.iam.compare;

import dev.slguard.iam.policy.Addresses;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.ConditionOperator.Family;
import dev.slguard.iam.policy.Dates;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.TextPattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Whether a request that meets one condition is sure to meet another. A no may be a maybe. */
final class Implication {
  private Implication() {}

  /** Whether the conditions {@code given}, all of which hold, make {@code condition} hold. */
  static boolean holds(Condition condition, List<Condition> given) {
    return given.stream().anyMatch(one -> implies(one, condition));
  }

  private static boolean implies(Condition given, Condition wanted) {
    if (given.text().equals(wanted.text())) {
      return true;
    }
    if (!given.decided() || !wanted.decided() || given.operator().isEmpty() || wanted.operator().isEmpty()
        || !given.key().equalsIgnoreCase(wanted.key()) || given.quantifier() != wanted.quantifier()
        || given.values().isEmpty() || wanted.values().isEmpty()) {
      return false;
    }
    ConditionOperator from = given.operator().get();
    ConditionOperator to = wanted.operator().get();
    // A negated operator holds where the key is missing, with IfExists or without.
    boolean missing = to.isNegated() || wanted.ifExists() || !given.ifExists();
    if (!missing || from.family() != to.family() || from.isNegated() != to.isNegated()
        || from.family() == Family.NULL) {
      return false;
    }
    if (isOrder(from) || isOrder(to)) {
      return bounds(given, from, wanted, to);
    }
    return from.isNegated()
        ? all(wanted.values(), value -> given.values().stream().anyMatch(wide -> covers(wide, from, value, to)))
        : all(given.values(), value -> wanted.values().stream().anyMatch(wide -> covers(wide, to, value, from)));
  }

  private static boolean all(List<TextPattern> values, Predicate<TextPattern> test) {
    return values.stream().allMatch(test);
  }

  /** Whether every text that {@code narrow} stands for under its operator is one that {@code wide} stands for under its own. */
  private static boolean covers(TextPattern wide, ConditionOperator wideOperator, TextPattern narrow,
      ConditionOperator narrowOperator) {
    if (wide.hasVariable() || wide.hasHole() || narrow.hasVariable() || narrow.hasHole()) {
      return wideOperator == narrowOperator && wide.text().equals(narrow.text());
    }
    return switch (wideOperator.family()) {
      case STRING -> {
        boolean loose = ignoresCase(wideOperator);
        // A looser narrow one stands for spellings that the wide one does not.
        yield (loose || !ignoresCase(narrowOperator)) && Glob.of(wide, loose).matches(Glob.of(narrow, loose)).isTrue();
      }
      case ARN -> Glob.arnCondition(wide).matches(Glob.arnCondition(narrow)).isTrue();
      case ADDRESS -> {
        Optional<Addresses.Range> outer = Addresses.parse(wide.text());
        Optional<Addresses.Range> inner = Addresses.parse(narrow.text());
        yield outer.isPresent() && inner.isPresent() && outer.get().contains(inner.get());
      }
      case NUMERIC ->
        number(wide.text()).flatMap(a -> number(narrow.text()).map(b -> a.compareTo(b) == 0)).orElse(false);
      case DATE, BINARY -> wide.text().equals(narrow.text());
      case BOOL -> wide.text().equalsIgnoreCase(narrow.text());
      case NULL -> false;
    };
  }

  private static boolean ignoresCase(ConditionOperator operator) {
    return operator == ConditionOperator.STRING_EQUALS_IGNORE_CASE
        || operator == ConditionOperator.STRING_NOT_EQUALS_IGNORE_CASE;
  }

  private static boolean isOrder(ConditionOperator operator) {
    return operator.spelling().contains("Than");
  }

  /** Less than five is less than seven. */
  private static boolean bounds(Condition given, ConditionOperator from, Condition wanted, ConditionOperator to) {
    if (given.values().size() != 1 || wanted.values().size() != 1 || !isOrder(from) || !isOrder(to)) {
      return false;
    }
    boolean less = from.spelling().contains("Less");
    if (less != to.spelling().contains("Less")) {
      return false;
    }
    boolean dates = from.family() == Family.DATE;
    Optional<BigDecimal> a = value(given.values().getFirst().text(), dates);
    Optional<BigDecimal> b = value(wanted.values().getFirst().text(), dates);
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    int order = less ? a.get().compareTo(b.get()) : b.get().compareTo(a.get());
    boolean strict = to.spelling().endsWith("Than") && from.spelling().endsWith("Equals");
    return order < 0 || order == 0 && !strict;
  }

  private static Optional<BigDecimal> value(String text, boolean date) {
    if (!date) {
      return number(text);
    }
    OptionalLong millis = Dates.parse(text);
    return millis.isPresent() ? Optional.of(BigDecimal.valueOf(millis.getAsLong())) : Optional.empty();
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return text.length() > 40 || text.toLowerCase(Locale.ROOT).contains("e")
          ? Optional.empty()
          : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}

package dev.slguard.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The conditions under which something exists, as a formula over facts of the deployment. Two things meet only if their
 * sets can hold together: {@code IsProd} and {@code Not IsProd} never do, nor {@code Stage == prod} and {@code Stage == dev}.
 */
public record ConditionSet(Formula formula) {

  /** Holds always: what is written without a condition. */
  public static final ConditionSet ALWAYS = new ConditionSet(new Formula.Constant(true));

  /** Above this many facts a question is answered "can hold" without trying all cases. */
  private static final int TRIED_FACTS = 12;

  /** A formula over facts. */
  public sealed interface Formula {
    /** True or false whatever is deployed. */
    record Constant(boolean value) implements Formula {}

    /** The named condition of the template, whose definition is not to be read further. */
    record Named(String condition) implements Formula {}

    /**
     * {@code Fn::Equals} of something decided at deployment ({@code subject}, in a canonical spelling) and a known text.
     *
     * @param allowed all texts that the subject can be, where the template limits them; else empty. The same fact with and
     *     without them is one fact.
     */
    record Equals(String subject, String text, List<String> allowed) implements Formula {
      public Equals {
        allowed = List.copyOf(allowed);
      }

      /** Of a subject that can be any text. */
      public Equals(String subject, String text) {
        this(subject, text, List.of());
      }

      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Equals(String otherSubject, String otherText, _) && subject.equals(otherSubject)
            && text.equals(otherText);
      }

      @Override
      public int hashCode() {
        return subject.hashCode() * 31 + text.hashCode();
      }
    }

    /** The opposite. */
    record Not(Formula of) implements Formula {}

    /** All of them. */
    record And(List<Formula> of) implements Formula {
      public And {
        of = List.copyOf(of);
      }
    }

    /** At least one of them. */
    record Or(List<Formula> of) implements Formula {
      public Or {
        of = List.copyOf(of);
      }
    }
  }

  /** Both at once; what both ask for is asked once. */
  public ConditionSet and(ConditionSet other) {
    if (formula.equals(other.formula) || other.isAlways()) {
      return this;
    }
    if (isAlways()) {
      return other;
    }
    var all = new LinkedHashSet<Formula>();
    conjuncts(formula, all);
    conjuncts(other.formula, all);
    return new ConditionSet(all.size() == 1 ? all.getFirst() : new Formula.And(List.copyOf(all)));
  }

  private static void conjuncts(Formula formula, Set<Formula> all) {
    if (formula instanceof Formula.And(var of)) {
      of.forEach(part -> conjuncts(part, all));
    } else {
      all.add(formula);
    }
  }

  /** This set and a further formula. */
  public ConditionSet and(Formula other) {
    return and(new ConditionSet(other));
  }

  /** Whether this holds whatever is deployed. */
  public boolean isAlways() {
    return formula instanceof Formula.Constant(boolean value) && value;
  }

  /** Whether no deployment satisfies this set. */
  public boolean isImpossible() {
    return !satisfiable(formula);
  }

  /** Whether some deployment has both. */
  public boolean canMeet(ConditionSet other) {
    return !and(other).isImpossible();
  }

  /** Whether every deployment that satisfies this set satisfies {@code other} too. */
  public boolean implies(ConditionSet other) {
    var against = new Formula.And(List.of(formula, new Formula.Not(other.formula)));
    return facts(against).size() <= TRIED_FACTS && !satisfiable(against);
  }

  private static boolean satisfiable(Formula formula) {
    Set<Formula> facts = facts(formula);
    return facts.size() > TRIED_FACTS
        || tryFacts(formula, List.copyOf(facts), 0, new TreeMap<>(), new LinkedHashSet<>());
  }

  private static boolean tryFacts(Formula formula, List<Formula> facts, int next, Map<String, String> chosen,
      Set<Formula> trueFacts) {
    if (next == facts.size()) {
      return holds(formula, trueFacts) && leavesChoice(facts, chosen);
    }
    Formula fact = facts.get(next);
    if (tryFacts(formula, facts, next + 1, chosen, trueFacts)) {
      return true;
    }
    boolean possible = !(fact instanceof Formula.Equals(String subject, String text, _))
        || chosen.putIfAbsent(subject, text) == null;
    if (!possible) {
      return false;
    }
    trueFacts.add(fact);
    boolean found = tryFacts(formula, facts, next + 1, chosen, trueFacts);
    trueFacts.remove(fact);
    if (fact instanceof Formula.Equals equals) {
      chosen.remove(equals.subject());
    }
    return found;
  }

  /** Whether every subject that is none of the texts it is compared with can still be another one. */
  private static boolean leavesChoice(List<Formula> facts, Map<String, String> chosen) {
    for (Formula fact : facts) {
      if (fact instanceof Formula.Equals(String subject, _, var allowed) && !allowed.isEmpty()
          && !chosen.containsKey(subject)
          && allowed.stream().allMatch(text -> facts.contains(new Formula.Equals(subject, text)))) {
        return false;
      }
    }
    return true;
  }

  /** This set with the meaning of every named condition that {@code definitions} knows in its place. */
  public ConditionSet with(Map<String, ConditionSet> definitions) {
    return isAlways() || definitions.isEmpty() ? this : new ConditionSet(with(formula, definitions));
  }

  private static Formula with(Formula formula, Map<String, ConditionSet> definitions) {
    return switch (formula) {
      case Formula.Constant _,Formula.Equals _ -> formula;
      case Formula.Named(String condition) -> {
        ConditionSet known = definitions.get(condition);
        yield known == null ? formula : known.formula;
      }
      case Formula.Not(Formula of) -> new Formula.Not(with(of, definitions));
      case Formula.And(var of) -> new Formula.And(of.stream().map(part -> with(part, definitions)).toList());
      case Formula.Or(var of) -> new Formula.Or(of.stream().map(part -> with(part, definitions)).toList());
    };
  }

  private static boolean holds(Formula formula, Collection<Formula> trueFacts) {
    return switch (formula) {
      case Formula.Constant(boolean value) -> value;
      case Formula.Named _,Formula.Equals _ -> trueFacts.contains(formula);
      case Formula.Not(Formula of) -> !holds(of, trueFacts);
      case Formula.And(var of) -> of.stream().allMatch(part -> holds(part, trueFacts));
      case Formula.Or(var of) -> of.stream().anyMatch(part -> holds(part, trueFacts));
    };
  }

  private static Set<Formula> facts(Formula formula) {
    var facts = new LinkedHashSet<Formula>();
    collect(formula, facts);
    return facts;
  }

  private static void collect(Formula formula, Set<Formula> facts) {
    switch (formula) {
      case Formula.Constant _ -> {
      }
      case Formula.Named _,Formula.Equals _ -> facts.add(formula);
      case Formula.Not(Formula of) -> collect(of, facts);
      case Formula.And(var of) -> of.forEach(part -> collect(part, facts));
      case Formula.Or(var of) -> of.forEach(part -> collect(part, facts));
    }
  }

  /** The set in words, as messages show it: {@code IsProd and not HasDomain}; empty where it always holds. */
  public String describe() {
    return isAlways() ? "" : describe(formula);
  }

  private static String describe(Formula formula) {
    return switch (formula) {
      case Formula.Constant(boolean value) -> value ? "always" : "never";
      case Formula.Named(String condition) -> condition;
      case Formula.Equals(String subject, String text, _) -> subject + " = '" + text + "'";
      case Formula.Not(Formula of) -> "not " + group(of);
      case Formula.And(var of) -> String.join(" and ", of.stream().map(ConditionSet::group).toList());
      case Formula.Or(var of) -> String.join(" or ", of.stream().map(ConditionSet::group).toList());
    };
  }

  private static String group(Formula formula) {
    boolean compound = formula instanceof Formula.And || formula instanceof Formula.Or;
    return compound ? '(' + describe(formula) + ')' : describe(formula);
  }
}

package dev.slguard.rules.language;

import java.util.List;
import java.util.Optional;

/** What must hold of a node for a rule to fire: a three-valued formula that can name the nodes it meets. */
public sealed interface Condition {
  /** Whether solving this names nodes, so that each way to satisfy it counts on its own. */
  default boolean binds() {
    return switch (this) {
      case All(var of) -> of.stream().anyMatch(Condition::binds);
      case Any(var of) -> of.stream().anyMatch(Condition::binds);
      case Not _,StatementTest _ -> false;
      case Test(_, _, var name, _) -> name.isPresent();
      case Quantified(_, _, var over, var item) -> over.name().isPresent() || item.binds();
      case RefersTo(_, _, var name, _, var target) -> name.isPresent() || target.binds();
    };
  }

  /** All of them; holds if there are none. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of them. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** It does not hold; names given inside are not seen outside. */
  record Not(Condition of) implements Condition {}

  /**
   * All comparisons hold for the value at a path.
   *
   * @param of the named node to start from; the current one if empty
   * @param name for the value
   */
  record Test(Optional<String> of, Path path, Optional<String> name,
      List<Comparison> comparisons) implements Condition {
    public Test {
      comparisons = List.copyOf(comparisons);
    }
  }

  /** A condition on several nodes: list items, values of an object, or resources that refer to the current one. */
  record Quantified(Optional<String> of, Quantifier quantifier, Over over, Condition item) implements Condition {}

  /** The value at {@code path} refers to a resource of one of {@code types} for which {@code target} holds. */
  record RefersTo(Optional<String> of, Path path, Optional<String> name, List<String> types,
      Condition target) implements Condition {
    public RefersTo {
      types = List.copyOf(types);
    }
  }

  /** A test on a policy statement that reads it as IAM does. */
  record StatementTest(StatementQuestion question) implements Condition {}

  /** How many must satisfy the condition. */
  sealed interface Quantifier {
    /** At least one; with a name, each one that does counts on its own. */
    record Some() implements Quantifier {}

    /** Every one, and there is at least one. */
    record Every() implements Quantifier {}

    /** No one; holds if there are none. */
    record None() implements Quantifier {}

    /** At least {@code least} and at most {@code most}. */
    record Count(int least, int most) implements Quantifier {}
  }

  /** What a quantifier runs over. */
  sealed interface Over {
    /** For the item under test. */
    Optional<String> name();

    /** The values at a path; a list at its end gives its items. */
    record Values(Path path, Optional<String> name) implements Over {}

    /** Resources of these types whose property at one of the paths refers to the current resource; all if no path. */
    record Resources(List<String> types, List<Path> through, Optional<String> name) implements Over {
      public Resources {
        types = List.copyOf(types);
        through = List.copyOf(through);
      }
    }
  }
}

package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.ConditionSet.Formula;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of one template as formulas over what deployment decides (Kleene's logic: unknown stays a fact). */
final class Conditions {
  private static final Formula TRUE = new Formula.Constant(true);
  private static final Formula FALSE = new Formula.Constant(false);
  /** Above this many parts a condition counts as a fact of its own: shared definitions can double at every step. */
  private static final int PARTS = 200;

  /** Two parameters with more values than this are not compared value by value. */
  private static final int ALTERNATIVES = 5;

  private final Map<String, Tree.Entry> definitions = new LinkedHashMap<>();
  private final Map<String, Formula> known = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Interpreter interpreter;
  private final Parameters parameters;
  private final Shared shared;
  private final ConditionSet base;
  private final Diagnostics diagnostics;
  private final Budget budget;

  Conditions(Scope scope, Interpreter interpreter, Shared shared, ConditionSet base) {
    this.interpreter = interpreter;
    this.parameters = scope.parameters();
    this.shared = shared;
    this.base = base;
    this.diagnostics = shared.diagnostics();
    this.budget = shared.budget();
    scope.body().mapping("Conditions").ifPresent(section -> definitions.putAll(section.entries()));
  }

  /** Works out what every condition of the template means. */
  void defineAll() {
    definitions.forEach((name, entry) -> named(name, entry.keyAt()));
  }

  /** The meaning of the condition {@code name}, used at {@code use}. */
  Formula named(String name, Span use) {
    Formula found = known.get(name);
    if (found != null) {
      return found;
    }
    Tree.Entry definition = definitions.get(name);
    Formula fact = new Formula.Named(interpreter.prefixed(name));
    if (definition == null) {
      diagnostics.error(use, "condition '" + Text.shown(name) + "' is not defined; it counts as undecided");
      define(name, fact);
      return fact;
    }
    if (!open.add(name)) {
      diagnostics.error(definition.keyAt(),
          "condition '" + Text.shown(name) + "' depends on itself; it counts as undecided");
      return fact;
    }
    Formula formula = simplified(formula(definition.value(), name), fact);
    open.remove(name);
    define(name, formula);
    return formula;
  }

  private void define(String name, Formula formula) {
    known.put(name, formula);
    shared.conditions().put(interpreter.prefixed(name), formula);
  }

  private Formula simplified(Formula formula, Formula fact) {
    int size = size(formula);
    if (size > PARTS) {
      return fact;
    }
    return switch (decided(formula, size + size(base.formula()), base)) {
      case TRUE -> TRUE;
      case FALSE -> FALSE;
      case UNKNOWN -> formula;
    };
  }

  private static int size(Formula formula) {
    return switch (formula) {
      case Formula.Constant _,Formula.Named _,Formula.Equals _ -> 1;
      case Formula.Not(Formula of) -> 1 + size(of);
      case Formula.And(var of) -> 1 + of.stream().mapToInt(Conditions::size).sum();
      case Formula.Or(var of) -> 1 + of.stream().mapToInt(Conditions::size).sum();
    };
  }

  /** Whether {@code formula} holds in what is written under {@code when}. */
  Truth decide(Formula formula, ConditionSet when) {
    if (formula instanceof Formula.Constant(boolean value)) {
      return Truth.of(value);
    }
    return when.isAlways() ? Truth.UNKNOWN : decided(formula, size(formula) + size(when.formula()), when);
  }

  private Truth decided(Formula formula, int size, ConditionSet when) {
    // At most 12 facts are tried in all combinations, each over the whole formula, for both answers.
    long steps = size > 12 ? 8192L * size : (2L << size) * size;
    if (size > 2 * PARTS || !budget.takeSteps(Math.min(steps, 100_000))) {
      return Truth.UNKNOWN;
    }
    if (when.and(formula).isImpossible()) {
      return Truth.FALSE;
    }
    return when.and(new Formula.Not(formula)).isImpossible() ? Truth.TRUE : Truth.UNKNOWN;
  }

  /** {@code when} and further {@code formula}, as long as that stays small enough to reason about. */
  static ConditionSet narrowed(ConditionSet when, Formula formula) {
    return size(when.formula()) > PARTS ? when : when.and(formula);
  }

  private Formula formula(Tree tree, String within) {
    Optional<Map.Entry<String, Tree.Entry>> call = tree instanceof Tree.Mapping mapping
        ? mapping.single()
        : Optional.empty();
    if (call.isEmpty()) {
      return constant(tree, within);
    }
    Tree argument = call.get().getValue().value();
    return switch (call.get().getKey()) {
      case "Condition" -> reference(argument, within);
      case "Fn::Not" -> {
        List<Formula> of = operands(argument, within);
        yield of.size() == 1 ? not(of.getFirst()) : malformed(argument, "Fn::Not", "1 condition", within);
      }
      case "Fn::And" -> {
        List<Formula> of = operands(argument, within);
        yield of.isEmpty() ? malformed(argument, "Fn::And", "2 to 10 conditions", within) : all(of);
      }
      case "Fn::Or" -> {
        List<Formula> of = operands(argument, within);
        yield of.isEmpty() ? malformed(argument, "Fn::Or", "2 to 10 conditions", within) : any(of);
      }
      case "Fn::Equals" -> argument instanceof Tree.Sequence(var items, _) && items.size() == 2
          ? equal(interpreter.value(items.get(0), ConditionSet.ALWAYS),
              interpreter.value(items.get(1), ConditionSet.ALWAYS), within)
          : malformed(argument, "Fn::Equals", "2 items", within);
      default -> malformed(tree, call.get().getKey(), "a condition function", within);
    };
  }

  private Formula constant(Tree tree, String within) {
    if (tree instanceof Tree.Scalar scalar) {
      String text = Parameters.text(scalar);
      if (text.equals("true") || text.equals("false")) {
        return text.equals("true") ? TRUE : FALSE;
      }
    }
    return malformed(tree, "the condition", "a condition function", within);
  }

  private Formula reference(Tree argument, String within) {
    return argument instanceof Tree.Scalar(String name, Tree.Kind kind, Span at) && kind != Tree.Kind.NULL
        ? named(name, at)
        : malformed(argument, "Condition", "the name of a condition", within);
  }

  private List<Formula> operands(Tree argument, String within) {
    var operands = new ArrayList<Formula>();
    if (argument instanceof Tree.Sequence(var items, _)) {
      for (Tree item : items) {
        operands.add(formula(item, within));
      }
    }
    return operands;
  }

  private Formula malformed(Tree tree, String function, String expected, String within) {
    diagnostics.error(tree.at(), "'" + Text.shown(function) + "' in condition '" + Text.shown(within) + "' needs "
        + expected + "; the condition counts as undecided");
    return new Formula.Named(interpreter.prefixed(within));
  }

  private static Formula not(Formula of) {
    return switch (of) {
      case Formula.Constant(boolean value) -> value ? FALSE : TRUE;
      case Formula.Not(Formula inner) -> inner;
      case Formula.Named _,Formula.Equals _,Formula.And _,Formula.Or _ -> new Formula.Not(of);
    };
  }

  private static Formula all(List<Formula> of) {
    List<Formula> open = of.stream().filter(part -> !part.equals(TRUE)).distinct().toList();
    if (open.contains(FALSE)) {
      return FALSE;
    }
    return open.isEmpty() ? TRUE : open.size() == 1 ? open.getFirst() : new Formula.And(open);
  }

  private static Formula any(List<Formula> of) {
    List<Formula> open = of.stream().filter(part -> !part.equals(FALSE)).distinct().toList();
    if (open.contains(TRUE)) {
      return TRUE;
    }
    return open.isEmpty() ? FALSE : open.size() == 1 ? open.getFirst() : new Formula.Or(open);
  }

  /** Fn::Equals compares texts; two unknown values of one spelling are equal. */
  private Formula equal(Value left, Value right, String within) {
    String leftSpelling = Canonical.spelling(left);
    String rightSpelling = Canonical.spelling(right);
    if (left instanceof Value.Scalar && right instanceof Value.Scalar || leftSpelling.equals(rightSpelling)) {
      return leftSpelling.equals(rightSpelling) && !isUnreadable(left)
          ? TRUE
          : leftSpelling.equals(rightSpelling) ? new Formula.Named(interpreter.prefixed(within)) : FALSE;
    }
    if (left instanceof Value.Choice choice) {
      return chosen(choice, arm -> equal(arm, right, within));
    }
    if (right instanceof Value.Choice choice) {
      return chosen(choice, arm -> equal(left, arm, within));
    }
    if (left instanceof Value.Scalar scalar) {
      return undecided(right, scalar.text(), within);
    }
    if (right instanceof Value.Scalar scalar) {
      return undecided(left, scalar.text(), within);
    }
    List<String> common = common(left, right);
    if (!common.isEmpty()) {
      return any(common.stream()
          .map(text -> all(List.of(undecided(left, text, within), undecided(right, text, within)))).toList());
    }
    boolean swapped = leftSpelling.compareTo(rightSpelling) > 0;
    return new Formula.Named(
        (swapped ? rightSpelling : leftSpelling) + " = " + (swapped ? leftSpelling : rightSpelling));
  }

  /** The few texts that one parameter can be, if the template limits both; they are equal if they are the same one of them. */
  private List<String> common(Value left, Value right) {
    if (!(left instanceof Value.Unknown(Value.Origin one, String leftName, _))
        || !(right instanceof Value.Unknown(Value.Origin other, String rightName, _)) || one != Value.Origin.PARAMETER
        || other != Value.Origin.PARAMETER || parameters.allowed(rightName).isEmpty()) {
      return List.of();
    }
    List<String> texts = parameters.allowed(leftName);
    return texts.size() <= ALTERNATIVES ? texts : List.of();
  }

  /** A formula over a value that a condition chooses: the one arm under the condition, the other under its opposite. */
  private Formula chosen(Value.Choice choice, java.util.function.Function<Value, Formula> formula) {
    Formula condition = shared.conditions().getOrDefault(choice.condition(), new Formula.Named(choice.condition()));
    return any(List.of(all(List.of(condition, formula.apply(choice.whenTrue()))),
        all(List.of(not(condition), formula.apply(choice.whenFalse())))));
  }

  private static boolean isUnreadable(Value value) {
    return value instanceof Value.Unknown unknown && unknown.origin() == Value.Origin.MALFORMED;
  }

  private Formula undecided(Value subject, String text, String within) {
    return switch (subject) {
      case Value.Unknown unknown when unknown.origin() == Value.Origin.MALFORMED ->
        new Formula.Named(interpreter.prefixed(within));
      case Value.Unknown unknown when unknown.origin() == Value.Origin.PARAMETER -> {
        List<String> allowed = parameters.allowed(unknown.detail());
        yield allowed.isEmpty() || allowed.contains(text)
            ? allowed.size() == 1 ? TRUE : new Formula.Equals(Canonical.spelling(subject), text, allowed)
            : FALSE;
      }
      case Value.Text parts when !Canonical.canSpell(parts, text) -> FALSE;
      case Value.Listing _,Value.Mapping _,Value.Absent _ -> FALSE;
      case Value.Unknown _,Value.Text _,Value.Reference _,Value.Choice _ ->
        new Formula.Equals(Canonical.spelling(subject), text);
      case Value.Scalar scalar -> scalar.text().equals(text) ? TRUE : FALSE;
    };
  }
}

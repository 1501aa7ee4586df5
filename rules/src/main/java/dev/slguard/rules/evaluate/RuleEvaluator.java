package dev.slguard.rules.evaluate;

import dev.slguard.rules.language.Kind;
import dev.slguard.rules.language.Rule;
import java.util.List;

/** Asks the rules of one kind. Stateless and thread-safe; the list of evaluators stands in rules.scan. */
public interface RuleEvaluator {
  /** The kind of rules that this one takes. */
  Kind kind();

  /** What {@code rules}, all of this kind, say of the application behind {@code scenes}. */
  List<Verdict> evaluate(List<Rule> rules, Scenes scenes);
}

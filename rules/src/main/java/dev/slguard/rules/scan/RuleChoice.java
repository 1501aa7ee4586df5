package dev.slguard.rules.scan;

import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import java.util.HashSet;
import java.util.Set;

/** Which rules a scan asks, decided when the types of the resources are known: rules about others need not be loaded. */
public interface RuleChoice {

  /** The rules for an application with resources of {@code types}. */
  RuleSet about(Set<String> types);

  /** Ids and aliases of all rules, those that are off included: what a suppression may name. */
  Set<String> names();

  /** Ids and aliases of the rules that are on, {@code loaded} those that could apply: a suppression of any of them must be needed. */
  default Set<String> asked(RuleSet loaded) {
    return namesOf(loaded);
  }

  /** The same rules whatever is scanned, out of {@code all}. */
  static RuleChoice of(RuleSet rules, RuleSet all) {
    return new RuleChoice() {
      @Override
      public RuleSet about(Set<String> types) {
        return rules;
      }

      @Override
      public Set<String> names() {
        return namesOf(all);
      }
    };
  }

  /** Ids and aliases of {@code rules}. */
  static Set<String> namesOf(RuleSet rules) {
    var names = new HashSet<String>();
    for (Rule rule : rules.all()) {
      names.add(rule.id());
      names.addAll(rule.info().aliases());
    }
    return names;
  }
}

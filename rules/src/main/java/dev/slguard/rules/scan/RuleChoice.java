package dev.slguard.rules.scan;

import dev.slguard.rules.language.RuleSet;
import java.util.Set;

/** Which rules a scan asks, decided when the types of the resources are known: rules about others need not be loaded. */
@FunctionalInterface
public interface RuleChoice {

  /** The rules for an application with resources of {@code types}. */
  RuleSet about(Set<String> types);

  /** The same rules whatever is scanned. */
  static RuleChoice of(RuleSet rules) {
    return _ -> rules;
  }
}

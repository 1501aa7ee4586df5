package dev.slguard.rules.cases;

import java.util.List;

/**
 * The outcome of a case.
 *
 * @param differences what was expected and did not come, and what came and was not expected; empty if it passed
 */
public record CaseResult(RuleCase ruleCase, List<String> differences) {
  public CaseResult {
    differences = List.copyOf(differences);
  }

  /** Whether the rule said exactly what was expected. */
  public boolean passed() {
    return differences.isEmpty();
  }
}

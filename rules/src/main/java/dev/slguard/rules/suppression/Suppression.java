package dev.slguard.rules.suppression;

import dev.slguard.rules.finding.Finding;
import dev.slguard.source.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One acceptance of a finding.
 *
 * @param rule id or alias of the rule
 * @param until last day on which it counts
 * @param at where it is written
 */
record Suppression(String rule, String reason, Optional<LocalDate> until, Scope scope, Span at) {
  /** What it covers. */
  sealed interface Scope {
    /** Findings on one line of a file. */
    record Line(String file, int line) implements Scope {}

    /** Findings in what the author wrote under a logical id or function name, in one file. */
    record Resource(String file, String authoredId) implements Scope {}
  }

  boolean covers(Finding finding) {
    return isFor(finding) && switch (scope) {
      case Scope.Line(String file, int line) -> finding.at().file().equals(file) && finding.at().line() == line;
      case Scope.Resource(String file, String id) ->
        finding.at().file().equals(file) && finding.resource().filter(id::equals).isPresent();
    };
  }

  private boolean isFor(Finding finding) {
    return finding.ruleId().equals(rule)
        || finding.properties().get("aliases") instanceof Finding.Fact.Many(var aliases) && aliases.contains(rule);
  }

  boolean isExpired(LocalDate today) {
    return until.filter(day -> day.isBefore(today)).isPresent();
  }
}

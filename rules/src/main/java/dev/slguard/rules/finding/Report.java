package dev.slguard.rules.finding;

import dev.slguard.source.Diagnostic;
import java.util.List;

/**
 * The outcome of a scan, complete and in a fixed order: findings by file, place and rule; diagnostics by place.
 *
 * @param rules every rule that was asked, sorted by id
 * @param notifications what was recognised and not fully understood
 */
public record Report(List<Finding> findings, List<Suppressed> suppressed, List<RuleInfo> rules,
    List<Diagnostic> notifications, Summary summary) {

  /**
   * Counts of a scan.
   *
   * @param analysed paths of recognised files that were read in full
   * @param failed paths of recognised files that were not fully analysed; a notification says why
   * @param unread how many of the functions have code that is not read, so that no flow in them is known
   * @param skipped how many files were looked at and are none of slguard's kinds
   */
  public record Summary(List<String> analysed, List<String> failed, int skipped, int functions, int unread,
      int triggers, int roles) {
    public Summary {
      analysed = List.copyOf(analysed);
      failed = List.copyOf(failed);
    }
  }

  public Report {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    rules = List.copyOf(rules);
    notifications = List.copyOf(notifications);
  }

  /** Whether everything that was recognised was also analysed. */
  public boolean isComplete() {
    return summary.failed().isEmpty();
  }
}

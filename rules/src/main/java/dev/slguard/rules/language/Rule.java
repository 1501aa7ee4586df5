package dev.slguard.rules.language;

import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.RuleInfo;
import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One rule, checked and ready.
 *
 * @param profile the first profile in which it is on
 * @param report where a finding stands: the first of these that leads to something written
 * @param evidence further places that a finding shows
 * @param adjustments changes of severity or confidence; the first that holds counts
 * @param reportUnknown whether a violation that only deployment can decide is reported, with low confidence
 * @param paths globs of files it looks at; all if empty
 * @param at the line of its id
 */
public record Rule(RuleInfo info, Profile profile, Match match, List<NodePath> report, MessageTemplate message,
    Optional<MessageTemplate> fix, List<Evidence> evidence, List<Adjustment> adjustments, boolean reportUnknown,
    List<String> paths, boolean enabled, Span at) {
  /** A change of the verdict for findings of which {@code condition} holds. */
  public record Adjustment(Condition condition, Optional<Severity> severity, Optional<Confidence> confidence) {}

  /** A further place to show, with a sentence about it. */
  public record Evidence(NodePath node, MessageTemplate message) {}

  public Rule {
    report = List.copyOf(report);
    evidence = List.copyOf(evidence);
    adjustments = List.copyOf(adjustments);
    paths = List.copyOf(paths);
  }

  /** The id. */
  public String id() {
    return info.id();
  }

  /** Whether it is on in {@code chosen}. */
  public boolean isOnIn(Profile chosen) {
    return enabled && profile.isOnIn(chosen);
  }
}

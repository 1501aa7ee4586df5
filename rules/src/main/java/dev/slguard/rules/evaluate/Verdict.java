package dev.slguard.rules.evaluate;

import dev.slguard.model.Truth;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.language.Rule;

/**
 * What a rule says of one place.
 *
 * @param truth TRUE: the violation is there; UNKNOWN: deployment decides
 * @param finding what to report, its fingerprint not yet set
 * @param anchor identity of the place within its file, without line numbers
 * @param place the way to the place in the resource that holds it: {@code Policies[0].PolicyDocument.Statement[1].Action}
 */
public record Verdict(Rule rule, Truth truth, Finding finding, String anchor, String place) {
  /** Whether the rule wants this reported. */
  public boolean isReported() {
    return truth == Truth.TRUE || truth == Truth.UNKNOWN && rule.reportUnknown();
  }

  /** The same with another finding. */
  Verdict with(Finding other) {
    return new Verdict(rule, truth, other, anchor, place);
  }
}

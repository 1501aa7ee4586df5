package dev.slguard.rules.finding;

import java.util.List;
import java.util.Optional;

/**
 * What a report says of a rule, whether it found something or not.
 *
 * @param why the background, one to three sentences
 * @param fix the cure in general; empty where it differs by finding
 * @param cwe numbers of the Common Weakness Enumeration
 * @param references addresses of the documentation the rule rests on
 * @param aliases ids of other concepts that it covers
 */
public record RuleInfo(String id, String title, Severity severity, Confidence confidence, String why,
    Optional<String> fix, List<Integer> cwe, List<String> tags, List<String> references, List<String> aliases) {
  public RuleInfo {
    cwe = List.copyOf(cwe);
    tags = List.copyOf(tags);
    references = List.copyOf(references);
    aliases = List.copyOf(aliases);
  }
}

package dev.slguard.rules.scan;

import dev.slguard.graph.Application;
import dev.slguard.graph.policy.PolicyAssignment;
import dev.slguard.graph.policy.PolicyFiles;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Kind;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.source.Root;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Asks rules of plain policy documents. Thread-safe, without state. */
public final class PolicyCheck {
  private static final String IDENTITIES = "AWS::IAM::";

  private PolicyCheck() {}

  /**
   * Reads the files and folders {@code paths} of {@code root} as policy documents and asks the rules of {@code choice} that are
   * about policies and identities.
   *
   * @param minSeverity findings below it are left out
   * @param today a suppression counts up to and including its last day
   */
  public static Report check(Root root, List<String> paths, PolicyAssignment assignment, Severity minSeverity,
      LocalDate today, RuleChoice choice) {
    Application application = PolicyFiles.read(root, paths, assignment);
    RuleSet about = aboutPolicies(choice.about(Scanner.types(application)));
    return Scanner.judge(application, about, choice, minSeverity, today);
  }

  /** A document tells nothing of the resource that carries it, so that rules about the resource have nothing to go by. */
  private static RuleSet aboutPolicies(RuleSet rules) {
    var chosen = new TreeMap<>(rules.rules());
    chosen.values().removeIf(rule -> !isAboutPolicies(rule));
    return new RuleSet(chosen, rules.cases());
  }

  private static boolean isAboutPolicies(Rule rule) {
    return rule.match().kind() == Kind.IAM || rule.match() instanceof Match.OfTemplate template
        && template.subject() instanceof Match.Subject.Resources(var types)
        && types.stream().allMatch(type -> type.startsWith(IDENTITIES));
  }
}

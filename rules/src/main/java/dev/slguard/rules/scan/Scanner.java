package dev.slguard.rules.scan;

import dev.slguard.graph.Application;
import dev.slguard.graph.ApplicationReader;
import dev.slguard.graph.Progress;
import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.rules.evaluate.Findings;
import dev.slguard.rules.evaluate.FlowEvaluator;
import dev.slguard.rules.evaluate.PolicyEvaluator;
import dev.slguard.rules.evaluate.PrincipalEvaluator;
import dev.slguard.rules.evaluate.RuleEvaluator;
import dev.slguard.rules.evaluate.StatementEvaluator;
import dev.slguard.rules.evaluate.TemplateEvaluator;
import dev.slguard.rules.evaluate.Verdict;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.rules.suppression.Suppressions;
import dev.slguard.source.Root;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The whole scan as one call. Thread-safe, without state: it may run many times in one process. */
public final class Scanner {
  private static final List<RuleEvaluator> EVALUATORS = List.of(new TemplateEvaluator(), new StatementEvaluator(),
      new PrincipalEvaluator(), new PolicyEvaluator(), new FlowEvaluator());

  private Scanner() {}

  /** One evaluator a kind of rule. */
  public static List<RuleEvaluator> evaluators() {
    return EVALUATORS;
  }

  /**
   * Reads {@code root} as one application and asks every rule of {@code choice}.
   *
   * @param progress told of every file read
   */
  public static Report scan(Root root, ScanOptions options, RuleChoice choice, Progress progress) {
    Application application = ApplicationReader.read(root, options.read(), options.models(), progress);
    RuleSet rules = choice.about(types(application));
    var verdicts = new ArrayList<Verdict>();
    for (RuleEvaluator evaluator : EVALUATORS) {
      List<Rule> asked = rules.all().stream().filter(rule -> rule.match().kind() == evaluator.kind()).toList();
      verdicts.addAll(evaluator.evaluate(asked, application));
    }
    List<Finding> findings = Findings.of(verdicts).stream()
        .filter(finding -> finding.severity().isAtLeast(options.minSeverity())).toList();
    return report(application, rules, suppressed(application, findings, options, choice, rules));
  }

  private static Suppressions.Outcome suppressed(Application application, List<Finding> findings, ScanOptions options,
      RuleChoice choice, RuleSet rules) {
    boolean none = application.marked().isEmpty() && application.deployments().stream().noneMatch(Scanner::hasMetadata);
    if (none) {
      return new Suppressions.Outcome(findings, List.of(), List.of());
    }
    return Suppressions.find(application.marked(), application.deployments(), choice.names()).apply(findings,
        options.today(), RuleChoice.namesOf(rules));
  }

  private static boolean hasMetadata(Deployment deployment) {
    return deployment.resources().values().stream()
        .anyMatch(resource -> !(resource.attributes().get("Metadata") instanceof Value.Absent));
  }

  private static Report report(Application application, RuleSet rules, Suppressions.Outcome outcome) {
    var notifications = new ArrayList<>(application.diagnostics());
    notifications.addAll(outcome.notifications());
    notifications.sort(Comparator.naturalOrder());
    return new Report(outcome.findings(), outcome.suppressed(), rules.infos(), notifications, summary(application));
  }

  private static Set<String> types(Application application) {
    var types = new HashSet<String>();
    for (Deployment deployment : application.deployments()) {
      for (Resource resource : deployment.resources().values()) {
        types.add(resource.type());
      }
    }
    application.code().flows().forEach(flow -> types.add(LibraryPack.FLOW + flow.category()));
    return types;
  }

  private static Report.Summary summary(Application application) {
    int functions = 0;
    int triggers = 0;
    int roles = 0;
    for (Deployment deployment : application.deployments()) {
      functions += deployment.functions().size();
      triggers += deployment.triggers().size();
      roles += deployment.roles().size();
    }
    return new Report.Summary(application.analysed(), application.failed(), application.skipped(), functions, triggers,
        roles);
  }
}

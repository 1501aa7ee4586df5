package dev.slguard.rules.scan;

import dev.slguard.graph.Application;
import dev.slguard.graph.ApplicationReader;
import dev.slguard.graph.Progress;
import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Value;
import dev.slguard.rules.evaluate.Findings;
import dev.slguard.rules.evaluate.FlowEvaluator;
import dev.slguard.rules.evaluate.IamEvaluator;
import dev.slguard.rules.evaluate.RuleEvaluator;
import dev.slguard.rules.evaluate.Scenes;
import dev.slguard.rules.evaluate.TemplateEvaluator;
import dev.slguard.rules.evaluate.Verdict;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.rules.suppression.Suppressions;
import dev.slguard.source.Root;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The whole scan as one call. Thread-safe, without state: it may run many times in one process. */
public final class Scanner {
  private static final List<RuleEvaluator> EVALUATORS = List.of(new TemplateEvaluator(), new IamEvaluator(),
      new FlowEvaluator());

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
    return judge(application, choice.about(types(application)), choice, options.minSeverity(), options.today());
  }

  /** What {@code rules} say of {@code application}, less what is suppressed. */
  static Report judge(Application application, RuleSet rules, RuleChoice choice, Severity minSeverity,
      LocalDate today) {
    var verdicts = new ArrayList<Verdict>();
    var scenes = new Scenes(application);
    for (RuleEvaluator evaluator : EVALUATORS) {
      List<Rule> asked = rules.all().stream().filter(rule -> rule.match().kind() == evaluator.kind()).toList();
      if (!asked.isEmpty()) {
        verdicts.addAll(evaluator.evaluate(asked, scenes));
      }
    }
    List<Finding> findings = Findings.of(verdicts).stream().filter(finding -> finding.severity().isAtLeast(minSeverity))
        .toList();
    return report(application, rules, suppressed(application, findings, today, choice, rules));
  }

  private static Suppressions.Outcome suppressed(Application application, List<Finding> findings, LocalDate today,
      RuleChoice choice, RuleSet rules) {
    boolean none = application.marked().isEmpty() && application.deployments().stream().noneMatch(Scanner::hasMetadata);
    if (none) {
      return new Suppressions.Outcome(findings, List.of(), List.of());
    }
    return Suppressions.find(application.marked(), application.deployments(), choice.names()).apply(findings, today,
        RuleChoice.namesOf(rules));
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

  /** What rules may be about: types of resources, parts that policy documents play, categories of flows. */
  static Set<String> types(Application application) {
    var types = new HashSet<String>();
    for (Deployment deployment : application.deployments()) {
      if (deployment.format() != Deployment.Format.POLICY) {
        types.add(LibraryPack.TEMPLATE);
      }
      if (!deployment.policies().isEmpty()) {
        types.add(LibraryPack.document(Match.PolicyRole.RESOURCE));
      }
      for (Role role : deployment.roles()) {
        types.add(LibraryPack.document(Match.PolicyRole.IDENTITY));
        if (!(role.trust() instanceof Value.Absent)) {
          types.add(LibraryPack.document(Match.PolicyRole.TRUST));
        }
      }
      for (Resource resource : deployment.resources().values()) {
        types.add(resource.type());
        if (resource.type().equals("AWS::Organizations::Policy")) {
          // How a control policy is written is asked as of any document, though it belongs to nobody here.
          types.add(LibraryPack.document(Match.PolicyRole.IDENTITY));
        }
      }
    }
    if (application.account().account().isKnown()) {
      // Functions may run under roles of the account, which no resource here declares.
      types.addAll(List.of(LibraryPack.ACCOUNT, "AWS::IAM::Role"));
    }
    application.code().flows().forEach(flow -> types.add(LibraryPack.FLOW + flow.category()));
    return types;
  }

  private static Report.Summary summary(Application application) {
    int functions = 0;
    int triggers = 0;
    int roles = 0;
    for (Deployment deployment : application.deployments()) {
      functions += (int) deployment.functions().stream().filter(each -> !deployment.isBorrowed(each.resource()))
          .count();
      triggers += deployment.triggers().size();
      roles += (int) deployment.roles().stream().filter(each -> !deployment.isBorrowed(each.resource())).count();
    }
    return new Report.Summary(application.analysed(), application.failed(), application.skipped(), functions,
        application.code().unread(), triggers, roles);
  }
}

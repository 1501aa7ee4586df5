package dev.slguard.rules.cases;

import dev.slguard.graph.Application;
import dev.slguard.model.Truth;
import dev.slguard.rules.evaluate.RuleEvaluator;
import dev.slguard.rules.evaluate.Scenes;
import dev.slguard.rules.evaluate.Verdict;
import dev.slguard.rules.evaluate.WhyNot;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.source.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs cases: each must find exactly what it expects. Thread-safe. */
public final class CaseRunner {
  private final RuleSet rules;
  private final List<RuleEvaluator> evaluators;
  private final ProjectReader reader;

  /** Runs cases of {@code rules} with these evaluators on projects that {@code reader} reads. */
  public CaseRunner(RuleSet rules, List<RuleEvaluator> evaluators, ProjectReader reader) {
    this.rules = rules;
    this.evaluators = List.copyOf(evaluators);
    this.reader = reader;
  }

  /** The outcome of {@code one}. */
  public CaseResult run(RuleCase one) {
    Optional<Rule> rule = rules.find(one.ruleId());
    if (rule.isEmpty()) {
      return new CaseResult(one, List.of("there is no rule '" + one.ruleId() + "'"));
    }
    Application application = reader.read(one.files());
    var differences = new ArrayList<String>();
    for (Diagnostic diagnostic : application.diagnostics()) {
      if (diagnostic.level() == Diagnostic.Level.ERROR) {
        differences.add("the case cannot be read: " + diagnostic.at() + ": " + diagnostic.message());
      }
    }
    List<Verdict> verdicts = verdicts(rule.get(), application);
    boolean missing = compare(one, verdicts, differences);
    if (missing && verdicts.isEmpty()) {
      WhyNot.explain(rule.get(), application).forEach(reason -> differences.add("why: " + reason));
    }
    return new CaseResult(one, differences);
  }

  private List<Verdict> verdicts(Rule rule, Application application) {
    var verdicts = new ArrayList<Verdict>();
    for (RuleEvaluator evaluator : evaluators) {
      if (evaluator.kind() == rule.match().kind()) {
        verdicts.addAll(evaluator.evaluate(List.of(rule), new Scenes(application)));
      }
    }
    return verdicts;
  }

  /** Writes down what differs; true if something that was expected did not come. */
  private static boolean compare(RuleCase one, List<Verdict> verdicts, List<String> differences) {
    Set<Verdict> unexpected = new LinkedHashSet<>(verdicts);
    boolean missing = false;
    for (RuleCase.Expectation expectation : one.expectations()) {
      List<Verdict> met = verdicts.stream().filter(verdict -> meets(expectation, verdict)).toList();
      if (expectation.outcome() == RuleCase.Outcome.OK) {
        continue;
      }
      if (met.isEmpty()) {
        differences.add("expected " + expectation + ", got nothing there");
        missing = true;
      }
      met.forEach(unexpected::remove);
    }
    unexpected.forEach(verdict -> differences.add("got " + describe(verdict) + ", which is not expected"));
    return missing;
  }

  private static boolean meets(RuleCase.Expectation expectation, Verdict verdict) {
    Finding finding = verdict.finding();
    boolean outcome = expectation.outcome() == RuleCase.Outcome.OK
        || (expectation.outcome() == RuleCase.Outcome.FAIL) == (verdict.truth() == Truth.TRUE);
    return outcome && expectation.file().filter(file -> !file.equals(finding.at().file())).isEmpty()
        && (expectation.line().isEmpty() || expectation.line().getAsInt() == finding.at().line())
        && expectation.subject().filter(subject -> !isSubject(subject, verdict)).isEmpty()
        && expectation.contains().filter(part -> !finding.message().contains(part)).isEmpty();
  }

  private static boolean isSubject(String subject, Verdict verdict) {
    String place = '.' + verdict.place() + '.';
    return verdict.finding().resource().equals(Optional.of(subject)) || place.contains('.' + subject + '.');
  }

  private static String describe(Verdict verdict) {
    Finding finding = verdict.finding();
    return (verdict.truth() == Truth.TRUE ? "fail" : "unknown") + finding.resource().map(id -> ' ' + id).orElse("")
        + " at " + finding.at() + " saying '" + finding.message() + '\'';
  }
}

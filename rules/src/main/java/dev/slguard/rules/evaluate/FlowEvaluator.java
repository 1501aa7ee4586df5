package dev.slguard.rules.evaluate;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.Flow;
import dev.slguard.code.library.Level;
import dev.slguard.iam.account.Account;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.language.Kind;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks taint rules of the flows that the engine found. */
public final class FlowEvaluator implements RuleEvaluator {
  private static final StatementQuestions NO_STATEMENTS = (_, _, _) -> Truth.FALSE;

  @Override
  public Kind kind() {
    return Kind.TAINT;
  }

  @Override
  public List<Verdict> evaluate(List<Rule> rules, Scenes scenes) {
    var scene = new Scene(new Deployment("", "", Deployment.Format.CLOUDFORMATION, new LinkedHashMap<>(), List.of(),
        List.of(), List.of(), List.of(), List.of(), List.of()), scenes.catalogue(), Account.NONE);
    var verdicts = new ArrayList<Verdict>();
    for (Rule rule : rules) {
      if (rule.match() instanceof Match.OfFlow match) {
        for (Flow flow : scenes.application().code().flows()) {
          if (match.categories().contains(flow.category())) {
            Node node = node(flow);
            new Verdicts(scene)
                .ask(rule, node, ConditionSet.ALWAYS, NO_STATEMENTS,
                    solver -> solver.solve(match.condition(), node, Map.of(match.name(), node)))
                .forEach(verdict -> verdicts.add(withFlow(verdict, flow)));
          }
        }
      }
    }
    return verdicts;
  }

  /** The flow as rules speak of it. */
  private static Node node(Flow flow) {
    EntryPoint entry = flow.entry();
    Span at = flow.sink().at();
    var entries = new LinkedHashMap<String, Value>();
    entries.put("category", Value.Scalar.text(flow.category(), at));
    entries.put("what", Value.Scalar.text(FlowSteps.what(flow), flow.source().at()));
    entries.put("source", Value.Scalar.text(flow.sourceName(), flow.source().at()));
    entries.put("sink", Value.Scalar.text(flow.sinkName(), at));
    entries.put("function", Value.Scalar.text(entry.function().orElse(entry.symbol()), at));
    entries.put("deployed", Value.Scalar.text(Boolean.toString(entry.function().isPresent()), at));
    entries.put("trigger", Value.Scalar.text(Text.word(entry.shape()), entry.trigger().orElse(at)));
    entries.put("authenticated", Value.Scalar.text(Boolean.toString(entry.authenticated()), at));
    entries.put("trust", Value.Scalar.text(Text.word(flow.trust()), at));
    entries.put("label", Value.Scalar.text(Text.word(flow.label()), at));
    entries.put("weight", Value.Scalar.text(Text.word(flow.weight()), at));
    entries.put("confidence", Value.Scalar.text(Text.word(flow.confidence()), at));
    return new Node(Walk.mapping(entries, at), at, Optional.empty(), "flow", flow.category());
  }

  private static Verdict withFlow(Verdict verdict, Flow flow) {
    Finding old = verdict.finding();
    var properties = new LinkedHashMap<>(old.properties());
    properties.put("trigger", new Finding.Fact.One(Text.word(flow.entry().shape())));
    properties.put("source", new Finding.Fact.One(flow.sourceName()));
    properties.put("sink", new Finding.Fact.One(flow.sinkName()));
    Confidence confidence = lower(old.confidence(), flow.confidence());
    var finding = new Finding(old.ruleId(), old.severity(), confidence, old.message(), old.at(), old.resource(),
        flow.entry().function(), properties, FlowSteps.of(flow), old.fix());
    String anchor = flow.entry().function().orElse("") + '#' + flow.sinkName() + '#' + flow.sourceName();
    return new Verdict(verdict.rule(), verdict.truth(), finding, anchor, verdict.place());
  }

  private static Confidence lower(Confidence ofRule, Level ofFlow) {
    Confidence flow = switch (ofFlow) {
      case HIGH -> Confidence.HIGH;
      case MEDIUM -> Confidence.MEDIUM;
      case LOW -> Confidence.LOW;
    };
    return flow.compareTo(ofRule) < 0 ? flow : ofRule;
  }
}

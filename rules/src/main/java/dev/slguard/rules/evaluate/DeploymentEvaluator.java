package dev.slguard.rules.evaluate;

import dev.slguard.graph.Application;
import dev.slguard.model.Deployment;
import dev.slguard.rules.language.Rule;
import java.util.ArrayList;
import java.util.List;

/** Asks rules for which each deployment stands alone. */
interface DeploymentEvaluator extends RuleEvaluator {

  @Override
  default List<Verdict> evaluate(List<Rule> rules, Application application) {
    var verdicts = new ArrayList<Verdict>();
    for (Deployment deployment : application.deployments()) {
      verdicts.addAll(evaluate(rules, deployment));
    }
    return verdicts;
  }

  /** What {@code rules} say of {@code deployment}. */
  List<Verdict> evaluate(List<Rule> rules, Deployment deployment);
}

package dev.slguard.rules.evaluate;

import dev.slguard.model.Deployment;
import dev.slguard.rules.language.Rule;
import java.util.ArrayList;
import java.util.List;

/** Asks rules for which each deployment stands alone. */
interface DeploymentEvaluator extends RuleEvaluator {

  @Override
  default List<Verdict> evaluate(List<Rule> rules, Scenes scenes) {
    var verdicts = new ArrayList<Verdict>();
    for (Deployment deployment : scenes.application().deployments()) {
      verdicts.addAll(evaluate(rules, scenes.of(deployment)));
    }
    return verdicts;
  }

  /** What {@code rules} say of the deployment of {@code scene}. */
  List<Verdict> evaluate(List<Rule> rules, Scene scene);
}

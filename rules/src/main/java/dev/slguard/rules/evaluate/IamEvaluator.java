package dev.slguard.rules.evaluate;

import dev.slguard.iam.escalation.Escalations;
import dev.slguard.iam.hygiene.Hygiene;
import dev.slguard.iam.policy.Statement;
import dev.slguard.model.Deployment;
import dev.slguard.rules.language.Kind;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks iam rules: of statements, of principals with all their policies, of what an account says, and of how documents are written. */
public final class IamEvaluator implements RuleEvaluator {

  @Override
  public Kind kind() {
    return Kind.IAM;
  }

  @Override
  public List<Verdict> evaluate(List<Rule> rules, Scenes scenes) {
    List<Rule> statements = about(rules, Match.OfStatement.class);
    List<Rule> principals = about(rules, Match.OfPrincipal.class);
    List<Rule> differences = about(rules, Match.OfAccount.class);
    List<Rule> problems = about(rules, Match.OfProblem.class);
    var verdicts = new ArrayList<Verdict>();
    var escalations = new Escalations();
    var hygiene = new Hygiene(scenes.catalogue());
    for (Deployment deployment : scenes.application().deployments()) {
      Scene scene = scenes.of(deployment);
      Map<Statement, List<Verdict>> further = Map.of();
      if (!principals.isEmpty() && !scene.principals().isEmpty()) {
        PrincipalEvaluator.Said said = PrincipalEvaluator.evaluate(principals, scene, escalations);
        verdicts.addAll(said.alone());
        further = said.byStatement();
      }
      if (!statements.isEmpty() || !further.isEmpty()) {
        verdicts.addAll(StatementEvaluator.evaluate(statements, scene, further));
      }
      if (!differences.isEmpty() && scenes.application().account().account().isKnown()) {
        verdicts.addAll(AccountEvaluator.evaluate(differences, scene, scenes.application().account()));
      }
      if (!problems.isEmpty()) {
        verdicts.addAll(PolicyEvaluator.evaluate(problems, scene, hygiene));
      }
    }
    return verdicts;
  }

  private static List<Rule> about(List<Rule> rules, Class<? extends Match> subject) {
    return rules.stream().filter(rule -> subject.isInstance(rule.match())).toList();
  }
}

package dev.slguard.rules.evaluate;

import dev.slguard.model.Function;
import dev.slguard.model.Parameter;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Truth;
import dev.slguard.rules.language.Kind;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks template rules of resources, triggers, functions and parameters. */
public final class TemplateEvaluator implements DeploymentEvaluator {
  private static final StatementQuestions NO_STATEMENTS = (_, _, _) -> Truth.FALSE;

  @Override
  public Kind kind() {
    return Kind.TEMPLATE;
  }

  @Override
  public List<Verdict> evaluate(List<Rule> rules, Scene scene) {
    var subjects = new Subjects(scene);
    var verdicts = new ArrayList<Verdict>();
    for (Rule rule : rules) {
      if (rule.match() instanceof Match.OfTemplate match) {
        evaluate(rule, match, scene, subjects, verdicts);
      }
    }
    return verdicts;
  }

  private static void evaluate(Rule rule, Match.OfTemplate match, Scene scene, Subjects subjects,
      List<Verdict> verdicts) {
    switch (match.subject()) {
      case Match.Subject.Resources(var types) -> {
        for (Resource resource : scene.links().ofTypes(types)) {
          if (!scene.deployment().isBorrowed(resource)) {
            ask(rule, match, scene, new Subjects.Subject(Walk.node(resource), resource.conditions()), verdicts);
          }
        }
      }
      case Match.Subject.Triggers _ -> {
        for (Trigger trigger : scene.deployment().triggers()) {
          ask(rule, match, scene, subjects.of(trigger), verdicts);
        }
      }
      case Match.Subject.Functions _ -> {
        for (Function function : scene.deployment().functions()) {
          ask(rule, match, scene, subjects.of(function), verdicts);
        }
      }
      case Match.Subject.Parameters _ -> {
        for (Parameter parameter : scene.deployment().parameters()) {
          ask(rule, match, scene, subjects.of(parameter), verdicts);
        }
      }
    }
  }

  private static void ask(Rule rule, Match.OfTemplate match, Scene scene, Subjects.Subject subject,
      List<Verdict> verdicts) {
    Node node = subject.node();
    verdicts.addAll(new Verdicts(scene).ask(rule, node, subject.conditions(), NO_STATEMENTS,
        solver -> solver.solve(match.condition(), node, Map.of(match.name(), node))));
  }
}

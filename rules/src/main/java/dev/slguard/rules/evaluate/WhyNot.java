package dev.slguard.rules.evaluate;

import dev.slguard.graph.Application;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Truth;
import dev.slguard.rules.language.Comparison;
import dev.slguard.rules.language.Condition;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says why a rule about resources did not fire: of each resource it was asked of, the first condition that fails. */
public final class WhyNot {
  private static final int SUBJECTS = 3;

  private WhyNot() {}

  /** One sentence a resource, at most three; empty for rules about something else. */
  public static List<String> explain(Rule rule, Application application) {
    var reasons = new ArrayList<String>();
    if (rule
        .match() instanceof Match.OfTemplate(Match.Subject.Resources(var types), String name, Condition condition)) {
      for (Deployment deployment : application.deployments()) {
        var scene = new Scene(deployment, new Catalogue(), application.account().account());
        for (Resource resource : scene.links().ofTypes(types)) {
          if (reasons.size() < SUBJECTS) {
            reasons.add("'" + resource.id() + "': " + explain(name, condition, resource, scene));
          }
        }
      }
      if (reasons.isEmpty()) {
        reasons.add("there is no resource of type " + String.join(", ", types));
      }
    }
    return reasons;
  }

  private static String explain(String name, Condition condition, Resource resource, Scene scene) {
    World world = scene.world(ConditionSet.ALWAYS);
    Solver solver = scene.solver(world, (_, _, _) -> Truth.FALSE);
    var walk = new Walk(scene.deployment(), world);
    Node node = Walk.node(resource);
    var names = Map.of(name, node);
    for (Condition part : condition instanceof Condition.All(var of) ? of : List.of(condition)) {
      Truth truth = solver.truth(part, node, names);
      if (!truth.isTrue()) {
        return text(part) + " is " + (truth == Truth.FALSE ? "false" : "decided at deployment")
            + found(part, node, walk, new Messages(scene.deployment(), world));
      }
    }
    return "every condition holds";
  }

  private static String found(Condition part, Node node, Walk walk, Messages messages) {
    if (part instanceof Condition.Test test && test.of().isEmpty()) {
      String value = messages.shown(walk.value(node, test.path()));
      return value.isEmpty() ? "; nothing is written there" : "; '" + Text.shown(value) + "' is written there";
    }
    return "";
  }

  /** A condition in words. */
  private static String text(Condition condition) {
    return switch (condition) {
      case Condition.Test(_, var path, _, var comparisons) -> {
        var text = new StringBuilder(path.text().isEmpty() ? "it" : path.text());
        for (Comparison comparison : comparisons) {
          text.append(' ').append(comparison.operator().key());
        }
        yield text.toString();
      }
      case Condition.All(var of) -> "all-of (" + of.size() + " conditions)";
      case Condition.Any(var of) -> "any-of (" + of.size() + " conditions)";
      case Condition.Not(var of) -> "not (" + text(of) + ")";
      case Condition.Quantified(_, var quantifier, var over, _) -> (switch (quantifier) {
        case Condition.Quantifier.Some _ -> "any";
        case Condition.Quantifier.Every _ -> "all";
        case Condition.Quantifier.None _ -> "none";
        case Condition.Quantifier.Count _ -> "count";
      }) + " of " + (switch (over) {
        case Condition.Over.Values(var path, _) -> path.text().isEmpty() ? "it" : path.text();
        case Condition.Over.Resources(var types, _, _) -> String.join(", ", types);
      });
      case Condition.RefersTo(_, var path, _, var types, _) -> path.text() + " refers-to " + String.join(", ", types);
      case Condition.StatementTest _ -> "the statement";
    };
  }
}

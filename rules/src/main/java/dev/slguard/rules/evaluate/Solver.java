package dev.slguard.rules.evaluate;

import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Truth;
import dev.slguard.rules.language.Comparison;
import dev.slguard.rules.language.Condition;
import dev.slguard.rules.language.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Solves conditions in one world. A condition has as many solutions as there are ways to name its nodes; none means FALSE.
 */
final class Solver {
  /** A rule that holds in more ways than this is shown this often. */
  private static final int SOLUTIONS = 200;

  private final Walk walk;
  private final World world;
  private final Links links;
  private final Comparing comparing;
  private final StatementQuestions statements;

  Solver(Deployment deployment, World world, Links links, Comparing comparing, StatementQuestions statements) {
    this.walk = new Walk(deployment, world);
    this.world = world;
    this.links = links;
    this.comparing = comparing;
    this.statements = statements;
  }

  /** The ways in which {@code condition} holds of {@code node}, given {@code names}. */
  List<Solution> solve(Condition condition, Node node, Map<String, Node> names) {
    return switch (condition) {
      case Condition.All(var of) -> all(of, node, names);
      case Condition.Any(var of) -> any(of, node, names);
      case Condition.Not(var of) -> one(truth(of, node, names).not(), names);
      case Condition.Test test -> test(test, node, names);
      case Condition.Quantified quantified -> quantified(quantified, start(quantified.of(), node, names), names);
      case Condition.RefersTo reference -> reference(reference, start(reference.of(), node, names), names);
      case Condition.StatementTest(var question) -> one(statements.answer(question, node, walk), names);
    };
  }

  /** Whether {@code condition} holds. */
  Truth truth(Condition condition, Node node, Map<String, Node> names) {
    Truth truth = Truth.FALSE;
    for (Solution solution : solve(condition, node, names)) {
      truth = truth.or(solution.truth());
    }
    return truth;
  }

  private static Node start(Optional<String> name, Node node, Map<String, Node> names) {
    return name.map(text -> names.getOrDefault(text, node)).orElse(node);
  }

  private static List<Solution> one(Truth truth, Map<String, Node> names) {
    return truth.isFalse() ? List.of() : List.of(new Solution(truth, names));
  }

  private List<Solution> all(List<Condition> of, Node node, Map<String, Node> names) {
    List<Solution> solutions = List.of(new Solution(Truth.TRUE, names));
    for (Condition condition : of) {
      var next = new ArrayList<Solution>();
      for (Solution solution : solutions) {
        for (Solution more : solve(condition, node, solution.names())) {
          if (next.size() < SOLUTIONS) {
            next.add(more.and(solution.truth()));
          }
        }
      }
      solutions = next;
      if (solutions.isEmpty()) {
        return List.of();
      }
    }
    return solutions;
  }

  private List<Solution> any(List<Condition> of, Node node, Map<String, Node> names) {
    var found = new ArrayList<Solution>();
    for (Condition condition : of) {
      for (Solution solution : solve(condition, node, names)) {
        if (found.size() < SOLUTIONS && !found.contains(solution)) {
          found.add(solution);
        }
      }
    }
    return found;
  }

  private List<Solution> test(Condition.Test test, Node node, Map<String, Node> names) {
    Node value = walk.value(start(test.of(), node, names), test.path());
    Truth truth = Truth.TRUE;
    for (Comparison comparison : test.comparisons()) {
      truth = truth.and(comparing.test(comparison, value.value()));
    }
    if (truth.isFalse()) {
      return List.of();
    }
    var solution = new Solution(truth, names);
    return List.of(test.name().map(name -> solution.with(name, value)).orElse(solution));
  }

  private List<Solution> reference(Condition.RefersTo reference, Node node, Map<String, Node> names) {
    Node value = walk.value(node, reference.path());
    var found = new ArrayList<Solution>();
    for (Resource resource : links.ofTypes(reference.types())) {
      Truth linked = existing(Links.means(value.value(), resource), resource);
      found.addAll(each(Walk.node(resource), linked, reference.name(), reference.target(), names));
    }
    return found;
  }

  private List<Solution> each(Node node, Truth linked, Optional<String> name, Condition condition,
      Map<String, Node> names) {
    if (linked.isFalse()) {
      return List.of();
    }
    Map<String, Node> inner = names;
    if (name.isPresent()) {
      inner = new HashMap<>(names);
      inner.put(name.get(), node);
    }
    return solve(condition, node, inner).stream().map(solution -> solution.and(linked)).toList();
  }

  /** {@code linked}, if this world has {@code resource}. */
  private Truth existing(Truth linked, Resource resource) {
    return linked.isFalse() || world.has(resource) ? linked : Truth.FALSE;
  }

  private List<Solution> quantified(Condition.Quantified quantified, Node node, Map<String, Node> names) {
    var each = new ArrayList<List<Solution>>();
    switch (quantified.over()) {
      case Condition.Over.Values(var path, var name) -> {
        for (Node item : walk.items(node, path)) {
          each.add(each(item, Truth.TRUE, name, quantified.item(), names));
        }
      }
      case Condition.Over.Resources(var types, var through, var name) -> {
        for (Resource resource : links.ofTypes(types)) {
          Node other = Walk.node(resource);
          Truth linked = existing(linked(other, through, node), resource);
          if (!linked.isFalse()) {
            each.add(each(other, linked, name, quantified.item(), names));
          }
        }
      }
    }
    return switch (quantified.quantifier()) {
      case Condition.Quantifier.Some _ -> some(each, quantified.binds(), names);
      case Condition.Quantifier.Every _ -> one(every(each), names);
      case Condition.Quantifier.None _ -> one(best(each).not(), names);
      case Condition.Quantifier.Count(int least, int most) -> one(count(each, least, most), names);
    };
  }

  private Truth linked(Node other, List<Path> through, Node node) {
    if (through.isEmpty()) {
      return Truth.TRUE;
    }
    Truth any = Truth.FALSE;
    if (node.owner().isPresent()) {
      for (Path path : through) {
        for (Node value : walk.values(other, path)) {
          any = any.or(Links.means(value.value(), node.owner().get()));
        }
      }
    }
    return any;
  }

  private static List<Solution> some(List<List<Solution>> each, boolean named, Map<String, Node> names) {
    if (!named) {
      return one(best(each), names);
    }
    return each.stream().flatMap(List::stream).limit(SOLUTIONS).toList();
  }

  private static Truth best(List<List<Solution>> each) {
    Truth best = Truth.FALSE;
    for (List<Solution> solutions : each) {
      best = best.or(truth(solutions));
    }
    return best;
  }

  private static Truth truth(List<Solution> solutions) {
    Truth truth = Truth.FALSE;
    for (Solution solution : solutions) {
      truth = truth.or(solution.truth());
    }
    return truth;
  }

  private static Truth every(List<List<Solution>> each) {
    if (each.isEmpty()) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    for (List<Solution> solutions : each) {
      all = all.and(truth(solutions));
    }
    return all;
  }

  private static Truth count(List<List<Solution>> each, int least, int most) {
    int certain = 0;
    int possible = 0;
    for (List<Solution> solutions : each) {
      Truth truth = truth(solutions);
      certain += truth.isTrue() ? 1 : 0;
      possible += truth.isFalse() ? 0 : 1;
    }
    if (certain >= least && possible <= most) {
      return Truth.TRUE;
    }
    return possible < least || certain > most ? Truth.FALSE : Truth.UNKNOWN;
  }
}

package dev.slguard.rules.evaluate;

import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks iam rules of the statements of identity, trust and resource policies. */
final class StatementEvaluator {
  private StatementEvaluator() {}

  /**
   * What {@code rules} say of the statements of {@code scene}.
   *
   * @param further what else is said of statements of identities; joined where the statement stands in the template, else as it is
   */
  static List<Verdict> evaluate(List<Rule> rules, Scene scene, Map<Statement, List<Verdict>> further) {
    List<Statements.Found> statements = Statements.of(scene);
    Map<Statement.Source, List<Statement>> policies = new HashMap<>();
    for (Statements.Found found : statements) {
      policies.computeIfAbsent(found.statement().source(), _ -> new ArrayList<>()).add(found.statement());
    }
    var verdicts = new ArrayList<Verdict>();
    var rest = new LinkedHashMap<>(further);
    for (Statements.Found found : statements) {
      var said = new ArrayList<Verdict>();
      var answers = new StatementAnswers(found.statement(),
          policies.getOrDefault(found.statement().source(), List.of()), scene.catalogue(),
          () -> scene.risks(found.written()));
      for (Rule rule : rules) {
        if (rule.match() instanceof Match.OfStatement match && match.policies().contains(found.role())
            && (match.carriers().isEmpty() || Links.isOf(found.carrier(), match.carriers()))) {
          List<Verdict> asked = ask(rule, match, found, answers, scene);
          if (!asked.isEmpty()) {
            List<String> actions = answers.actions(match.statement());
            asked.forEach(verdict -> said.add(withActions(verdict, found.statement(), actions)));
          }
        }
      }
      if (found.role() == Match.PolicyRole.IDENTITY) {
        said.addAll(Optional.ofNullable(rest.remove(found.written())).orElse(List.of()));
        verdicts.addAll(Reasons.joined(said));
      } else {
        verdicts.addAll(said);
      }
    }
    rest.values().forEach(verdicts::addAll);
    return verdicts;
  }

  /** The finding with the actions it is about: those the rule asked for, else the entries at its place, else all entries. */
  private static Verdict withActions(Verdict verdict, Statement statement, List<String> asked) {
    Finding old = verdict.finding();
    List<TextPattern> items = statement.actions().items();
    List<String> here = items.stream().filter(item -> item.at().equals(old.at())).map(TextPattern::text).toList();
    var properties = new LinkedHashMap<>(old.properties());
    properties.putIfAbsent("actions", new Finding.Fact.Many(
        !asked.isEmpty() ? asked : here.isEmpty() ? items.stream().map(TextPattern::text).toList() : here));
    return verdict.with(old.with(properties, old.steps()));
  }

  private static List<Verdict> ask(Rule rule, Match.OfStatement match, Statements.Found found, StatementAnswers answers,
      Scene scene) {
    Node carrier = Walk.node(found.carrier());
    return new Verdicts(scene).ask(rule, found.node(), found.statement().when(), answers, solver -> {
      var names = new HashMap<String, Node>();
      names.put(match.name(), carrier);
      names.put(match.statementName(), found.node());
      // What messages can say is costly, and most rules do not hold of most statements.
      if (solve(match, carrier, found.node(), names, solver).isEmpty()) {
        return List.of();
      }
      Node statement = Statements.with(found.node(), answers.facts(match.statement()));
      names.put(match.statementName(), statement);
      List<Solution> solutions = solve(match, carrier, statement, names, solver);
      return solutions.isEmpty() ? solutions : List.of(joined(solutions));
    });
  }

  private static List<Solution> solve(Match.OfStatement match, Node carrier, Node statement, Map<String, Node> names,
      Solver solver) {
    var solutions = new ArrayList<Solution>();
    for (Solution first : solver.solve(match.carrier(), carrier, Map.copyOf(names))) {
      for (Solution second : solver.solve(match.statement(), statement, first.names())) {
        solutions.add(second.and(first.truth()));
      }
    }
    return solutions;
  }

  /** A statement is one cause: what several of its entries do is one verdict that names them all, at the first. */
  private static Solution joined(List<Solution> solutions) {
    Truth best = solutions.stream().anyMatch(solution -> solution.truth().isTrue()) ? Truth.TRUE : Truth.UNKNOWN;
    List<Solution> counted = solutions.stream().filter(solution -> solution.truth() == best).toList();
    var names = new HashMap<>(counted.getFirst().names());
    for (Map.Entry<String, Node> entry : names.entrySet()) {
      var nodes = new LinkedHashSet<Node>();
      counted.forEach(solution -> {
        Node node = solution.names().get(entry.getKey());
        if (node != null) {
          nodes.add(node);
        }
      });
      if (nodes.size() > 1) {
        Node first = entry.getValue();
        List<Value> values = nodes.stream().map(Node::value).toList();
        entry.setValue(first.with(new Value.Listing(values, first.value().at())));
      }
    }
    return new Solution(best, names);
  }
}

package dev.slguard.rules.language;

import dev.slguard.rules.finding.RuleInfo;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Tree;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Loaded rules, by id.
 *
 * @param cases the {@code tests} of each rule that has some, by rule id
 */
public record RuleSet(SequencedMap<String, Rule> rules, Map<String, Tree> cases) {
  /** The outcome of loading: what could be read, and every problem found. */
  public record Loaded(RuleSet rules, List<Diagnostic> problems) {
    public Loaded {
      problems = List.copyOf(problems);
    }
  }

  public RuleSet {
    rules = Collections.unmodifiableSequencedMap(new TreeMap<>(rules));
    cases = Map.copyOf(cases);
  }

  /**
   * Loads rule files. Files of the user may extend built-in rules (severity, options, enabled, paths) and add their own;
   * an id stands for one rule only. A rule with a problem is left out.
   *
   * @param builtIns documents of the program's own library, whose regular expressions a test has checked
   * @param users documents of the user's files
   */
  public static Loaded load(List<Tree> builtIns, List<Tree> users) {
    var problems = new Diagnostics();
    var loader = new RuleLoader(problems);
    builtIns.forEach(document -> loader.add(document, true));
    users.forEach(document -> loader.add(document, false));
    return new Loaded(loader.finish(), problems.toList());
  }

  /** All rules, sorted by id. */
  public Collection<Rule> all() {
    return rules.values();
  }

  /** The rule {@code id}. */
  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** What reports say of every rule, sorted by id. */
  public List<RuleInfo> infos() {
    return rules.values().stream().map(Rule::info).toList();
  }

  /** Those that are on in {@code profile}. */
  public RuleSet on(Profile profile) {
    var chosen = new TreeMap<>(rules);
    chosen.values().removeIf(rule -> !rule.isOnIn(profile));
    return new RuleSet(chosen, cases);
  }

  /** Those that {@code wanted} names by id, alias or tag. */
  public RuleSet only(Collection<String> wanted) {
    var chosen = new TreeMap<>(rules);
    chosen.values().removeIf(rule -> wanted.stream().noneMatch(name -> answersTo(rule, name)));
    return new RuleSet(chosen, cases);
  }

  /** Those that {@code unwanted} does not name by id or tag. */
  public RuleSet without(Collection<String> unwanted) {
    var chosen = new TreeMap<>(rules);
    chosen.values()
        .removeIf(rule -> unwanted.contains(rule.id()) || rule.info().tags().stream().anyMatch(unwanted::contains));
    return new RuleSet(chosen, cases);
  }

  private static boolean answersTo(Rule rule, String name) {
    return rule.id().equals(name) || rule.info().aliases().contains(name) || rule.info().tags().contains(name);
  }
}

package dev.slguard.rules.evaluate;

import dev.slguard.graph.AccountFacts;
import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.compare.Wider;
import dev.slguard.iam.drift.Drift;
import dev.slguard.iam.drift.Unused;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Rule;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Asks iam rules of what a pulled account says about the roles of the templates. */
final class AccountEvaluator {
  private static final StatementQuestions NO_STATEMENTS = (_, _, _) -> Truth.FALSE;
  private static final int SHOWN = 3;
  private static final int SHORTEST_NAME = 3;

  private AccountEvaluator() {}

  /**
   * One difference.
   *
   * @param kind {@code beyond}, {@code behind}, {@code trust} or {@code unused}
   * @param pairs what it is about, action and resource or principal alone
   * @param place what tells it from others of the same role, without line numbers
   */
  private record Difference(String kind, String principal, AccountIdentity deployed, Span at, List<String> pairs,
      List<String> actions, List<String> resources, List<String> services, String since, List<EvidenceStep> steps,
      Optional<Resource> owner, String place, ConditionSet when) {}

  /** What {@code rules} say of the roles of {@code scene} and those of the account. */
  static List<Verdict> evaluate(List<Rule> rules, Scene scene, AccountFacts facts) {
    List<Difference> differences = differences(scene, facts);
    var verdicts = new ArrayList<Verdict>();
    for (Rule rule : rules) {
      if (rule.match() instanceof Match.OfAccount match) {
        for (Difference difference : differences) {
          if (match.differences().contains(difference.kind)) {
            Node node = node(difference, facts.account());
            new Verdicts(scene)
                .ask(rule, node, difference.when, NO_STATEMENTS,
                    solver -> solver.solve(match.condition(), node, Map.of(match.name(), node)))
                .forEach(verdict -> verdicts.add(with(verdict, difference)));
          }
        }
      }
    }
    return verdicts;
  }

  private static List<Difference> differences(Scene scene, AccountFacts facts) {
    Deployment deployment = scene.deployment();
    var reader = new IdentityReader(scene.catalogue(), facts.account());
    var differences = new ArrayList<Difference>();
    for (Role role : deployment.roles()) {
      Optional<AccountIdentity> deployed = deployment.isBorrowed(role.resource())
          ? Optional.empty()
          : facts.deployed(deployment, role);
      if (deployed.isPresent()) {
        Identity written = reader.identity(deployment, role);
        Identity there = reader.inAccount(deployed.get(), role.id(), written.at());
        ConditionSet exists = role.resource().conditions();
        Drift drift = Drift.between(written, there, exists, facts.account(), scene.catalogue(),
            id -> names(deployment, id));
        var owner = Optional.of(role.resource());
        if (!drift.beyond().isEmpty()) {
          differences.add(wider("beyond", written.name(), deployed.get(), written.at(), drift.beyond(), owner, exists));
        }
        if (!drift.behind().isEmpty()) {
          Span at = drift.behind().getFirst().by().actions().at();
          differences.add(wider("behind", written.name(), deployed.get(), at, drift.behind(), owner, exists));
        }
        if (!drift.trusted().isEmpty()) {
          differences.add(new Difference("trust", written.name(), deployed.get(), trust(role, written.at()),
              drift.trusted().stream().map(AccountEvaluator::quoted).toList(), List.of(), drift.trusted(), List.of(),
              "", List.of(), owner, "trust", exists));
        }
        unused(written, deployed.get(), facts.account(), deployment, differences);
      }
    }
    for (EffectivePermissions principal : scene.principals()) {
      facts.account().role(principal.identity().id())
          .ifPresent(role -> unused(principal.identity(), role, facts.account(), deployment, differences));
    }
    return differences;
  }

  /** Its logical id, of which CloudFormation makes physical names, and the names that the template gives it. */
  private static List<String> names(Deployment deployment, String id) {
    var names = new ArrayList<String>(List.of(id));
    Optional.ofNullable(deployment.resources().get(id))
        .ifPresent(resource -> resource.properties().entries().forEach((key, value) -> {
          if (key.endsWith("Name") && value instanceof Value.Scalar(String text, _, _)
              && text.length() >= SHORTEST_NAME) {
            names.add(text);
          }
        }));
    return names;
  }

  /** The name in quotes, what is said of it behind them. */
  private static String quoted(String principal) {
    int blank = principal.indexOf(' ');
    return blank < 0
        ? '\'' + principal + '\''
        : '\'' + principal.substring(0, blank) + '\'' + principal.substring(blank);
  }

  private static Span trust(Role role, Span otherwise) {
    return role.trust() instanceof Value.Absent ? otherwise : role.trust().at();
  }

  private static Difference wider(String kind, String principal, AccountIdentity deployed, Span at, List<Wider> found,
      Optional<Resource> owner, ConditionSet exists) {
    var pairs = new ArrayList<String>();
    var actions = new TreeSet<String>();
    var resources = new TreeSet<String>();
    var steps = new ArrayList<EvidenceStep>();
    for (Wider one : found) {
      actions.add(one.action().text());
      resources.add(one.resource().text());
      pairs.add("'" + one.action().text() + "' on '" + one.resource().text() + "'");
      String policy = one.by().source().name();
      String example = one.example().map(ask -> ", such as " + ask.action() + " on " + ask.resource()).orElse("");
      steps
          .add(
              new EvidenceStep(EvidenceStep.Layer.IAM, EvidenceStep.Kind.PERMISSION,
                  "'" + policy + "' " + (kind.equals("beyond") ? "of the account" : "of the template") + " allows '"
                      + one.action().text() + "' on '" + one.resource().text() + "'" + example,
                  one.by().actions().at()));
    }
    return new Difference(kind, principal, deployed, at, pairs, List.copyOf(actions), List.copyOf(resources), List.of(),
        "", steps, owner, kind, exists);
  }

  private static void unused(Identity identity, AccountIdentity deployed, Account account, Deployment deployment,
      List<Difference> differences) {
    for (Unused unused : Unused.of(identity, deployed, account)) {
      Statement by = unused.by();
      List<String> actions = unused.actions().stream().map(TextPattern::text).toList();
      Optional<Resource> owner = Optional.ofNullable(deployment.resources().get(by.source().carrier()))
          .or(() -> Optional.ofNullable(deployment.resources().get(identity.id())));
      differences.add(new Difference("unused", identity.name(), deployed, unused.actions().getFirst().at(),
          actions.stream().map(action -> '\'' + action + '\'').toList(), actions, List.of(), unused.services(),
          unused.since().toString(),
          List.of(new EvidenceStep(EvidenceStep.Layer.IAM, EvidenceStep.Kind.PERMISSION,
              "'" + by.source().name() + "' allows it", by.at())),
          owner, "unused." + by.label() + '.' + actions.getFirst(), by.when()));
    }
  }

  private static Node node(Difference difference, Account account) {
    Span at = difference.at;
    var entries = new LinkedHashMap<String, Value>();
    entries.put("principal", Value.Scalar.text(difference.principal, at));
    entries.put("kind", Value.Scalar.text(difference.kind, at));
    entries.put("deployed", Value.Scalar.text(difference.deployed.name(), at));
    entries.put("account", Value.Scalar.text(account.id().orElse("the account"), at));
    entries.put("as-of", Value.Scalar.text(account.asOf().toString(), at));
    entries.put("says", Value.Scalar.text(says(difference.pairs), at));
    entries.put("actions", listing(difference.actions, at));
    entries.put("resources", listing(difference.resources, at));
    entries.put("services", listing(difference.services, at));
    entries.put("since", Value.Scalar.text(difference.since, at));
    return new Node(Walk.mapping(entries, at), at, difference.owner, "account." + difference.place, difference.place);
  }

  private static String says(List<String> pairs) {
    List<String> distinct = pairs.stream().distinct().toList();
    String shown = String.join(", ", distinct.subList(0, Math.min(SHOWN, distinct.size())));
    return distinct.size() <= SHOWN ? shown : shown + " and " + (distinct.size() - SHOWN) + " more";
  }

  private static Value listing(List<String> texts, Span at) {
    return new Value.Listing(texts.stream().<Value>map(text -> Value.Scalar.text(text, at)).toList(), at);
  }

  private static Verdict with(Verdict verdict, Difference difference) {
    Finding old = verdict.finding();
    var properties = new LinkedHashMap<>(old.properties());
    properties.put("deployed", new Finding.Fact.One(difference.deployed.arn()));
    if (!difference.actions.isEmpty()) {
      properties.put("actions", new Finding.Fact.Many(difference.actions));
    }
    if (!difference.resources.isEmpty()) {
      properties.put(difference.kind.equals("trust") ? "principals" : "resources",
          new Finding.Fact.Many(difference.resources));
    }
    if (!difference.since.isEmpty()) {
      properties.put("lastAccessed", new Finding.Fact.One("never since " + difference.since));
      properties.put("services", new Finding.Fact.Many(difference.services));
    }
    var steps = new ArrayList<>(difference.steps);
    old.steps().stream().filter(step -> !steps.contains(step)).forEach(steps::add);
    return verdict.with(old.with(properties, steps));
  }
}

package dev.slguard.iam.hygiene;

import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.catalogue.RcpServices;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks one document against the catalogue and itself. Thread-safe. */
public final class Hygiene {
  /** Names that AWS took once and that its own policies, those of SAM among them, still have. */
  private static final Set<String> FORMER = Set.of("sqs:sendmessagebatch", "sqs:deletemessagebatch",
      "sqs:changemessagevisibilitybatch", "sns:receive");

  private final Catalogue catalogue;

  /** With the names of {@code catalogue}. */
  public Hygiene(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Only what AWS refuses. */
  public List<PolicyProblem> errors(Policy policy) {
    var problems = new ArrayList<>(policy.problems());
    sizes(policy, problems);
    for (Statement statement : policy.statements()) {
      if (statement.effect() != Effect.UNKNOWN && !statement.conditions().isEmpty()) {
        new ConditionCheck(catalogue, problems).check(statement, Set.of());
      }
    }
    return problems.stream().filter(problem -> problem.kind().isError()).toList();
  }

  /** AWS is not bound by its own limits: its managed policies are longer. */
  private void sizes(Policy policy, List<PolicyProblem> problems) {
    var found = new ArrayList<PolicyProblem>();
    new Sizes(found).check(policy);
    if (!found.isEmpty() && catalogue.managedPolicy(policy.source().name()).isEmpty()) {
      problems.addAll(found);
    }
  }

  /** All problems of the document, those of its grammar first, then statement by statement. */
  public List<PolicyProblem> check(Policy policy) {
    var problems = new ArrayList<>(policy.problems());
    sizes(policy, problems);
    for (Statement statement : policy.statements()) {
      Set<Action> actions = actions(statement, problems);
      if (statement.effect() == Effect.UNKNOWN) {
        continue;
      }
      new ResourceCheck(problems).check(statement, actions);
      statement.resources().ifPresent(list -> list.items().forEach(item -> {
        ConditionCheck.variables(statement, item.at(), item, problems);
        ArnCheck.resource(item, problems);
      }));
      new PrincipalCheck(problems).check(statement);
      new ConditionCheck(catalogue, problems).check(statement, actions);
      companions(statement, actions, problems);
      bound(statement, problems);
    }
    new Redundancy(problems).check(policy);
    return problems;
  }

  /** The catalogue's actions that the statement means; unknown names are reported. */
  private Set<Action> actions(Statement statement, List<PolicyProblem> problems) {
    var actions = new LinkedHashSet<Action>();
    for (TextPattern item : statement.actions().items()) {
      Glob glob = ActionPattern.glob(item);
      if (item.isAny() || item.hasHole() || glob.isNothing()) {
        continue;
      }
      List<Action> found = catalogue.matching(glob);
      if (found.isEmpty() && !FORMER.contains(item.text().toLowerCase(Locale.ROOT))) {
        unknown(item, problems);
      }
      actions.addAll(found);
    }
    return actions;
  }

  /** A control policy of resources has no say over services that do not ask it (Organizations, rcps). */
  private static void bound(Statement statement, List<PolicyProblem> problems) {
    if (statement.source().type() != PolicyType.RCP || statement.actions().negated()) {
      return;
    }
    for (TextPattern item : statement.actions().items()) {
      String service = ActionPattern.service(item.text());
      if (!item.hasHole() && ActionPattern.isWellFormed(item.text()) && !RcpServices.bind(service)) {
        problems.add(new PolicyProblem(Kind.UNBOUND_SERVICE, item.at(),
            "'" + item.text() + "' stays as it is, for resource control policies do not bind '" + service + "'"));
      }
    }
  }

  private void unknown(TextPattern item, List<PolicyProblem> problems) {
    String text = item.text();
    List<String> near = catalogue.near(text);
    String hint = near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?";
    boolean service = catalogue.service(ActionPattern.service(text)).isPresent();
    problems.add(new PolicyProblem(service ? Kind.UNKNOWN_ACTION : Kind.UNKNOWN_SERVICE, item.at(),
        "AWS listed no " + (service ? "action '" + text : "service '" + ActionPattern.service(text)) + "' on "
            + catalogue.asOf() + hint));
  }

  private static void companions(Statement statement, Set<Action> actions, List<PolicyProblem> problems) {
    boolean identity = statement.source().type() == PolicyType.IDENTITY;
    if (statement.effect() != Effect.ALLOW || !identity || statement.actions().negated()) {
      return;
    }
    for (Action action : actions) {
      switch (action.lowerCase()) {
        case "iam:passrole" -> require(statement, "iam:passedtoservice", Kind.PASS_ROLE_UNCONFINED,
            "iam:PassRole is allowed for every service: no condition on iam:PassedToService", problems);
        case "iam:createservicelinkedrole" ->
          require(statement, "iam:awsservicename", Kind.SERVICE_LINKED_ROLE_UNCONFINED,
              "iam:CreateServiceLinkedRole is allowed for every service: no condition on iam:AWSServiceName", problems);
        default -> {
        }
      }
    }
  }

  private static void require(Statement statement, String key, Kind kind, String message,
      List<PolicyProblem> problems) {
    if (statement.conditions().stream().noneMatch(condition -> condition.isOn(key) || !condition.decided())) {
      problems.add(new PolicyProblem(kind, statement.actions().at(), message));
    }
  }
}

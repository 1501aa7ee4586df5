package dev.slguard.cli.facts;

import dev.slguard.graph.Application;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.Statement;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Role;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One function with its triggers and the roles it may run under. */
public record FunctionFacts(Deployment deployment, Function function, List<Trigger> triggers, List<Rights> rights) {
  public FunctionFacts {
    triggers = List.copyOf(triggers);
    rights = List.copyOf(rights);
  }

  /**
   * A role, when the function runs under it, and what it may do then.
   *
   * @param definitions what the conditions that statements name mean
   */
  public record Rights(Role role, ConditionSet conditions, List<Statement> statements,
      Map<String, ConditionSet> definitions) {
    public Rights {
      statements = List.copyOf(statements);
      definitions = Map.copyOf(definitions);
    }

    /** The deployments in which {@code statement} is there, where that is not whenever the role is. */
    public ConditionSet when(Statement statement) {
      ConditionSet when = statement.when().with(definitions);
      return role.resource().conditions().implies(when) ? ConditionSet.ALWAYS : when;
    }
  }

  /** All functions of {@code application}, or those whose name is {@code wanted}. */
  public static List<FunctionFacts> of(Application application, Optional<String> wanted) {
    var facts = new ArrayList<FunctionFacts>();
    for (Deployment deployment : application.deployments()) {
      for (Function function : deployment.functions()) {
        boolean asked = wanted.isEmpty() || wanted.get().equals(function.id())
            || wanted.get().equals(function.authoredId());
        FunctionFacts found = of(deployment, function);
        // A sibling's function is told of once more only if something here starts it.
        if (asked && !(deployment.isBorrowed(function.resource()) && found.triggers().isEmpty())) {
          facts.add(found);
        }
      }
    }
    return facts;
  }

  private static FunctionFacts of(Deployment deployment, Function function) {
    var triggers = deployment.triggers().stream().filter(trigger -> trigger.target().equals(function.id())).toList();
    var rights = new ArrayList<Rights>();
    for (Function.RunsAs runs : function.roles()) {
      deployment.roles().stream().filter(role -> role.id().equals(runs.role())).findFirst()
          .ifPresent(role -> rights.add(rights(deployment, function, role, runs.conditions())));
    }
    return new FunctionFacts(deployment, function, triggers, rights);
  }

  /** What {@code role} allows while {@code function} exists: documents that never meet it are left out. */
  private static Rights rights(Deployment deployment, Function function, Role role, ConditionSet conditions) {
    ConditionSet circumstances = conditions.and(function.resource().conditions());
    var statements = new ArrayList<Statement>();
    for (PolicyDocument document : role.documents()) {
      if (circumstances.canMeet(document.conditions())) {
        PolicyReader.read(document, PolicyType.IDENTITY).statements().stream()
            .filter(statement -> circumstances.canMeet(statement.when().with(deployment.conditions())))
            .forEach(statements::add);
      }
    }
    return new Rights(role, conditions, statements, deployment.conditions());
  }

  /** A value as a reader understands it: known text, or what stands for the unknown part in {@code ${…}}. */
  static String shown(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.text();
      case Value.Text(var parts, _) -> String.join("", parts.stream().map(FunctionFacts::shown).toList());
      case Value.Listing(var items, _) ->
        "[" + String.join(", ", items.stream().map(FunctionFacts::shown).toList()) + ']';
      case Value.Mapping(var entries, _, _) -> "{" + String.join(", ", entries.keySet()) + '}';
      case Value.Reference(String id, String attribute, _) ->
        "${" + id + (attribute.isEmpty() ? "" : '.' + attribute) + '}';
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, _) ->
        condition + " ? " + shown(whenTrue) + " : " + shown(whenFalse);
      case Value.Unknown(_, String detail, _) -> "${" + detail + '}';
      case Value.Absent _ -> "";
    };
  }
}

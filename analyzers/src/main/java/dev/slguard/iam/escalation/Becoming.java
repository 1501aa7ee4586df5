package dev.slguard.iam.escalation;

import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.Narrowing;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.publicity.Publicity;
import dev.slguard.iam.publicity.Reach;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which principals of an application can become which others, and so, over any number of steps, one that is an administrator or
 * can make itself one.
 */
public final class Becoming {

  /**
   * From one principal to the next.
   *
   * @param method a method's id, or {@code assume-role}
   * @param evidence permissions of {@code from}; empty if the trust policy of {@code to} suffices
   * @param trust the statement by which {@code to} lets {@code from} in
   * @param says what {@code from} does, as the end of a sentence
   */
  public record Step(Identity from, Identity to, String method, List<Permission> evidence, Optional<Statement> trust,
      String says) {
    public Step {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A chain of steps to a principal that holds everything, or can give itself everything.
   *
   * @param end what the last principal is or can do
   */
  public record Chain(List<Step> steps, String end) {
    public Chain {
      steps = List.copyOf(steps);
    }
  }

  /** Things that run under a role which a property names, and the action by which one makes them do something else. */
  private record Runner(String type, String property, List<String> actions, String says) {}

  private static final List<Runner> RUNNERS = List.of(
      new Runner("AWS::StepFunctions::StateMachine", "RoleArn", List.of("states:UpdateStateMachine"),
          "replace the definition of state machine"),
      new Runner("AWS::CodeBuild::Project", "ServiceRole",
          List.of("codebuild:StartBuild", "codebuild:StartBuildBatch", "codebuild:UpdateProject"),
          "run its own build commands in project"),
      new Runner("AWS::Glue::Job", "Role", List.of("glue:UpdateJob"), "replace the script of Glue job"),
      new Runner("AWS::ECS::TaskDefinition", "TaskRoleArn", List.of("ecs:ExecuteCommand"), "open a shell in a task of"),
      new Runner("AWS::AppRunner::Service", "InstanceConfiguration", List.of("apprunner:UpdateService"),
          "replace the code of service"),
      new Runner("AWS::SageMaker::NotebookInstance", "RoleArn", List.of("sagemaker:CreatePresignedNotebookInstanceUrl"),
          "open notebook"));

  private final Deployment deployment;
  private final List<EffectivePermissions> principals;
  private final Escalations escalations;
  private final Map<String, List<Step>> steps = new LinkedHashMap<>();
  private final Map<String, Glob> arns = new HashMap<>();

  /** Over all principals of one deployment. */
  public Becoming(Deployment deployment, List<EffectivePermissions> principals, Escalations escalations) {
    this.deployment = deployment;
    this.principals = List.copyOf(principals);
    this.escalations = escalations;
    for (Resource resource : deployment.resources().values()) {
      // Principals of an account are known by their ARNs, those of a template by references.
      Values.text(resource.property("Arn")).filter(arn -> arn.startsWith("arn:") && arn.split(":", 6).length == 6)
          .ifPresent(arn -> arns.put(resource.id(), Glob.text(arn)));
    }
    for (EffectivePermissions from : this.principals) {
      var out = new ArrayList<Step>();
      for (EffectivePermissions to : this.principals) {
        if (from != to && to.identity().trust().isPresent()) {
          step(from, to.identity()).ifPresent(out::add);
        }
      }
      steps.put(from.identity().id(), out);
    }
  }

  /** The steps from the principal of that id. */
  public List<Step> steps(String id) {
    return steps.getOrDefault(id, List.of());
  }

  /** Shortest chains from the principal of that id to each strong one; none if it is strong itself. */
  public List<Chain> chains(String id) {
    var chains = new ArrayList<Chain>();
    Optional<EffectivePermissions> start = principal(id);
    if (start.isEmpty() || strength(start.get()).isPresent()) {
      return chains;
    }
    Map<String, List<Step>> ways = new LinkedHashMap<>();
    ways.put(id, List.of());
    var queue = new ArrayDeque<String>(List.of(id));
    while (!queue.isEmpty()) {
      String at = queue.remove();
      for (Step step : steps(at)) {
        String next = step.to.id();
        if (!ways.containsKey(next)) {
          var way = new ArrayList<>(ways.get(at));
          way.add(step);
          ways.put(next, way);
          Optional<String> strength = principal(next).flatMap(this::strength);
          if (strength.isPresent()) {
            chains.add(new Chain(way, strength.get()));
          } else {
            queue.add(next);
          }
        }
      }
    }
    return chains;
  }

  private Optional<EffectivePermissions> principal(String id) {
    return principals.stream().filter(one -> one.identity().id().equals(id)).findFirst();
  }

  private Optional<String> strength(EffectivePermissions permissions) {
    if (permissions.administrator().isPresent()) {
      return Optional.of("is an administrator");
    }
    return escalations
        .of(permissions).stream().filter(found -> found.method().kind() != Method.Kind.SERVERLESS
            && found.method().kind() != Method.Kind.CODE && !found.certainty().isFalse())
        .findFirst().map(found -> "can " + found.method().says());
  }

  private Optional<Step> step(EffectivePermissions from, Identity to) {
    return assumption(from, to).or(() -> takeover(from, to)).or(() -> passing(from, to)).or(() -> code(from, to));
  }

  /** By sts:AssumeRole: the role's trust names the principal, or the account, and then the principal's policies must allow it. */
  private Optional<Step> assumption(EffectivePermissions from, Identity to) {
    for (Statement trust : to.trust().map(Policy::statements).orElse(List.of())) {
      if (trust.effect() == Effect.ALLOW && assumes(trust) && Narrowing.of(trust.conditions()).isEmpty()) {
        if (names(trust, from.identity())) {
          return Optional.of(new Step(from.identity(), to, "assume-role", List.of(), Optional.of(trust), "assume it"));
        }
        Optional<Permission> allowed = held(from, List.of("sts:AssumeRole"), reaches(to.id()));
        if (allowed.isPresent() && namesAccount(trust, to)) {
          return Optional.of(
              new Step(from.identity(), to, "assume-role", List.of(allowed.get()), Optional.of(trust), "assume it"));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean assumes(Statement trust) {
    Glob wanted = Glob.text("sts:assumerole");
    boolean listed = trust.actions().items().stream()
        .anyMatch(item -> ActionPattern.glob(item).matches(wanted).isTrue());
    return listed != trust.actions().negated();
  }

  private boolean names(Statement trust, Identity identity) {
    return trust.principals().filter(list -> !list.negated()).stream().flatMap(list -> list.items().stream())
        .anyMatch(item -> item instanceof Principal.Aws(TextPattern name) && names(identity.id()).test(name));
  }

  /** Whether the trust is in the own account as a whole, or in everybody. */
  private boolean namesAccount(Statement trust, Identity role) {
    Glob arn = arns.get(role.id());
    String account = arn == null ? "${AWS::AccountId}" : arn.toString().split(":", 6)[4];
    Publicity let = arn == null ? Publicity.of(trust) : Publicity.of(trust, Glob.text(account));
    return let.entries().stream().anyMatch(entry -> entry.reach() == Reach.ANYONE
        || entry.reach() == Reach.OWN_ACCOUNT && (entry.name().endsWith(":root") || entry.name().equals(account)));
  }

  /** By rewriting who may assume the role. */
  private Optional<Step> takeover(EffectivePermissions from, Identity to) {
    return held(from, List.of("iam:UpdateAssumeRolePolicy"), names(to.id())).map(permission -> new Step(from.identity(),
        to, "iam-012", List.of(permission), Optional.empty(), "let itself assume it"));
  }

  /** By passing the role to something of its own making. */
  private Optional<Step> passing(EffectivePermissions from, Identity to) {
    for (Method method : escalations.methods()) {
      if (method.kind() == Method.Kind.PASSROLE && trusts(to, method.passedTo().orElse(""))) {
        Optional<List<Permission>> evidence = Escalations.evidence(method, from,
            permission -> names(to.id()).test(permission.resource()));
        if (evidence.isPresent()) {
          return Optional.of(new Step(from.identity(), to, method.id(), evidence.get(), Optional.empty(),
              method.says().replace("any role", "it")));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean trusts(Identity to, String service) {
    return to.trust().map(Policy::statements).orElse(List.of()).stream()
        .flatMap(statement -> statement.principals().stream()).flatMap(list -> list.items().stream())
        .anyMatch(item -> item instanceof Principal.Service(TextPattern name)
            && name.literal().filter(service::equals).isPresent());
  }

  /** By changing what runs under the role already. */
  private Optional<Step> code(EffectivePermissions from, Identity to) {
    for (Function function : deployment.functions()) {
      if (function.role().filter(to.id()::equals).isPresent()) {
        Optional<Step> step = held(from, List.of("lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"),
            names(function.id()))
            .map(permission -> new Step(from.identity(), to, "lambda-003", List.of(permission), Optional.empty(),
                "replace the code of function '" + function.authoredId() + "', which runs as it"));
        if (step.isPresent()) {
          return step;
        }
      }
    }
    for (Resource resource : deployment.resources().values()) {
      for (Runner runner : RUNNERS) {
        if (resource.type().equals(runner.type) && mentions(resource.property(runner.property), to.id())) {
          Optional<Step> step = held(from, runner.actions, names(resource.id()))
              .map(permission -> new Step(from.identity(), to, runner.actions.getFirst(), List.of(permission),
                  Optional.empty(), runner.says + " '" + resource.provenance().authoredId() + "', which runs as it"));
          if (step.isPresent()) {
            return step;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mentions(Value value, String id) {
    Set<String> found = new LinkedHashSet<>();
    collect(value, found);
    return found.contains(id);
  }

  private static void collect(Value value, Set<String> out) {
    switch (value) {
      case Value.Reference(String id, _, _) -> out.add(id);
      case Value.Text(var parts, _) -> parts.forEach(part -> collect(part, out));
      case Value.Listing(var items, _) -> items.forEach(item -> collect(item, out));
      case Value.Mapping mapping -> mapping.entries().values().forEach(entry -> collect(entry, out));
      case Value.Choice(_, Value whenTrue, Value whenFalse, _) -> {
        collect(whenTrue, out);
        collect(whenFalse, out);
      }
      case Value.Scalar _,Value.Unknown _,Value.Absent _ -> {
      }
    }
  }

  /** Whether a resource entry names the thing of that id. */
  private Predicate<TextPattern> names(String id) {
    Glob arn = arns.get(id);
    return resource -> resource.resources().contains(id)
        || arn != null && !resource.isAny() && Glob.of(resource, false).matches(arn).isTrue();
  }

  /** Whether a resource entry names the thing of that id or everything of its kind. */
  private Predicate<TextPattern> reaches(String id) {
    return resource -> resource.isAny() || resource.text().endsWith(":role/*") || names(id).test(resource);
  }

  private static Optional<Permission> held(EffectivePermissions from, List<String> actions,
      Predicate<TextPattern> resource) {
    return actions.stream().flatMap(action -> from.of(action).stream())
        .filter(permission -> !permission.certainty().isFalse() && Narrowing.of(permission.conditions()).isEmpty()
            && resource.test(permission.resource()))
        .findFirst();
  }
}

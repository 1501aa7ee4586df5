package dev.slguard.iam.escalation;

import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.Narrowing;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.escalation.Becoming.Step;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Condition;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Steps by which one principal gets all that another may do: it assumes it, signs in as it, or decides what runs as it. */
final class Takeovers {
  private static final Glob ASSUME = Glob.text("sts:assumerole");

  /** Things that run under a role which a property names, and the action by which one makes them do something else. */
  private record Runner(String type, String property, List<String> actions, String says) {}

  private static final List<Runner> RUNNERS = List.of(
      new Runner("AWS::StepFunctions::StateMachine", "RoleArn", List.of("states:UpdateStateMachine"),
          "replace the definition of state machine"),
      new Runner("AWS::CodeBuild::Project", "ServiceRole",
          List.of("codebuild:StartBuild", "codebuild:StartBuildBatch", "codebuild:UpdateProject"),
          "run its own build commands in project"),
      new Runner("AWS::Glue::Job", "Role", List.of("glue:UpdateJob"), "replace the script of Glue job"),
      new Runner("AWS::Glue::DevEndpoint", "RoleArn", List.of("glue:UpdateDevEndpoint"), "put its own key on endpoint"),
      new Runner("AWS::ECS::TaskDefinition", "TaskRoleArn", List.of("ecs:ExecuteCommand"), "open a shell in a task of"),
      new Runner("AWS::AppRunner::Service", "InstanceConfiguration", List.of("apprunner:UpdateService"),
          "replace the code of service"),
      new Runner("AWS::SageMaker::NotebookInstance", "RoleArn", List.of("sagemaker:CreatePresignedNotebookInstanceUrl"),
          "open notebook"));

  /** What is read anew from a bucket or repository that the template holds, and runs under a role. */
  private record Load(String type, String role, String source, String action, String method, String says) {}

  private static final List<Load> LOADS = List.of(
      new Load("AWS::Glue::Job", "Role", "Command", "s3:PutObject", "code-bucket-write",
          "overwrite the script of Glue job"),
      new Load("AWS::Lambda::Function", "Role", "Code", "s3:PutObject", "code-bucket-write",
          "overwrite the code that is deployed to function"),
      new Load("AWS::Lambda::Function", "Role", "Code", "ecr:PutImage", "ecr-push",
          "replace the image that is deployed to function"),
      new Load("AWS::ECS::TaskDefinition", "TaskRoleArn", "ContainerDefinitions", "ecr:PutImage", "ecr-push",
          "replace the image of task"));

  private final Deployment deployment;
  private final Targets targets;
  private final Escalations escalations;

  Takeovers(Deployment deployment, Targets targets, Escalations escalations) {
    this.deployment = deployment;
    this.targets = targets;
    this.escalations = escalations;
  }

  /** How {@code from} becomes {@code to}; the most direct way. */
  Optional<Step> step(EffectivePermissions from, Identity to) {
    return switch (to.kind()) {
      case ROLE -> assumption(from, to).or(() -> rewriting(from, to)).or(() -> passing(from, to))
          .or(() -> code(from, to)).or(() -> loaded(from, to));
      case USER -> signingIn(from, to);
      case GROUP -> joining(from, to);
      case POLICY -> Optional.empty();
    };
  }

  /** By sts:AssumeRole: the role's trust names the principal, or the account, and then the principal's policies must allow it. */
  private Optional<Step> assumption(EffectivePermissions from, Identity to) {
    for (Statement trust : to.trust().map(Policy::statements).orElse(List.of())) {
      if (trust.effect() == Effect.ALLOW && matches(trust, ASSUME)
          && Narrowing.of(trust.conditions()).stream().allMatch(condition -> isMetBy(condition, from.identity()))
          && !isRefused(from, to)) {
        if (names(trust, from.identity()) && admits(from.identity())) {
          return Optional.of(new Step(from.identity(), to, "assume-role", List.of(), Optional.of(trust), "assume it"));
        }
        Optional<Permission> allowed = targets.held(from, List.of("sts:AssumeRole"),
            targets.reaches(to.id(), ":role/*"));
        if (allowed.isPresent() && namesAccount(trust, to)) {
          return Optional.of(
              new Step(from.identity(), to, "assume-role", List.of(allowed.get()), Optional.of(trust), "assume it"));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the condition asks for the principal's own ARN. */
  private static boolean isMetBy(Condition condition, Identity from) {
    return condition.isOn("aws:principalarn") && condition.operator().filter(test -> !test.isNegated()).isPresent()
        && condition.values().stream().anyMatch(value -> from.arns().stream()
            .anyMatch(arn -> arn.toString().startsWith("arn:") && Glob.of(value, false).meets(arn)));
  }

  private static boolean matches(Statement statement, Glob action) {
    boolean listed = statement.actions().items().stream()
        .anyMatch(item -> ActionPattern.glob(item).matches(action).isTrue());
    return listed != statement.actions().negated();
  }

  /** Whether a Deny forbids {@code from} to assume {@code to}, or the role's trust policy forbids it to {@code from}. */
  private boolean isRefused(EffectivePermissions from, Identity to) {
    Predicate<TextPattern> reached = targets.reaches(to.id(), ":role/*");
    boolean own = from.denies().stream()
        .filter(deny -> deny.when().isAlways() && matches(deny, ASSUME) && Narrowing.of(deny.conditions()).isEmpty())
        .anyMatch(deny -> deny.resources().map(list -> list.items().stream().anyMatch(reached) != list.negated())
            .orElse(true));
    return own || to.trust().map(Policy::statements).orElse(List.of()).stream()
        .anyMatch(trust -> trust.effect() == Effect.DENY && trust.conditions().isEmpty() && matches(trust, ASSUME)
            && (names(trust, from.identity()) || isForAll(trust)));
  }

  private static boolean isForAll(Statement trust) {
    return trust.principals().filter(list -> !list.negated()).stream().flatMap(list -> list.items().stream())
        .anyMatch(Principal.Everyone.class::isInstance);
  }

  /** Whether the boundary lets {@code role} use what a trust policy that names it gives: it binds roles, not users. */
  private static boolean admits(Identity role) {
    return role.kind() != Identity.Kind.ROLE || role.boundary().map(boundary -> boundary.statements().stream()
        .anyMatch(statement -> statement.effect() != Effect.DENY && matches(statement, ASSUME))).orElse(true);
  }

  private boolean names(Statement trust, Identity identity) {
    return trust.principals().filter(list -> !list.negated()).stream().flatMap(list -> list.items().stream())
        .anyMatch(item -> item instanceof Principal.Aws(TextPattern name) && targets.names(identity.id()).test(name));
  }

  /** Whether the trust is in the own account as a whole, or in everybody. */
  private boolean namesAccount(Statement trust, Identity role) {
    Optional<Glob> arn = targets.arn(role.id());
    String account = arn.map(glob -> glob.toString().split(":", -1)[4]).orElse("${AWS::AccountId}");
    Publicity let = arn.isEmpty() ? Publicity.of(trust) : Publicity.of(trust, Glob.text(account));
    return let.entries().stream().anyMatch(entry -> entry.reach() == Reach.ANYONE || entry.reach() == Reach.CONFINED
        || entry.reach() == Reach.OWN_ACCOUNT && (entry.name().endsWith(":root") || entry.name().equals(account)));
  }

  /** By rewriting who may assume the role. */
  private Optional<Step> rewriting(EffectivePermissions from, Identity to) {
    return targets.held(from, List.of("iam:UpdateAssumeRolePolicy"), targets.names(to.id()))
        .map(permission -> taking(from, to, "iam-012", permission, "let itself assume it"));
  }

  /** By credentials made for a user. */
  private Optional<Step> signingIn(EffectivePermissions from, Identity to) {
    return by(from, to, "iam:CreateAccessKey", "iam-002", "make access keys of it")
        .or(() -> by(from, to, "iam:CreateLoginProfile", "iam-004", "give it a console password"))
        .or(() -> by(from, to, "iam:UpdateLoginProfile", "iam-006", "change its console password"));
  }

  /** By becoming a member. */
  private Optional<Step> joining(EffectivePermissions from, Identity to) {
    return from.identity().kind() == Identity.Kind.USER
        ? by(from, to, "iam:AddUserToGroup", "iam-013", "add itself to it")
        : Optional.empty();
  }

  private Optional<Step> by(EffectivePermissions from, Identity to, String action, String method, String says) {
    return targets.held(from, List.of(action), targets.names(to.id()))
        .map(permission -> taking(from, to, method, permission, says));
  }

  private static Step taking(EffectivePermissions from, Identity to, String method, Permission permission,
      String says) {
    return new Step(from.identity(), to, method, List.of(permission), Optional.empty(), says);
  }

  /** By passing the role to something of its own making. */
  private Optional<Step> passing(EffectivePermissions from, Identity to) {
    for (Method method : escalations.methods()) {
      if (method.kind() == Method.Kind.PASSROLE && trusts(to, method.passedTo().orElse(""))) {
        Optional<List<Permission>> evidence = Escalations.evidence(method, from,
            permission -> targets.names(to.id()).test(permission.resource()));
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
        .filter(statement -> statement.effect() == Effect.ALLOW).flatMap(statement -> statement.principals().stream())
        .flatMap(list -> list.items().stream()).anyMatch(item -> item instanceof Principal.Service(TextPattern name)
            && name.literal().filter(service::equals).isPresent());
  }

  /** By changing what runs under the role already. */
  private Optional<Step> code(EffectivePermissions from, Identity to) {
    for (Function function : deployment.functions()) {
      if (function.runsAs(to.id())) {
        Optional<Step> step = targets
            .held(from, List.of("lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"),
                targets.names(function.id()))
            .map(permission -> taking(from, to,
                permission.action().endsWith("Code") ? "lambda-003" : "lambda-configuration", permission,
                "replace the code of function '" + function.authoredId() + "', which runs as it"));
        if (step.isPresent()) {
          return step;
        }
      }
    }
    for (Runner runner : RUNNERS) {
      for (Resource resource : runningAs(runner.type, runner.property, to.id())) {
        Optional<Step> step = targets.held(from, runner.actions, targets.names(resource.id()))
            .map(permission -> taking(from, to, runner.actions.getFirst(), permission,
                runner.says + " '" + resource.provenance().authoredId() + "', which runs as it"));
        if (step.isPresent()) {
          return step;
        }
      }
    }
    return Optional.empty();
  }

  /** By writing where the code of something that runs under the role is read from. */
  private Optional<Step> loaded(EffectivePermissions from, Identity to) {
    for (Load load : LOADS) {
      for (Resource resource : runningAs(load.type, load.role, to.id())) {
        for (String source : Targets.mentioned(resource.property(load.source))) {
          Optional<Step> step = targets.held(from, List.of(load.action), targets.names(source))
              .map(permission -> taking(from, to, load.method, permission,
                  load.says + " '" + resource.provenance().authoredId() + "', which runs as it"));
          if (step.isPresent()) {
            return step;
          }
        }
      }
    }
    return Optional.empty();
  }

  private List<Resource> runningAs(String type, String property, String role) {
    return deployment.resources().values().stream().filter(resource -> resource.type().equals(type))
        .filter(resource -> Targets.mentions(resource.property(property), role)).toList();
  }
}

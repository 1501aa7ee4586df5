package dev.slguard.iam.escalation;

import dev.slguard.iam.effective.Breadth;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.Narrowing;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the methods by which one principal becomes more on its own. Thread-safe. */
public final class Escalations {
  /** Services of the actions that methods start from: a principal that holds none of theirs is not asked about each method. */
  static final Set<String> STARTING = Set.of("apigateway", "apprunner", "bedrock-agentcore", "cloudformation",
      "codebuild", "codedeploy", "codestar", "cognito-idp", "ec2", "ec2-instance-connect", "ecr", "ecs", "eks", "glue",
      "iam", "identitystore", "kms", "lambda", "organizations", "s3", "sagemaker", "secretsmanager", "ssm", "sso",
      "states", "sts");

  private static final String ADMINISTRATION = "arn:aws:iam::aws:policy/AdministratorAccess";

  private final AtomicReference<@Nullable List<Method>> read = new AtomicReference<>();

  /** All methods that are looked for. */
  public List<Method> methods() {
    List<Method> methods = read.get();
    if (methods == null) {
      methods = List.copyOf(Methods.read());
      read.set(methods);
    }
    return methods;
  }

  /** What {@code permissions} suffice for, in the order of the list, once for each statement it can start from; nothing for an administrator, who has no more to become. */
  public List<Escalation> of(EffectivePermissions permissions) {
    if (permissions.allows().stream().noneMatch(Escalations::canStart) || permissions.administrator().isPresent()) {
      return List.of();
    }
    var found = new ArrayList<Escalation>();
    for (Method method : methods()) {
      if (mayStart(method, permissions) && isGain(method, permissions)) {
        for (Permission leading : leading(method, permissions)) {
          evidence(method, permissions, permission -> permission.equals(leading))
              .ifPresent(evidence -> found.add(new Escalation(method, evidence)));
        }
      }
    }
    return found;
  }

  private static boolean canStart(Statement statement) {
    return statement.actions().negated() || statement.actions().items().stream()
        .anyMatch(item -> item.isAny() || item.hasHole() || STARTING.contains(ActionPattern.service(item.text())));
  }

  private static boolean mayStart(Method method, EffectivePermissions permissions) {
    for (String action : method.needs().getFirst()) {
      if (permissions.speaksOf(ActionPattern.service(action))) {
        return true;
      }
    }
    return false;
  }

  /** The permissions that the method can start from, one a statement. */
  private static List<Permission> leading(Method method, EffectivePermissions permissions) {
    var statements = new HashSet<Statement>();
    return method.needs().getFirst().stream().flatMap(action -> permissions.of(action).stream())
        .filter(permission -> isWide(permission, permissions) && statements.add(permission.by())).toList();
  }

  private static boolean isGain(Method method, EffectivePermissions permissions) {
    return switch (method.precondition()) {
      case NONE -> true;
      case BOUNDARY -> permissions.identity().boundary().isPresent();
      case DENY -> !permissions.denies().isEmpty();
      case MFA -> permissions.allows().stream().anyMatch(Escalations::asksForMfa)
          || permissions.denies().stream().anyMatch(Escalations::asksForMfa);
    };
  }

  private static boolean asksForMfa(Statement statement) {
    return statement.conditions().stream()
        .anyMatch(condition -> condition.key().toLowerCase(Locale.ROOT).startsWith("aws:multifactorauth"));
  }

  /** A permission for each action that the method needs, the first of them accepted by {@code first}; empty if one is missing. */
  static Optional<List<Permission>> evidence(Method method, EffectivePermissions permissions,
      Predicate<Permission> first) {
    var evidence = new ArrayList<Permission>();
    for (List<String> need : method.needs()) {
      boolean leading = evidence.isEmpty();
      Optional<Permission> held = need.stream().flatMap(action -> permissions.of(action).stream())
          .filter(permission -> isFree(permission, method)).filter(permission -> !leading || first.test(permission))
          .max((a, b) -> compare(a, b));
      if (held.isEmpty()) {
        return Optional.empty();
      }
      evidence.add(held.get());
    }
    return Optional.of(evidence);
  }

  private static int compare(Permission a, Permission b) {
    int certain = a.certainty().compareTo(b.certainty());
    return certain != 0 ? certain : a.breadth().compareTo(b.breadth());
  }

  /** Whether no condition stands in the way; iam:PassedToService does only where it leaves the method's service out. */
  private static boolean isFree(Permission permission, Method method) {
    return Narrowing.of(permission.conditions()).stream()
        .allMatch(condition -> condition.isOn("iam:passedtoservice") && method.passedTo().isPresent()
            && admits(condition, method.passedTo().get(), true)
            || condition.isOn("iam:policyarn") && admits(condition, ADMINISTRATION, false));
  }

  private static boolean admits(Condition condition, String wanted, boolean ignoreCase) {
    Truth any = Truth.FALSE;
    for (TextPattern value : condition.values()) {
      // Where deployment decides the policy, it is one that the author means.
      any = ignoreCase || !value.hasHole()
          ? any.or(Glob.of(value, ignoreCase).matches(ignoreCase ? Glob.ignoringCase(wanted) : Glob.text(wanted)))
          : any;
    }
    boolean negated = condition.operator().filter(operator -> operator.isNegated()).isPresent();
    return !(negated ? any.not() : any).isFalse();
  }

  /** Whether it reaches further than the resources the application itself names. */
  private static boolean isWide(Permission permission, EffectivePermissions permissions) {
    Breadth breadth = permission.breadth();
    return (breadth.isUnbounded() || breadth == Breadth.UNNARROWABLE) && !isOfAws(permission.resource())
        && isOnTarget(permission, permissions) || coversOwn(permission, permissions.identity());
  }

  /** Whether the entry is of the type that matters, where an action needs resources of several types or works on many. */
  private static boolean isOnTarget(Permission permission, EffectivePermissions permissions) {
    TextPattern resource = permission.resource();
    return resource.isAny() || switch (permission.action().toLowerCase(Locale.ROOT)) {
      case "ssm:startsession" -> isOf(resource, "instance/", ":task/");
      // A command is a document, and one that is fixed is no command of one's own, unless it runs what it is given.
      case "ssm:sendcommand" ->
        isOf(resource, "instance/") && permissions.of("ssm:SendCommand").stream().map(Permission::resource)
            .anyMatch(other -> other.isAny() || isOf(other, ":document/*", ":document/AWS-Run"));
      case "ec2:modifyinstanceattribute" -> isOf(resource, ":instance/");
      case "apigateway:put", "apigateway:patch" -> isOf(resource, "::/*", "/restapis", "/apis");
      case "sagemaker:createpresigneddomainurl" -> isOf(resource, ":user-profile/", ":space/");
      default -> true;
    };
  }

  private static boolean isOf(TextPattern resource, String... marks) {
    String text = resource.text();
    return Arrays.stream(marks).anyMatch(text::contains) || text.endsWith(":*");
  }

  /** {@code arn:aws:iam::aws:policy/*}: policies of AWS, which nobody can change. */
  private static boolean isOfAws(TextPattern resource) {
    return resource.text().contains(":iam::aws:");
  }

  /** Whether the resource is the principal itself or a policy attached to it. */
  private static boolean coversOwn(Permission permission, Identity identity) {
    return switch (permission.action().toLowerCase(Locale.ROOT)) {
      case "iam:createpolicyversion", "iam:setdefaultpolicyversion" ->
        identity.policies().stream().anyMatch(policy -> covers(permission.resource(), policy, identity));
      case "iam:putrolepolicy", "iam:attachrolepolicy", "iam:deleterolepolicy", "iam:detachrolepolicy",
          "iam:deleterolepermissionsboundary", "iam:putrolepermissionsboundary", "iam:putuserpolicy",
          "iam:attachuserpolicy", "iam:deleteuserpolicy", "iam:detachuserpolicy", "iam:deleteuserpermissionsboundary",
          "iam:putuserpermissionsboundary", "iam:putgrouppolicy", "iam:attachgrouppolicy" ->
        permission.resource().resources().contains(identity.id()) || namesCaller(permission.resource())
            || isNamed(permission.resource(), identity);
      default -> false;
    };
  }

  /** Whether the entry's ARN is that of the identity, where its name is written out. */
  private static boolean isNamed(TextPattern resource, Identity identity) {
    if (identity.kind() == Identity.Kind.GROUP) {
      return resource.text().contains(":group/") && resource.text().endsWith('/' + identity.name());
    }
    return !resource.isAny() && !resource.hasVariable() && identity.arns().stream()
        .anyMatch(arn -> arn.toString().startsWith("arn:") && ResourcePattern.glob(resource, true).meets(arn));
  }

  private static boolean namesCaller(TextPattern resource) {
    return resource.parts().stream()
        .anyMatch(part -> part instanceof Part.Variable(String key, _) && key.equalsIgnoreCase("aws:username"));
  }

  private static boolean covers(TextPattern resource, Policy policy, Identity identity) {
    Statement.Source source = policy.source();
    if (source.carrier().equals(identity.id()) && identity.kind() != Identity.Kind.POLICY) {
      return false;
    }
    if (resource.resources().contains(source.carrier())) {
      return true;
    }
    if (resource.isAny() || resource.hasVariable()
        || resource.parts().stream().anyMatch(part -> part instanceof Part.Hole hole && !hole.segment())) {
      return false;
    }
    Glob own = Glob.of(new TextPattern(List.of(new Part.Literal("arn:aws:iam::"),
        new Part.Hole("AWS::AccountId", Optional.empty(), true), new Part.Literal(":policy/" + source.name())),
        resource.at()), false);
    return !isOfAws(resource) && ResourcePattern.glob(resource, true).meets(own);
  }
}

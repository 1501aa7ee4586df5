package dev.slguard.template.serverless;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.SharedRole;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Log groups, and the role that functions share. */
final class Roles {
  static final String ALL_LOGS = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:";
  private static final String LOGS = ALL_LOGS + "/aws/lambda/";

  private Roles() {}

  /** Adds the log group of every function, and the shared role unless nothing of the service would use it. */
  static void compile(Stack stack) {
    Service service = stack.service();
    if (service.functions().isEmpty()) {
      return;
    }
    service.functions().stream().filter(service::makesLogGroup).forEach(function -> logGroup(function, stack));
    boolean allHaveRoles = service.functions().stream().allMatch(function -> function.config().has("role"));
    if (service.existingRole().isEmpty() && !service.provider().has("role") && !allHaveRoles) {
      share(stack);
    }
  }

  private static boolean logs(ServiceFunction function) {
    return Config.truthy(function.config(), "disableLogs").isEmpty();
  }

  private static void logGroup(ServiceFunction function, Stack stack) {
    Draft draft = function.draft();
    Service service = stack.service();
    Draft.Fields fields = draft.object()
        .put("LogGroupName", draft.concat(draft.text("/aws/lambda/"), function.deployedName()))
        .put("RetentionInDays",
            Config.truthy(function.config(), "logRetentionInDays").or(() -> service.provider("logRetentionInDays")))
        .put("DataProtectionPolicy", Config.truthy(function.config(), "logDataProtectionPolicy")
            .or(() -> service.provider("logDataProtectionPolicy")));
    stack.add(function.normalized() + "LogGroup", "AWS::Logs::LogGroup", fields.tree(), Stack.Origin.of(function));
  }

  private static void share(Stack stack) {
    Service service = stack.service();
    Tree.Mapping provider = service.provider();
    Span at = Config.at(provider, "iam", "role").map(Tree::at)
        .orElseGet(() -> provider.has("iamRoleStatements")
            ? provider.keyAt("iamRoleStatements")
            : service.config().keyAt("provider"));
    var role = new SharedRole(at);
    stack.share(role, at);
    logStatements(stack, role, new Draft(at));
    Tree.Mapping config = Config.mappingAt(provider, "iam", "role");
    Optional<Tree> statements = Config.truthy(config, "statements")
        .or(() -> Config.truthy(provider, "iamRoleStatements"));
    statements.ifPresent(list -> Config.items(list).forEach(role::add));
    Optional<Tree> managed = Config.truthy(config, "managedPolicies")
        .or(() -> Config.truthy(provider, "iamManagedPolicies"));
    managed.ifPresent(list -> Config.items(list).forEach(role::addManaged));
    Config.truthy(config, "permissionsBoundary").or(() -> Config.truthy(config, "permissionBoundary"))
        .or(() -> Config.truthy(provider, "rolePermissionsBoundary")).ifPresent(role::limit);
    Optional<Span> vpc = service.functions().stream().filter(function -> function.config().has("vpc"))
        .map(function -> function.config().keyAt("vpc")).findFirst()
        .or(() -> Config.truthy(provider, "vpc").map(_ -> provider.keyAt("vpc")));
    vpc.ifPresent(place -> role.addManaged(vpcAccess(new Draft(place))));
    stack.writeSharedRole();
  }

  /** The managed policy of functions in a VPC. */
  static Tree vpcAccess(Draft draft) {
    return draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"),
        draft.text(":iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"));
  }

  /** Logging is allowed to names beginning with the service and stage, and to the odd names beside. */
  private static void logStatements(Stack stack, SharedRole role, Draft draft) {
    Tree prefix = stack.service().prefix(draft);
    var groups = new ArrayList<Tree>();
    var streams = new ArrayList<Tree>();
    var silent = new ArrayList<Tree>();
    boolean anyUsual = false;
    for (ServiceFunction function : stack.service().functions()) {
      Optional<Tree> own = stack.service().ownLogging(function, "logGroup");
      boolean usual = own.isEmpty() && startsWith(function.deployedName(), prefix);
      if (own.isPresent()) {
        if (logs(function)) {
          groups.add(draft.subAround(ALL_LOGS, own.get(), ":*"));
          streams.add(draft.subAround(ALL_LOGS, own.get(), ":*:*"));
        }
      } else if (usual && logs(function)) {
        anyUsual = true;
      } else if (usual) {
        silent.add(logArn(function.deployedName(), ":*", draft));
      } else if (logs(function)) {
        groups.add(logArn(function.deployedName(), ":*", draft));
        streams.add(logArn(function.deployedName(), ":*:*", draft));
      }
    }
    if (anyUsual) {
      groups.add(logArn(prefix, "*:*", draft));
      streams.add(logArn(prefix, "*:*:*", draft));
    }
    role.add(draft.allow(List.of("logs:CreateLogStream", "logs:CreateLogGroup", "logs:TagResource"), groups));
    role.add(draft.allow(List.of("logs:PutLogEvents"), streams));
    if (anyUsual && !silent.isEmpty()) {
      role.add(draft.object().put("Effect", "Deny").put("Action", "logs:PutLogEvents")
          .put("Resource", draft.list(silent)).tree());
    }
  }

  /** The ARN of the log group (or those) of functions named {@code name}. */
  static Tree logArn(Tree name, String end, Draft draft) {
    return draft.subAround(LOGS, name, end);
  }

  private static boolean startsWith(Tree name, Tree prefix) {
    if (name instanceof Tree.Scalar(String text, _, _) && prefix instanceof Tree.Scalar(String start, _, _)) {
      return text.startsWith(start);
    }
    // A name with unknown parts is the usual one if it was made from the same unknown service name.
    return !(name instanceof Tree.Scalar) && !(prefix instanceof Tree.Scalar);
  }

  /** Whether {@code id} is the role that all share. */
  static boolean isShared(String id) {
    return id.equals(Naming.SHARED_ROLE);
  }
}

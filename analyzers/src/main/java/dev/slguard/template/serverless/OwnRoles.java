package dev.slguard.template.serverless;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.event.EventKinds;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Merge;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.SharedRole;
import dev.slguard.template.serverless.service.Stack;
import dev.slguard.template.serverless.service.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Roles of single functions as version 4 makes them without a plugin: for all functions where {@code provider.iam.role.mode} is
 * {@code perFunction} (there is no shared role then), else for those that ask for statements or policies of their own. Each
 * holds what the function's own events and settings need; the shared role does not hold that.
 */
final class OwnRoles {
  private static final String SETTINGS = "serverless-iam-roles-per-function";

  private final Stack stack;
  private final Service service;

  private OwnRoles(Stack stack) {
    this.stack = stack;
    this.service = stack.service();
  }

  /** Runs {@code compilation} of functions and events, and writes the roles. */
  static void compile(Stack stack, Runnable compilation) {
    Service service = stack.service();
    List<ServiceFunction> own = service.functions().stream().filter(service::hasOwnRole).toList();
    if (own.isEmpty()) {
      compilation.run();
      return;
    }
    var roles = new OwnRoles(stack);
    Optional<SharedRole> shared = stack.sharedRole();
    // What events ask of the role while they are compiled is that of all functions together.
    shared.ifPresent(role -> stack.shareInstead(Optional.of(new SharedRole(role.at()))));
    compilation.run();
    shared.ifPresent(role -> role
        .addAll(roles.needs(service.functions().stream().filter(one -> !service.hasOwnRole(one)).toList())));
    stack.shareInstead(service.isPerFunction() ? Optional.empty() : shared);
    own.forEach(roles::write);
  }

  /** What the events and settings of {@code functions} ask of their role. */
  private SharedRole needs(List<ServiceFunction> functions) {
    // Trouble was reported when all functions were compiled.
    var part = new Stack(service.only(functions), new Diagnostics());
    var role = new SharedRole(service.config().keyAt("provider"));
    part.share(role, service.config().keyAt("provider"));
    new Functions(part).compile();
    EventKinds.compile(part);
    return role;
  }

  private void write(ServiceFunction function) {
    Tree.Mapping config = function.config();
    Tree.Mapping own = Config.mappingAt(config, "iam", "role");
    Tree.Mapping general = Config.mappingAt(service.provider(), "iam", "role");
    Optional<Tree> statements = own.get("statements").or(() -> config.get("iamRoleStatements"));
    var draft = new Draft(statements.map(Tree::at).orElse(function.at()));
    SharedRole needs = needs(List.of(function));
    Tree logs = service.logging(function, "logGroup").<Tree>map(group -> draft.subAround(Roles.ALL_LOGS, group, ":*:*"))
        .orElseGet(() -> Roles.logArn(function.deployedName(), ":*:*", draft));
    var all = new ArrayList<Tree>();
    all.add(draft.allow(List.of("logs:CreateLogStream", "logs:CreateLogGroup", "logs:PutLogEvents"), List.of(logs)));
    if (Config.truthy(config, "disableLogs").isPresent()) {
      all.add(draft.object().put("Effect", "Deny").put("Action", draft.texts("logs:PutLogEvents"))
          .put("Resource", draft.list(logs)).tree());
    }
    all.addAll(needs.statements());
    if (inherits(config)) {
      all.addAll(FunctionRoles.providerStatements(service));
    }
    statements.ifPresent(tree -> all.addAll(Config.items(tree)));
    Tree stage = draft.text(service.stage());
    Tree.Mapping policy = draft.object().put("PolicyName", draft.join("-", service.name(), stage, draft.text("lambda")))
        .put("PolicyDocument", draft.object().put("Version", "2012-10-17").put("Statement", draft.list(all)).tree())
        .tree();
    Draft.Fields fields = draft.object().put("AssumeRolePolicyDocument", needs.trustPolicy())
        .put("Policies", draft.list(policy))
        .put("Path", Config.truthy(own, "path").or(() -> Config.truthy(general, "path")).orElse(draft.text("/")))
        .put("RoleName",
            Config.truthy(own, "name").or(() -> Config.truthy(config, "iamRoleStatementsName"))
                .orElseGet(() -> draft.join("-", service.name(), stage, draft.text(function.name()),
                    draft.ref("AWS::Region"), draft.text("lambdaRole"))))
        .put("PermissionsBoundary", boundary(config, own, general)).put("Tags", tags(own, general))
        .put("ManagedPolicyArns", managed(config, own, general, draft));
    stack.add(function.normalized() + Naming.SHARED_ROLE, "AWS::IAM::Role", fields.tree(),
        new Stack.Origin(draft.at(), function.name(), "function"));
  }

  private Tree.Mapping settings() {
    return Config.mappingAt(service.config(), "custom", SETTINGS);
  }

  /** Unless the function says so: in the mode yes, else no. */
  private boolean inherits(Tree.Mapping config) {
    return Config.value(Config.mappingAt(config, "iam"), "inheritStatements")
        .or(() -> Config.value(config, "iamRoleStatementsInherit")).or(() -> Config.value(settings(), "defaultInherit"))
        .map(Config::isTruthy).orElse(service.isPerFunction());
  }

  private Optional<Tree> boundary(Tree.Mapping config, Tree.Mapping own, Tree.Mapping general) {
    return Config.truthy(own, "permissionsBoundary").or(() -> Config.truthy(config, "iamPermissionsBoundary"))
        .or(() -> Config.truthy(settings(), "iamGlobalPermissionsBoundary"))
        .or(() -> Config.truthy(general, "permissionsBoundary")).or(() -> Config.truthy(general, "permissionBoundary"))
        .or(() -> Config.truthy(service.provider(), "rolePermissionsBoundary"));
  }

  private static Optional<Tree> tags(Tree.Mapping own, Tree.Mapping general) {
    Optional<Tree> below = Config.truthy(general, "tags");
    Optional<Tree> above = Config.truthy(own, "tags");
    return (below.isPresent() && above.isPresent() && below.get() instanceof Tree.Mapping some
        && above.get() instanceof Tree.Mapping others
            ? Optional.<Tree>of(Merge.shallow(some, others))
            : above.or(() -> below))
        .map(Tags::list);
  }

  private Tree managed(Tree.Mapping config, Tree.Mapping own, Tree.Mapping general, Draft draft) {
    var managed = new ArrayList<Tree>();
    if (service.isPerFunction()) {
      managed.addAll(Config.items(general, "managedPolicies"));
    }
    if (FunctionRoles.isFilled(Config.value(config, "vpc")) || FunctionRoles.isFilled(service.provider("vpc"))) {
      managed.add(Roles.vpcAccess(draft));
    }
    if (Config.truthy(config, "durableConfig").isPresent()) {
      managed.add(draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"),
          draft.text(":iam::aws:policy/service-role/AWSLambdaBasicDurableExecutionRolePolicy")));
    }
    managed.addAll(Config.items(own, "managedPolicies"));
    return draft.list(managed);
  }
}

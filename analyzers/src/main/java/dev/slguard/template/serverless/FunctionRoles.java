package dev.slguard.template.serverless;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.event.FunctionGrants;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.SharedRole;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A role each for functions: by the plugin serverless-iam-roles-per-function (functions with {@code iamRoleStatements}, the
 * provider's statements only if inherited), or by version 4's {@code provider.iam.role.mode: perFunction} (all functions
 * without a role, the provider's statements unless refused).
 */
final class FunctionRoles {
  private static final String PLUGIN = "serverless-iam-roles-per-function";

  private final Stack stack;
  private final Service service;
  private final SharedRole shared;

  private FunctionRoles(Stack stack, SharedRole shared) {
    this.stack = stack;
    this.service = stack.service();
    this.shared = shared;
  }

  static void compile(Stack stack) {
    Service service = stack.service();
    boolean perFunction = Config.textAt(service.provider(), "iam", "role", "mode").filter("perFunction"::equals)
        .isPresent();
    boolean plugin = service.plugins().contains(PLUGIN);
    for (ServiceFunction function : service.functions()) {
      boolean own = function.config().has("iamRoleStatements");
      if (own && !plugin && !perFunction) {
        stack.diagnostics().warning(function.config().keyAt("iamRoleStatements"),
            "'iamRoleStatements' of the function '" + function.name() + "' has no effect without the plugin '" + PLUGIN
                + "'");
      }
    }
    if (stack.sharedRole().isPresent() && (plugin || perFunction)) {
      var roles = new FunctionRoles(stack, stack.sharedRole().get());
      service.functions().forEach(function -> roles.compile(function, plugin, perFunction));
      stack.writeSharedRole();
    }
  }

  private Tree.Mapping settings() {
    return Config.mappingAt(service.config(), "custom", PLUGIN);
  }

  private void compile(ServiceFunction function, boolean plugin, boolean perFunction) {
    Tree.Mapping config = function.config();
    Tree.Mapping iam = Config.mappingAt(config, "iam");
    boolean byPlugin = plugin && config.has("iamRoleStatements");
    if (!byPlugin && !perFunction) {
      return;
    }
    if (service.customRole(function).isPresent()) {
      if (byPlugin) {
        stack.diagnostics().error(config.keyAt("iamRoleStatements"), "the function '" + function.name()
            + "' has both 'role' and 'iamRoleStatements', which the plugin refuses; 'role' counts");
      }
      return;
    }
    Optional<Tree> statements = byPlugin
        ? config.get("iamRoleStatements")
        : Config.at(iam, "role", "statements").or(() -> Config.value(iam, "statements"));
    boolean inherits = byPlugin ? inheritsByPlugin(config) : !refuses(iam);
    var draft = new Draft(statements.isPresent() ? statements.get().at() : function.at());
    var list = new ArrayList<Tree>(FunctionGrants.of(function, draft));
    if (inherits) {
      list.addAll(providerStatements());
    }
    statements.ifPresent(tree -> list.addAll(Config.items(tree)));
    write(function, list, draft, byPlugin);
  }

  private static boolean refuses(Tree.Mapping iam) {
    return Config.isFalse(iam, "inheritStatements")
        || Config.isFalse(Config.mappingAt(iam, "role"), "inheritStatements");
  }

  private boolean inheritsByPlugin(Tree.Mapping config) {
    return Config.truthy(config, "iamRoleStatementsInherit").isPresent()
        || Config.truthy(settings(), "defaultInherit").isPresent()
            && !Config.isFalse(config, "iamRoleStatementsInherit");
  }

  private List<Tree> providerStatements() {
    return service.provider("iam").isPresent()
        ? service.provider("iam", "role", "statements").map(Config::items).orElse(List.of())
        : service.provider("iamRoleStatements").map(Config::items).orElse(List.of());
  }

  private void write(ServiceFunction function, List<Tree> statements, Draft draft, boolean byPlugin) {
    Tree.Mapping config = function.config();
    Optional<Tree> general = Config.truthy(settings(), "iamGlobalPermissionsBoundary");
    general.ifPresent(shared::limit);
    Optional<Tree> boundary = Config.truthy(config, "iamPermissionsBoundary").or(shared::boundary);
    boolean vpc = isFilled(Config.value(config, "vpc")) || isFilled(service.provider("vpc"));
    Tree stage = draft.text(service.stage());
    Tree name = Config.truthy(config, "iamRoleStatementsName").orElseGet(() -> draft.join("-", service.name(), stage,
        draft.text(function.name()), draft.ref("AWS::Region"), draft.text("lambdaRole")));
    Tree.Mapping policy = draft.object().put("PolicyName", draft.join("-", service.name(), stage, draft.text("lambda")))
        .put("PolicyDocument",
            draft.object().put("Version", "2012-10-17").put("Statement", draft.list(statements)).tree())
        .tree();
    Tree.Mapping role = Config.mappingAt(service.provider(), "iam", "role");
    Draft.Fields fields = draft.object().put("AssumeRolePolicyDocument", shared.trustPolicy())
        .put("Policies", draft.list(policy)).put("Path", Config.truthy(role, "path").orElse(draft.text("/")))
        .put("RoleName", name).put("PermissionsBoundary", boundary)
        .put("ManagedPolicyArns", managed(vpc, byPlugin, draft));
    String id = function.normalized() + Naming.SHARED_ROLE;
    stack.add(id, "AWS::IAM::Role", fields.tree(), new Stack.Origin(draft.at(), function.name(), "function"));
    assign(function, id, draft);
  }

  private Tree managed(boolean vpc, boolean byPlugin, Draft draft) {
    var managed = new ArrayList<Tree>();
    if (!byPlugin) {
      service.provider("iam", "role", "managedPolicies").ifPresent(tree -> managed.addAll(Config.items(tree)));
    }
    if (vpc) {
      managed.add(Roles.vpcAccess(draft));
    }
    return draft.list(managed);
  }

  private static boolean isFilled(Optional<Tree> tree) {
    return tree.isPresent() && tree.get() instanceof Tree.Mapping mapping && !mapping.entries().isEmpty();
  }

  private void assign(ServiceFunction function, String role, Draft draft) {
    Tree.Mapping resource = stack.resource(function.logicalId()).orElseThrow();
    var dependsOn = new ArrayList<Tree>(List.of(draft.text(role)));
    dependsOn.addAll(Config.items(resource, "DependsOn"));
    var entries = new LinkedHashMap<>(resource.entries());
    Tree.Mapping properties = resource.mapping("Properties").orElseThrow();
    var changed = new LinkedHashMap<>(properties.entries());
    changed.put("Role", new Tree.Entry(properties.keyAt("Role"), draft.attribute(role, "Arn")));
    entries.put("DependsOn", new Tree.Entry(draft.at(), draft.list(dependsOn)));
    entries.put("Properties", new Tree.Entry(resource.keyAt("Properties"), new Tree.Mapping(changed, properties.at())));
    stack.replace(function.logicalId(), new Tree.Mapping(entries, resource.at()));
  }
}

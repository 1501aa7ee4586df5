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
import dev.slguard.template.serverless.service.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A role each for functions with {@code iamRoleStatements} by the plugin serverless-iam-roles-per-function, the provider's
 * statements only if inherited.
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
    boolean plugin = service.plugins().contains(PLUGIN);
    for (ServiceFunction function : service.functions()) {
      boolean own = function.config().has("iamRoleStatements");
      if (own && !plugin && service.version() < 4) {
        stack.diagnostics().warning(function.config().keyAt("iamRoleStatements"),
            "'iamRoleStatements' of the function '" + function.name() + "' has no effect without the plugin '" + PLUGIN
                + "'");
      }
    }
    if (stack.sharedRole().isPresent() && plugin) {
      var roles = new FunctionRoles(stack, stack.sharedRole().get());
      service.functions().forEach(function -> roles.compile(function));
      stack.writeSharedRole();
    }
  }

  private Tree.Mapping settings() {
    return Config.mappingAt(service.config(), "custom", PLUGIN);
  }

  private void compile(ServiceFunction function) {
    Tree.Mapping config = function.config();
    Optional<Tree> statements = config.get("iamRoleStatements");
    if (statements.isEmpty()) {
      return;
    }
    if (service.customRole(function).isPresent()) {
      stack.diagnostics().error(config.keyAt("iamRoleStatements"), "the function '" + function.name()
          + "' has both 'role' and 'iamRoleStatements', which the plugin refuses; 'role' counts");
      return;
    }
    var draft = new Draft(statements.get().at());
    var list = new ArrayList<Tree>(FunctionGrants.of(function, draft));
    if (inheritsByPlugin(config)) {
      list.addAll(providerStatements(service));
    }
    list.addAll(Config.items(statements.get()));
    write(function, list, draft);
  }

  private boolean inheritsByPlugin(Tree.Mapping config) {
    return Config.truthy(config, "iamRoleStatementsInherit").isPresent()
        || Config.truthy(settings(), "defaultInherit").isPresent()
            && !Config.isFalse(config, "iamRoleStatementsInherit");
  }

  /** What the provider grants to all functions. */
  static List<Tree> providerStatements(Service service) {
    return service.provider("iam").isPresent()
        ? service.provider("iam", "role", "statements").map(Config::items).orElse(List.of())
        : service.provider("iamRoleStatements").map(Config::items).orElse(List.of());
  }

  private void write(ServiceFunction function, List<Tree> statements, Draft draft) {
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
        .put("Tags", Config.truthy(role, "tags").map(Tags::list))
        .put("ManagedPolicyArns", vpc ? draft.list(Roles.vpcAccess(draft)) : draft.list());
    String id = function.normalized() + Naming.SHARED_ROLE;
    stack.add(id, "AWS::IAM::Role", fields.tree(), new Stack.Origin(draft.at(), function.name(), "function"));
    assign(function, id, draft);
  }

  /** Whether something is an object with entries. */
  static boolean isFilled(Optional<Tree> tree) {
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

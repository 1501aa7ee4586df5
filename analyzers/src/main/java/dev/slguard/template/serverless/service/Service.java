package dev.slguard.template.serverless.service;

import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A service for one stage, its variables resolved.
 *
 * @param path of the service file, relative to the root
 * @param config the whole file
 * @param name of the service: a text, or one with unknown parts
 * @param functions in the order written, lists merged
 * @param known those that may be named, of which {@code functions} may be a part
 * @param version 3 or 4: the major version of the framework
 */
public record Service(String path, Tree.Mapping config, Tree name, String stage, Tree.Mapping provider,
    List<ServiceFunction> functions, List<ServiceFunction> known, int version) {
  public Service {
    functions = List.copyOf(functions);
    known = List.copyOf(known);
  }

  /** This service with a part of its functions, which share one role. */
  public Service only(List<ServiceFunction> part) {
    return new Service(path, config, name, stage, provider, part, known, 3);
  }

  /** The function {@code name}. */
  public Optional<ServiceFunction> function(String name) {
    return known.stream().filter(function -> function.name().equals(name)).findFirst();
  }

  /** The value at the end of {@code keys} under {@code provider}. */
  public Optional<Tree> provider(String... keys) {
    return Config.at(provider, keys);
  }

  /** {@code service-stage}: how names of what the service deploys begin. */
  public Tree prefix(Draft draft) {
    return draft.concat(name, draft.text("-" + stage));
  }

  /** The name of the stack. */
  public Tree stackName(Draft draft) {
    return provider("stackName").filter(tree -> Config.text(tree).isPresent()).orElseGet(() -> prefix(draft));
  }

  /** Names of the plugins, in the order written. */
  public List<String> plugins() {
    Optional<Tree> plugins = Config.value(config, "plugins");
    return plugins.filter(Tree.Mapping.class::isInstance).flatMap(Config::mapping)
        .map(mapping -> Config.texts(mapping, "modules")).orElseGet(() -> Config.texts(config, "plugins"));
  }

  /** The role that a function has instead of the shared one: the author's, or one of its own; empty if it has the shared one. */
  public Optional<Tree> customRole(ServiceFunction function) {
    return Config.truthy(function.config(), "role").or(this::existingRole)
        .or(() -> provider("role").filter(Config::isTruthy))
        .or(() -> hasOwnRole(function)
            ? Optional.of(function.draft().attribute(function.normalized() + Naming.SHARED_ROLE, "Arn"))
            : Optional.empty());
  }

  /** A setting of version 4 for what {@code function} logs: its own, else the provider's. */
  public Optional<Tree> logging(ServiceFunction function, String key) {
    return ownLogging(function, key).or(
        () -> version >= 4 ? Config.at(provider, "logs", "lambda", key).filter(Config::isTruthy) : Optional.empty());
  }

  /** As {@link #logging}, of the function alone. */
  public Optional<Tree> ownLogging(ServiceFunction function, String key) {
    return version >= 4 ? Config.at(function.config(), "logs", key).filter(Config::isTruthy) : Optional.empty();
  }

  /** Whether the framework makes the log group of {@code function}. */
  public boolean makesLogGroup(ServiceFunction function) {
    return Config.truthy(function.config(), "disableLogs").isEmpty() && logging(function, "logGroup").isEmpty();
  }

  /** Whether every function has a role of its own: version 4's {@code provider.iam.role.mode: perFunction}. */
  public boolean isPerFunction() {
    return version >= 4 && Config.textAt(provider, "iam", "role", "mode").filter("perFunction"::equals).isPresent();
  }

  /** Whether version 4 gives {@code function} a role of its own: in that mode, or for the statements or policies it asks for. */
  public boolean hasOwnRole(ServiceFunction function) {
    Tree.Mapping settings = function.config();
    if (version < 4 || settings.has("role") || existingRole().isPresent() || provider.has("role")
        || plugins().contains("serverless-iam-roles-per-function")) {
      return false;
    }
    return isPerFunction() || settings.has("iamRoleStatements")
        || Config.mappingAt(settings, "iam", "role").has("statements")
        || !Config.items(Config.mappingAt(settings, "iam", "role"), "managedPolicies").isEmpty();
  }

  /** {@code provider.iam.role}, where it names a role instead of describing one. */
  public Optional<Tree> existingRole() {
    return provider("iam", "role").filter(role -> Config.text(role).isPresent()
        || role instanceof Tree.Mapping mapping && mapping.entries().keySet().stream().anyMatch(k -> k.contains("::")));
  }

  /** Logical id of the role of {@code function}, where it is a resource of the same stack. */
  public Optional<String> roleId(ServiceFunction function) {
    Optional<Tree> custom = customRole(function);
    if (custom.isEmpty()) {
      return Optional.of(Naming.SHARED_ROLE);
    }
    return Config.text(custom.get()).filter(text -> text.indexOf(':') < 0)
        .or(() -> Config.attribute(custom.get()).filter(pair -> pair.get(1).equals("Arn")).map(List::getFirst));
  }
}

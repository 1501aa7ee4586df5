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
 * @param version 3 or 4: the major version of the framework
 */
public record Service(String path, Tree.Mapping config, Tree name, String stage, Tree.Mapping provider,
    List<ServiceFunction> functions, int version) {
  public Service {
    functions = List.copyOf(functions);
  }

  /** The function {@code name}. */
  public Optional<ServiceFunction> function(String name) {
    return functions.stream().filter(function -> function.name().equals(name)).findFirst();
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

  /** The role that a function is given by the author; empty if it has the generated one. */
  public Optional<Tree> customRole(ServiceFunction function) {
    return Config.truthy(function.config(), "role").or(this::existingRole)
        .or(() -> provider("role").filter(Config::isTruthy));
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

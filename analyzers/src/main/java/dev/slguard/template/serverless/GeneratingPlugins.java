package dev.slguard.template.serverless;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Service;
import java.util.List;
import java.util.Optional;

/** Plugins that deploy resources which stand nowhere in the service file. They are named, not run. */
final class GeneratingPlugins {
  private GeneratingPlugins() {}

  /** Names the plugins of {@code service} whose resources are not known. */
  static void report(Service service, Diagnostics diagnostics) {
    Optional<Tree> plugins = Config.value(service.config(), "plugins");
    List<Tree> listed = plugins.flatMap(Config::mapping).map(mapping -> Config.items(mapping, "modules"))
        .orElseGet(() -> plugins.map(Config::items).orElse(List.of()));
    for (Tree plugin : listed) {
      Config.text(plugin).filter(GeneratingPlugins::generates).ifPresent(name -> diagnostics.warning(plugin.at(),
          "the plugin '" + Text.shown(name) + "' deploys resources of its own; what it deploys is not known"));
    }
  }

  private static boolean generates(String plugin) {
    return switch (plugin) {
      case "serverless-lift", "serverless-pipes", "serverless-fargate", "serverless-apigateway-service-proxy",
          "serverless-appsync-plugin", "serverless-vpc-plugin", "serverless-plugin-aws-alerts" ->
        true;
      default -> false;
    };
  }
}

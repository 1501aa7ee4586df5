package dev.slguard.template.serverless;

import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Stack;

/** Layers of the service, and the accounts that may use them. */
final class Layers {
  private Layers() {}

  static void compile(Stack stack) {
    Config.mappingAt(stack.service().config(), "layers").entries().forEach((name, entry) -> {
      if (entry.value() instanceof Tree.Mapping settings) {
        compile(name, settings, new Draft(entry.keyAt()), stack);
      }
    });
  }

  private static void compile(String name, Tree.Mapping settings, Draft draft, Stack stack) {
    String id = Naming.normalized(name) + "LambdaLayer";
    var origin = new Stack.Origin(draft.at(), name, "layer");
    stack.add(id, "AWS::Lambda::LayerVersion", draft.object()
        .put("Content",
            draft.object().put("S3Bucket", draft.ref("ServerlessDeploymentBucket")).put("S3Key", name + ".zip").tree())
        .put("LayerName", Config.truthy(settings, "name").orElseGet(() -> draft.text(name)))
        .put("Description", Config.truthy(settings, "description"))
        .put("LicenseInfo", Config.truthy(settings, "licenseInfo"))
        .put("CompatibleRuntimes", Config.truthy(settings, "compatibleRuntimes").map(Config::listed))
        .put("CompatibleArchitectures", Config.truthy(settings, "compatibleArchitectures")).tree(), origin);
    settings.text("path").flatMap(path -> Root.resolveIn(Root.parent(stack.service().path()), path))
        .ifPresent(folder -> stack.sourceFolder(id, folder));
    for (Tree account : Config.items(settings, "allowedAccounts")) {
      Config.text(account)
          .ifPresent(text -> stack.add(Naming.normalized(name) + text.replace("*", "Wild") + "LambdaLayerPermission",
              "AWS::Lambda::LayerVersionPermission", Draft.of(account).object().put("Action", "lambda:GetLayerVersion")
                  .put("LayerVersionArn", draft.ref(id)).put("Principal", account).tree(),
              new Stack.Origin(account.at(), name, "layer")));
    }
  }
}

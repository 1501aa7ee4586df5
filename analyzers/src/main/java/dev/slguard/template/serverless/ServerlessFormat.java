package dev.slguard.template.serverless;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.serverless.event.EventKinds;
import dev.slguard.template.serverless.program.Program;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Services of the Serverless Framework, versions 3 and 4, expanded into the CloudFormation that {@code serverless package}
 * writes: one expansion a stage that the service declares, or the one that the caller names.
 */
public final class ServerlessFormat implements TemplateFormat {

  @Override
  public boolean recognises(String path, Tree.Mapping document) {
    return document.has("service") && document.has("provider") && !document.has("Resources");
  }

  /** Whether a file of this name may hold a service written as a program. */
  public static boolean isProgram(String path) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "serverless.ts", "serverless.js", "serverless.cjs", "serverless.mjs" -> true;
      default -> false;
    };
  }

  /**
   * The service that the program {@code source} exports, where it is an object written out; else empty, and a diagnostic that
   * says so.
   */
  public static Optional<Tree.Mapping> program(SourceFile source, Root root, Diagnostics diagnostics) {
    Optional<Tree> exported = Program.read(source, Root.parent(source.path()), root, diagnostics);
    if (exported.isPresent() && exported.get() instanceof Tree.Mapping mapping && mapping.has("service")) {
      return Optional.of(mapping);
    }
    diagnostics.error(Span.startOf(source.path()), "this service is computed by a program, which is not executed;"
        + " 'serverless print' gives a file that can be checked");
    return Optional.empty();
  }

  @Override
  public List<Expansion> expand(String path, Tree.Mapping document, Root root, TemplateOptions options,
      Diagnostics diagnostics) {
    var services = new ServiceReader(path, document, root, options, diagnostics);
    Optional<String> provider = services.providerName();
    if (provider.filter("aws"::equals).isEmpty()) {
      diagnostics.note(document.keyAt("provider"),
          provider.isPresent()
              ? "the service deploys to '" + Text.shown(provider.get()) + "', not to AWS; it is skipped"
              : "the service names no provider; it is skipped");
      return List.of();
    }
    document.get("functions")
        .filter(section -> section instanceof Tree.Scalar(String text, Tree.Kind kind, _) && kind != Tree.Kind.NULL
            && !text.contains("${"))
        .ifPresent(section -> diagnostics.error(section.at(),
            "'functions' must be an object with one entry a function, or a list of such; it is not read"));
    List<String> stages = services.stages();
    var expansions = new ArrayList<Expansion>();
    for (String stage : stages) {
      Service service = services.service(stage);
      GeneratingPlugins.report(service, diagnostics);
      String name = stages.size() == 1 ? path : path + " (" + stage + ")";
      expansions.add(expansion(service, name, diagnostics));
    }
    return expansions;
  }

  private static Expansion expansion(Service service, String name, Diagnostics diagnostics) {
    var stack = new Stack(service, diagnostics);
    DeploymentBucket.compile(stack);
    Layers.compile(stack);
    Roles.compile(stack);
    OwnRoles.compile(stack, () -> {
      new Functions(stack).compile();
      EventKinds.compile(stack);
    });
    stack.writeSharedRole();
    FunctionRoles.compile(stack);
    Tree.Mapping body = OwnResources.merged(stack);
    return new Expansion(name, service.path(), Deployment.Format.SERVERLESS, body, stack.provenance(),
        stack.sourceFolders());
  }
}
